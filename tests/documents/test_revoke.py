"""Take an issued paper back."""

import pytest

from danban.documents import actions
from danban.documents.states import DocumentStatus
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.cast import AT, Cast
from tests.documents.factories import desk_of, issue_composed, issued, submitted


def test_it_says_why_and_keeps_its_number(cast: Cast) -> None:
    desk = desk_of(cast)
    document = issued(cast, desk)

    actions.revoke_document(document.pk, reason="Ban hành nhầm.", actor=desk.signer, at=AT)

    document.refresh_from_db()
    assert (document.status, document.revoked_at) == (DocumentStatus.REVOKED, AT)
    assert document.revoke_reason == "Ban hành nhầm."
    assert document.entry is not None


def test_without_a_reason_it_stands(cast: Cast) -> None:
    desk = desk_of(cast)
    document = issued(cast, desk)

    with pytest.raises(BadInput):
        actions.revoke_document(document.pk, reason="", actor=desk.signer, at=AT)

    document.refresh_from_db()
    assert document.status == DocumentStatus.ISSUED


def test_what_was_not_issued_is_not_revoked(cast: Cast) -> None:
    desk = desk_of(cast)
    document = submitted(cast, desk)

    with pytest.raises(NotNow):
        actions.revoke_document(document.pk, reason="Nhầm", actor=desk.signer, at=AT)


def test_the_unit_above_does_not_revoke_it_and_a_plan_is_changed_on_its_page(cast: Cast) -> None:
    with pytest.raises(NotYours):
        actions.revoke_document(issued(cast, desk_of(cast)).pk, reason="x", actor=cast.actors["ba_dinh"], at=AT)
    with pytest.raises(NotNow, match="Kế hoạch"):
        actions.revoke_document(issue_composed(cast).pk, reason="x", actor=cast.actors["phuc_xa"], at=AT)
