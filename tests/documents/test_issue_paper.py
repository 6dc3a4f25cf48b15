"""Issue a paper another room composed."""

from datetime import date

import pytest

from danban.audit.models import Entry
from danban.documents.models import Counter, Document, Signature
from danban.documents.queries import content_paper
from danban.documents.states import DocumentStatus
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.papers.forms import form_of
from danban.papers.paper import Profile
from danban.papers.wording import number_line
from tests.cast import TODAY, Cast
from tests.documents.factories import composed, issue_composed


def test_a_paper_is_numbered_frozen_and_kept_with_its_signatures(cast: Cast) -> None:
    document = Document.objects.get(pk=issue_composed(cast).pk)

    paper = content_paper(document)
    assert document.entry is not None
    assert document.entry.symbol == "01/KH-MTTQ-BTT"
    assert (document.status, document.issued_on, document.origin) == (DocumentStatus.ISSUED, TODAY, "plans")
    assert (paper.number, paper.symbol, paper.issued_on) == (1, "KH-MTTQ-BTT", TODAY)
    assert paper.signatures[0].lines == ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH")
    assert document.signatures.get().signed_at is not None


def test_what_the_paper_prints_is_what_the_register_says_and_the_code_is_the_documents(cast: Cast) -> None:
    document = issue_composed(cast)

    paper = content_paper(document)
    assert document.entry is not None
    assert number_line(paper, form_of(Profile.FRONT)) == f"Số: {document.entry.symbol}"
    assert paper.check_code is not None
    assert paper.check_code.code == document.public_code
    assert paper.check_code.address.endswith(f"/kiem-tra/{document.public_code}/")


def test_the_diary_says_that_it_was_issued(cast: Cast) -> None:
    document = issue_composed(cast)

    entry = Entry.objects.get(event="document.issued")
    assert (entry.subject_id, entry.unit_id) == (document.pk, cast.places["00001"].unit_id)
    assert entry.changes["origin"] == "plans"


def test_a_later_paper_takes_the_place_of_an_earlier_one(cast: Cast) -> None:
    first = issue_composed(cast)

    second = issue_composed(cast, replaces_id=first.pk)

    first.refresh_from_db()
    assert (first.status, second.status) == (DocumentStatus.REPLACED, DocumentStatus.ISSUED)
    assert second.entry is not None
    assert second.entry.number == 2


def test_a_paper_replaced_once_is_not_replaced_again_and_no_number_is_lost(cast: Cast) -> None:
    first = issue_composed(cast)
    issue_composed(cast, replaces_id=first.pk)

    with pytest.raises(NotNow):
        issue_composed(cast, replaces_id=first.pk)

    assert Counter.objects.get().last == 2


def test_a_paper_of_a_village_carries_no_number(cast: Cast) -> None:
    village = cast.bodies["00001.01", "front_work_committee"].pk

    document = issue_composed(
        cast, paper=composed(profile=Profile.VILLAGE), body_id=village, actor=cast.actors["head_of_group_1"],
        series="", pattern="",
    )  # fmt: skip

    assert document.entry is None
    assert content_paper(document).number is None
    assert not Counter.objects.exists()


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"on": date(2023, 2, 11)}, BadInput),
        ({"signatures": []}, BadInput),
        ({"body_id": 987654}, NotFound),
        ({"series": "unknown"}, BadInput),
        ({"pattern": "KH/{number:02d}"}, BadInput),
        ({"pattern": "{number}/KH"}, BadInput),
    ],
)
def test_a_refusal_leaves_no_trace(cast: Cast, changed: dict[str, object], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        issue_composed(cast, **changed)

    assert not Document.objects.exists()
    assert not Signature.objects.exists()
    assert not Counter.objects.exists()


def test_another_unit_issues_nothing_for_phuc_xa(cast: Cast) -> None:
    with pytest.raises(NotYours):
        issue_composed(cast, actor=cast.actors["truc_bach"])
