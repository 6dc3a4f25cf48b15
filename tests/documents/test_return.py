"""Send a paper back to its drafter."""

import pytest

from danban.documents import actions
from danban.documents.states import DocumentStatus
from danban.kit.refusals import BadInput, NotNow
from tests.cast import AT, Cast
from tests.documents.factories import desk_of, issued, signed, submitted


def test_it_is_a_draft_again_and_checks_and_signatures_begin_anew(cast: Cast) -> None:
    desk = desk_of(cast, "peoples_committee")
    document = signed(cast, desk, "peoples_committee")

    actions.return_document(document.pk, reason=" Sai ngày họp. ", actor=desk.signer, at=AT)

    document.refresh_from_db()
    assert (document.status, document.return_reason) == (DocumentStatus.DRAFTING, "Sai ngày họp.")
    assert document.content_checked_at is document.form_checked_at is None
    assert not document.signatures.exists()


def test_without_a_reason_it_stays(cast: Cast) -> None:
    desk = desk_of(cast)
    document = submitted(cast, desk)

    with pytest.raises(BadInput):
        actions.return_document(document.pk, reason=" ", actor=desk.signer, at=AT)

    document.refresh_from_db()
    assert document.status == DocumentStatus.CHECKING


def test_an_issued_paper_does_not_come_back(cast: Cast) -> None:
    desk = desk_of(cast)
    document = issued(cast, desk)

    with pytest.raises(NotNow):
        actions.return_document(document.pk, reason="Sai", actor=desk.signer, at=AT)
