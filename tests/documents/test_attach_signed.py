"""Keep the signed and sealed copy with its paper."""

import pytest

from danban.documents import actions
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.cast import AT, Cast
from tests.documents import uploads
from tests.documents.factories import desk_of, issue_composed, submitted

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


def test_a_scan_is_kept_and_a_better_one_takes_its_place(cast: Cast) -> None:
    document = issue_composed(cast)

    for content in (PDF, PDF + b"%signed\n"):
        actions.attach_signed(document.pk, content=content, name="ban-ky.pdf", actor=cast.actors["phuc_xa"], at=AT)

    document.refresh_from_db()
    assert document.signed_file is not None
    assert document.signed_file.size == len(PDF) + 8


@pytest.mark.parametrize("content", [b"", b"hello", b"MZ\x90\x00"])
def test_anything_else_is_refused(cast: Cast, content: bytes) -> None:
    document = issue_composed(cast)

    with pytest.raises(BadInput):
        actions.attach_signed(document.pk, content=content, name="a.pdf", actor=cast.actors["phuc_xa"], at=AT)

    document.refresh_from_db()
    assert document.signed_file is None


def test_a_word_file_is_no_scan(cast: Cast) -> None:
    with pytest.raises(BadInput) as refusal:
        actions.attach_signed(
            issue_composed(cast).pk, content=uploads.docx(), name="a.docx", actor=cast.actors["phuc_xa"], at=AT
        )

    assert "file" in refusal.value.problems


def test_only_after_the_issue_and_only_by_the_own_unit(cast: Cast) -> None:
    desk = desk_of(cast)
    with pytest.raises(NotNow):
        actions.attach_signed(submitted(cast, desk).pk, content=PDF, name="a.pdf", actor=desk.drafter, at=AT)
    with pytest.raises(NotYours):
        actions.attach_signed(issue_composed(cast).pk, content=PDF, name="a.pdf", actor=cast.actors["ba_dinh"], at=AT)
