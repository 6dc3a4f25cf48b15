"""A signed paper takes its number and never changes again."""

from datetime import date

import pytest

from danban.documents import actions
from danban.documents.models import Counter
from danban.documents.queries import content_paper
from danban.documents.states import DocumentStatus
from danban.kit.refusals import BadInput, NotFound, NotNow
from danban.papers.check.report import inspect_found
from danban.papers.check.word.reading import read_docx
from danban.papers.paper import Profile
from danban.papers.word import write_docx
from tests.cast import AT, TODAY, Cast
from tests.documents.factories import desk_of, issued, signed, submitted


def test_it_bears_its_number_and_what_was_typed(cast: Cast) -> None:
    document = issued(cast, desk_of(cast))

    document.refresh_from_db()
    paper = content_paper(document)
    assert document.entry is not None
    assert (document.status, document.entry.symbol) == (DocumentStatus.ISSUED, "01/MTTQ-BTT")
    assert (paper.number, paper.issued_on, paper.place) == (1, TODAY, "Phúc Xá")
    assert paper.signatures[0].name == "Trịnh Văn Sơn"


@pytest.mark.parametrize("kind", ["front_committee", "peoples_committee"])
def test_what_is_issued_keeps_the_form(cast: Cast, kind: str) -> None:
    document = issued(cast, desk_of(cast, kind), kind)

    verdict = inspect_found(read_docx(write_docx(content_paper(document))), Profile(document.profile))

    assert verdict.errors == ()


def test_a_second_click_takes_no_second_number(cast: Cast) -> None:
    desk = desk_of(cast)
    document = issued(cast, desk)

    with pytest.raises(NotNow, match="01/MTTQ-BTT"):
        actions.issue_document(document.pk, issued_on=TODAY, actor=desk.drafter, at=AT)

    assert Counter.objects.get().last == 1


def test_no_number_before_the_signature(cast: Cast) -> None:
    desk = desk_of(cast)
    document = submitted(cast, desk)

    with pytest.raises(NotNow, match="Trịnh Văn Sơn"):
        actions.issue_document(document.pk, issued_on=TODAY, actor=desk.drafter, at=AT)

    assert not Counter.objects.exists()


@pytest.mark.parametrize("on", [date(2023, 2, 11), date(2023, 2, 9)])
def test_neither_ahead_of_time_nor_before_it_was_drafted(cast: Cast, on: date) -> None:
    desk = desk_of(cast)
    document = signed(cast, desk)

    with pytest.raises(BadInput) as refusal:
        actions.issue_document(document.pk, issued_on=on, actor=desk.drafter, at=AT)

    assert refusal.value.problems
    document.refresh_from_db()
    assert (document.status, document.content) == (DocumentStatus.CHECKING, {})


def test_another_unit_issues_nothing(cast: Cast) -> None:
    document = signed(cast, desk_of(cast))

    with pytest.raises(NotFound):
        actions.issue_document(document.pk, issued_on=TODAY, actor=cast.actors["truc_bach"], at=AT)
