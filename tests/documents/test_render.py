"""The PDF of an issued paper is made once, from what was frozen."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from danban.audit.models import Entry
from danban.documents import actions
from danban.documents.models import StoredFile
from danban.documents.queries import content_of
from danban.kit.refusals import BadInput, NotFound
from tests.cast import AT, Cast
from tests.documents.factories import issue_composed
from tests.together import together

pytestmark = pytest.mark.usefixtures("paper_fonts")


def test_the_file_is_a_pdf_named_by_its_number_and_made_once(cast: Cast) -> None:
    document = issue_composed(cast)

    first = actions.render_document(document.pk, actor=cast.actors["phuc_xa"], at=AT)
    again = actions.render_document(document.pk, actor=cast.actors["ba_dinh"], at=AT)

    assert content_of(first.sha256).startswith(b"%PDF-")
    assert first.name == "01-kh-mttq-btt.pdf"
    assert again == first
    assert Entry.objects.filter(event="document.rendered").count() == 1


def test_whoever_does_not_see_the_paper_gets_no_file(cast: Cast) -> None:
    document = issue_composed(cast, is_public=False)

    with pytest.raises(NotFound):
        actions.render_document(document.pk, actor=cast.actors["truc_bach"], at=AT)

    assert not StoredFile.objects.exists()


def test_a_public_paper_is_made_for_anybody(cast: Cast) -> None:
    document = issue_composed(cast, is_public=True)

    assert actions.render_document(document.pk, actor=cast.actors["stranger"], at=AT).size > 1_000


def test_without_the_faces_it_is_refused_in_a_sentence(cast: Cast, settings: Any, tmp_path: Path) -> None:
    settings.PAPER_FONTS = tmp_path / "none"
    document = issue_composed(cast)

    with pytest.raises(BadInput, match="danban assets"):
        actions.render_document(document.pk, actor=cast.actors["phuc_xa"], at=AT)


@pytest.mark.django_db(transaction=True)
def test_two_that_ask_at_once_get_one_file(city: Cast) -> None:
    document = issue_composed(city)
    ask = partial(actions.render_document, document.pk, actor=city.actors["phuc_xa"], at=AT)

    files = together(ask, ask, ask)

    assert len({file.pk for file in files}) == 1
    assert StoredFile.objects.count() == 1
