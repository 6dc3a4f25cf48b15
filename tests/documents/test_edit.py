"""Change a draft."""

import pytest

from danban.documents import actions
from danban.kit.refusals import NotFound, NotNow, NotYours
from tests.cast import AT, Cast
from tests.documents.factories import desk_of, sheet_of, submitted


def test_the_draft_says_what_is_typed_now(cast: Cast) -> None:
    drafter = cast.actors["phuc_xa"]
    document = actions.draft_document(sheet_of(cast), actor=drafter, at=AT)

    actions.edit_document(document.pk, sheet=sheet_of(cast, subject="Việc khác"), actor=drafter, at=AT)

    document.refresh_from_db()
    assert (document.subject, document.folded) == ("Việc khác", "viec khac")


def test_only_who_drafted_it_changes_it_so_that_nobody_signs_own_words(cast: Cast) -> None:
    desk = desk_of(cast)
    document = actions.draft_document(sheet_of(cast), actor=desk.drafter, at=AT)

    with pytest.raises(NotYours):
        actions.edit_document(document.pk, sheet=sheet_of(cast), actor=desk.signer, at=AT)


def test_what_was_submitted_is_not_changed(cast: Cast) -> None:
    desk = desk_of(cast)
    document = submitted(cast, desk)

    with pytest.raises(NotNow):
        actions.edit_document(document.pk, sheet=sheet_of(cast, subject="Khác"), actor=desk.drafter, at=AT)

    document.refresh_from_db()
    assert document.subject != "Khác"


def test_from_outside_there_is_no_draft(cast: Cast) -> None:
    document = actions.draft_document(sheet_of(cast), actor=cast.actors["phuc_xa"], at=AT)

    with pytest.raises(NotFound):
        actions.edit_document(document.pk, sheet=sheet_of(cast), actor=cast.actors["ba_dinh"], at=AT)
