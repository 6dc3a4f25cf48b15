"""The structure is set by whoever holds the conference; assents fall with any change."""

import pytest

from danban.conferences.models import Conference
from danban.delegates import actions, queries
from danban.delegates.models import StructureAssent
from danban.delegates.rules import QuotaLine
from danban.delegates.states import Group
from danban.kit.refusals import BadInput, NotFound, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.delegates.factories import HEAD, QUOTAS, ROOMS


def test_a_change_lets_assents_fall_and_the_same_again_does_not(cast: Cast, ready: Conference) -> None:
    with no_trace(*ROOMS):
        actions.set_structure(ready.pk, quotas=QUOTAS, actor=cast.actors[HEAD], at=AT)
    assert StructureAssent.objects.count() == 2

    planned = actions.set_structure(ready.pk, quotas=QUOTAS[:2], actor=cast.actors[HEAD], at=AT)

    assert planned == 83
    assert not StructureAssent.objects.exists()
    assert last_event()[0] == "structure.set"
    assert [(row.label, row.planned) for row in queries.structure_of(ready.pk)] == [
        ("Chi bộ", 3), ("Đại diện hộ gia đình", 80),
    ]  # fmt: skip


def test_lines_without_villages_leave_what_each_village_may_send(cast: Cast, one: Conference) -> None:
    village, head = cast.places["00001.01"].pk, cast.actors[HEAD]
    both = [QuotaLine(Group.HOUSEHOLD, 80), QuotaLine(Group.HOUSEHOLD, 10, village_id=village)]
    actions.set_structure(one.pk, quotas=both, actor=head, at=AT)
    actions.set_structure(one.pk, quotas=[QuotaLine(Group.HOUSEHOLD, 90)], actor=head, at=AT)

    assert list(one.quotas.order_by("planned").values_list("planned", "village")) == [(10, village), (90, None)]


@pytest.mark.parametrize(
    "lines",
    [
        [QuotaLine("nobody", 1)],
        [QuotaLine(Group.OTHER, 1)],
        [QuotaLine(Group.FRONT, 1, "Tên")],
        [QuotaLine(Group.FRONT, -1)],
        [QuotaLine(Group.FRONT, 1), QuotaLine(Group.FRONT, 2)],
    ],
)
def test_odd_lines_are_refused(cast: Cast, one: Conference, lines: list[QuotaLine]) -> None:
    with no_trace(*ROOMS), pytest.raises(BadInput):
        actions.set_structure(one.pk, quotas=lines, actor=cast.actors[HEAD], at=AT)


def test_strangers_and_offices_further_above_are_refused(cast: Cast, one: Conference) -> None:
    for who, refusal in (("truc_bach", NotFound), ("ba_dinh", NotYours), ("mrs_ha", NotYours)):
        with no_trace(*ROOMS), pytest.raises(refusal):
            actions.set_structure(one.pk, quotas=QUOTAS, actor=cast.actors[who], at=AT)
