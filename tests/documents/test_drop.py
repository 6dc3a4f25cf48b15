"""Put a draft away."""

import pytest

from danban.documents import actions
from danban.documents.states import DocumentStatus
from danban.kit.refusals import NotFound, NotNow
from tests.cast import AT, Cast
from tests.documents.factories import desk_of, sheet_of, submitted


def test_a_colleague_puts_a_draft_away(cast: Cast) -> None:
    desk = desk_of(cast)
    document = actions.draft_document(sheet_of(cast), actor=desk.drafter, at=AT)

    actions.drop_document(document.pk, actor=desk.signer, at=AT)

    document.refresh_from_db()
    assert document.status == DocumentStatus.DROPPED


def test_what_was_submitted_is_not_dropped(cast: Cast) -> None:
    desk = desk_of(cast)
    document = submitted(cast, desk)

    with pytest.raises(NotNow):
        actions.drop_document(document.pk, actor=desk.drafter, at=AT)


def test_another_unit_drops_nothing(cast: Cast) -> None:
    document = actions.draft_document(sheet_of(cast), actor=cast.actors["phuc_xa"], at=AT)

    with pytest.raises(NotFound):
        actions.drop_document(document.pk, actor=cast.actors["truc_bach"], at=AT)
