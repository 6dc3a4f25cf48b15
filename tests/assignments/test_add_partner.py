"""Bodies that work together."""

import pytest

from danban.assignments import actions
from danban.assignments.models import Partner
from danban.campaigns.models import Assignment
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.assignments.factories import last_event, no_trace
from tests.cast import AT, Cast


@pytest.mark.parametrize("who", ["culture_department", "mrs_ha"])
def test_the_department_or_the_city_confirms_a_partner(cast: Cast, department_work: Assignment, who: str) -> None:
    front = cast.bodies["01", "front_committee"]

    actions.add_partner(department_work.pk, body_id=front.pk, actor=cast.actors[who], at=AT)

    assert Partner.objects.get().body == front
    assert last_event() == ("partner.added", "assignment", department_work.pk)


def test_the_body_that_answers_twice_the_same_others_and_elsewhere_are_refused(
    cast: Cast, department_work: Assignment
) -> None:
    ha, front = cast.actors["mrs_ha"], cast.bodies["01", "front_committee"].pk
    actions.add_partner(department_work.pk, body_id=front, actor=ha, at=AT)

    with no_trace():
        with pytest.raises(NotNow, match="đã có trong danh sách"):
            actions.add_partner(department_work.pk, body_id=front, actor=ha, at=AT)
        with pytest.raises(BadInput, match="chịu trách nhiệm chính"):
            actions.add_partner(department_work.pk, body_id=cast.bodies["01", "department"].pk, actor=ha, at=AT)
        with pytest.raises(BadInput):
            actions.add_partner(department_work.pk, body_id=cast.bodies["001", "front_committee"].pk, actor=ha, at=AT)
        with pytest.raises(NotYours):
            actions.add_partner(department_work.pk, body_id=front, actor=cast.actors["ba_dinh"], at=AT)
