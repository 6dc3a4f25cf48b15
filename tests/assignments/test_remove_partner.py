"""A partner named by mistake."""

import pytest

from danban.assignments import actions
from danban.assignments.models import Partner, ProgressNote
from danban.campaigns.models import Assignment
from danban.kit.refusals import NotFound, NotYours
from tests.assignments.factories import last_event, no_trace
from tests.cast import AT, TODAY, Cast


def test_a_partner_goes_and_what_it_noted_stays(cast: Cast, department_work: Assignment) -> None:
    ha, front = cast.actors["mrs_ha"], cast.bodies["01", "front_committee"].pk
    actions.add_partner(department_work.pk, body_id=front, actor=ha, at=AT)
    actions.note_assignment(department_work.pk, text="Đã họp", on=TODAY, actor=ha, at=AT)

    actions.remove_partner(department_work.pk, body_id=front, actor=cast.actors["culture_department"], at=AT)

    assert not Partner.objects.exists()
    assert ProgressNote.objects.get().body_id == front
    assert last_event() == ("partner.removed", "assignment", department_work.pk)
    with no_trace(), pytest.raises(NotYours):
        actions.note_assignment(department_work.pk, text="Họp nữa", on=TODAY, actor=ha, at=AT)


def test_who_is_no_partner_cannot_go_and_others_may_not_remove(cast: Cast, department_work: Assignment) -> None:
    front = cast.bodies["01", "front_committee"].pk

    with no_trace():
        with pytest.raises(NotFound):
            actions.remove_partner(department_work.pk, body_id=front, actor=cast.actors["mrs_ha"], at=AT)
        with pytest.raises(NotYours):
            actions.remove_partner(department_work.pk, body_id=front, actor=cast.actors["ba_dinh"], at=AT)
