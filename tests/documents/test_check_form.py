"""The form of a state paper is checked by a person of its own."""

import pytest

from danban.documents import actions
from danban.kit.refusals import NotFound, NotNow, NotYours
from tests.cast import AT, Cast
from tests.documents.factories import desk_of, submitted

STATE = "peoples_committee"


def test_a_person_of_its_own_says_it_is_right(cast: Cast) -> None:
    desk = desk_of(cast, STATE)
    document = submitted(cast, desk, STATE)

    actions.check_form_document(document.pk, actor=desk.form_checker, at=AT)

    document.refresh_from_db()
    assert (document.form_checked_at, document.form_checked_by_id) == (AT, desk.form_checker.appointment_id)


def test_neither_the_drafter_nor_who_made_the_other_check(cast: Cast) -> None:
    desk = desk_of(cast, STATE)
    document = submitted(cast, desk, STATE)
    actions.check_content_document(document.pk, actor=desk.content_checker, at=AT)

    for hasty in (desk.drafter, desk.content_checker):
        with pytest.raises(NotYours):
            actions.check_form_document(document.pk, actor=hasty, at=AT)


def test_it_is_checked_once(cast: Cast) -> None:
    desk = desk_of(cast, STATE)
    document = submitted(cast, desk, STATE)
    actions.check_form_document(document.pk, actor=desk.form_checker, at=AT)

    with pytest.raises(NotNow):
        actions.check_form_document(document.pk, actor=desk.signer, at=AT)


def test_a_paper_of_the_front_asks_for_no_check(cast: Cast) -> None:
    desk = desk_of(cast)
    document = submitted(cast, desk)

    with pytest.raises(NotNow):
        actions.check_form_document(document.pk, actor=desk.signer, at=AT)


def test_from_outside_there_is_nothing_to_check(cast: Cast) -> None:
    document = submitted(cast, desk_of(cast, STATE), STATE)

    with pytest.raises(NotFound):
        actions.check_form_document(document.pk, actor=cast.actors["truc_bach"], at=AT)
