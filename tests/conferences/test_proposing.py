"""A timetable proposed from the tables: rules kept, wishes met, what cannot be met named, nobody moved without need."""

from datetime import date, time, timedelta
from time import perf_counter

import pytest

from danban.accounts.models import Appointment
from danban.campaigns.models import Campaign, Obligation, ObligationKind
from danban.conferences import actions
from danban.conferences.models import Conference, ConferencePlace, Hall
from danban.conferences.queries import Proposal, propose_timetable
from danban.conferences.queries.proposing import build, now_of
from danban.conferences.rules import Timing
from danban.kit import paths
from danban.scheduler import propose
from danban.units.models import Placement, Unit
from tests.cast import AT, TODAY, Cast
from tests.conferences.factories import FRIDAY, SATURDAY, announced, conference_of, evening, hall_of, scheduled
from tests.scheduler.checking import cost_of


def proposed(cast: Cast, campaign: Campaign, code: str = "00001", **values: object) -> Proposal:
    given: dict[str, object] = {"is_village": True, "today": TODAY} | values
    return propose_timetable(campaign, cast.places[code], **given)  # type: ignore[arg-type]


def _after(proposal: Proposal, one: Conference) -> tuple[date, str] | None:
    return next(line.after for line in proposal.lines if line.standing.pk == one.pk)


def test_a_city_gets_a_timetable_an_independent_check_accepts(cast: Cast, campaign: Campaign, hall: Hall) -> None:
    ground = build(campaign, cast.city, is_village=True, today=TODAY)
    found = propose(ground.problem)

    assert len(found.slots) == 8
    assert cost_of(ground.problem, dict(found.slots)) == found.cost
    assert all(day > TODAY for day, _ in ground.slots)
    assert all(session == "eve" or day.weekday() >= 5 for day, session in ground.slots)


def test_tet_is_left_out(cast: Cast, campaign: Campaign) -> None:
    ground = build(campaign, cast.city, is_village=True, today=date(2023, 1, 10))

    days = {day for day, _ in ground.slots}
    assert date(2023, 1, 19) in days
    assert not days & {date(2023, 1, 20) + timedelta(days=n) for n in range(7)}


def test_a_wish_is_met_and_the_pilot_goes_first(
    cast: Cast, campaign: Campaign, one: Conference, other: Conference
) -> None:
    monday_morning = Timing(date(2023, 2, 20), "am")
    actions.propose_date(one.pk, timing=monday_morning, actor=cast.actors["head_of_group_1"], at=AT)
    actions.choose_pilot(one.pk, actor=cast.actors["phuc_xa"], at=AT)

    found = proposed(cast, campaign)

    assert _after(found, one) == (date(2023, 2, 20), "am")
    after = _after(found, other)
    assert after is not None
    assert after[0] >= date(2023, 2, 20)


def test_communes_meet_in_working_hours_in_their_own_window(cast: Cast, campaign: Campaign) -> None:
    found = proposed(cast, campaign, "01", is_village=False)

    assert {line.after[0].weekday() < 5 and line.after[1] in {"am", "pm"} for line in found.lines if line.after} == {
        True
    }
    assert len(found.timings) == 4
    assert all(date(2023, 3, 1) <= timing.day <= date(2023, 3, 10) for timing in found.timings.values())


def test_the_fixed_stay_and_the_others_move_only_where_they_must(
    cast: Cast, campaign: Campaign, one: Conference, other: Conference, hall: Hall
) -> None:
    announced(cast, one, evening(FRIDAY, hall))
    scheduled(cast, other, Timing(date(2023, 2, 28), "eve", starts=time(19)))

    found = proposed(cast, campaign)

    assert _after(found, one) == (FRIDAY, "eve")
    assert _after(found, other) == (date(2023, 2, 28), "eve")
    assert one.pk not in found.timings
    assert found.counts == (0, 0, 2, 0)
    assert proposed(cast, campaign, is_loyal=False).counts == (0, 1, 1, 0)


def test_a_day_that_has_come_is_left_to_those_who_record_what_became_of_it(
    cast: Cast, campaign: Campaign, one: Conference
) -> None:
    scheduled(cast, one, evening(FRIDAY))

    found = proposed(cast, campaign, today=SATURDAY, is_loyal=False)

    assert _after(found, one) == (FRIDAY, "eve")
    assert one.pk not in found.timings


def test_what_it_proposes_can_be_applied_and_then_nothing_moves(cast: Cast, campaign: Campaign, hall: Hall) -> None:
    first = proposed(cast, campaign, "01")
    count = actions.apply_timetable(
        campaign.pk, placement_id=cast.city.pk, slots=first.timings, actor=cast.actors["mrs_ha"], at=AT
    )

    assert count == 8
    again = proposed(cast, campaign, "01")
    assert again.counts == (0, 0, 8, 0)
    assert again.gap == 0


def test_a_hall_another_conference_has_is_not_proposed(cast: Cast, campaign: Campaign, one: Conference) -> None:
    hall = hall_of(cast)
    narrow = Obligation.objects.filter(kind__code="conference", placement=one.placement)
    narrow.update(starts_on=SATURDAY, due_on=SATURDAY)
    own = conference_of(cast, campaign, "00001")
    Obligation.objects.filter(kind__code="conference", placement=own.placement).update(starts_on=SATURDAY)
    scheduled(cast, own, Timing(SATURDAY, "am", hall.pk, time(8)))

    assert _after(proposed(cast, campaign), one) != (SATURDAY, "am")


def test_what_cannot_be_met_is_named(cast: Cast, campaign: Campaign) -> None:
    villages = Obligation.objects.filter(kind__code="conference", kind__level=cast.levels["village"])
    villages.update(starts_on=FRIDAY, due_on=FRIDAY)

    found = proposed(cast, campaign, leaders=1)

    [sentence] = found.sentences
    assert sentence.startswith("Phường Phúc Xá: 2 hội nghị chỉ có 1 buổi (17/02) với 1 lãnh đạo, dự được 1 nơi:")
    assert sentence.endswith(": Tổ dân phố số 1, Tổ dân phố số 2.")
    villages.update(starts_on=TODAY, due_on=TODAY)
    assert proposed(cast, campaign).sentences[0].startswith("Phường Phúc Xá: 1 hội nghị không có buổi nào")


def test_leaders_are_those_who_hold_office(cast: Cast, campaign: Campaign) -> None:
    ground = build(campaign, cast.places["001"], is_village=True, today=TODAY)
    assert ground.leaders[cast.places["00001"].pk] == 2

    Appointment.objects.filter(pk=cast.offices["phuc_xa_committee"].pk).update(ends_on=TODAY - timedelta(days=1))
    ground = build(campaign, cast.places["001"], is_village=True, today=TODAY)
    assert ground.leaders[cast.places["00001"].pk] == 1
    assert build(campaign, cast.places["001"], is_village=True, leaders=5, today=TODAY).leaders == dict.fromkeys(
        ground.leaders, 5
    )


def _grow(cast: Cast, campaign: Campaign, communes: int, villages: int) -> None:
    """So many communes of Ba Đình with so many villages each, all owing a conference."""
    level = ObligationKind.objects.get(campaign=campaign, code="conference", level=cast.levels["village"])
    district, kind = cast.places["001"], cast.places["00001.01"].kind
    tops = [_place(district, 10 + n, cast.places["00001"]) for n in range(communes)]
    _store(tops)
    for one in tops:
        one.at_2 = one.pk
    Placement.objects.bulk_update(tops, ["at_2"], batch_size=200)
    leaves = [_place(top, n, cast.places["00001.01"]) for top in tops for n in range(villages)]
    _store(leaves)
    assert kind.level == cast.levels["village"]
    owed = [Obligation(campaign=campaign, kind=level, placement=one, starts_on=level.starts_on, due_on=level.due_on)
            for one in leaves]  # fmt: skip
    Obligation.objects.bulk_create(owed, batch_size=500)


def _place(parent: Placement, position: int, like: Placement) -> Placement:
    path = paths.step(parent.path, position)
    name = f"Nơi {path}"
    return Placement(
        tree=parent.tree, parent=parent, level=like.level, kind=like.kind, path=path, code=path, name=name,
        folded=name.lower(), sort_key=path, at_1=parent.at_1, at_2=parent.at_2,
    )  # fmt: skip


def _store(places: list[Placement]) -> None:
    units = Unit.objects.bulk_create([Unit(name=one.name) for one in places], batch_size=500)
    for one, unit in zip(places, units, strict=True):
        one.unit = unit
    Placement.objects.bulk_create(places, batch_size=200)


@pytest.mark.timeout(120)
def test_the_problem_of_a_whole_city_is_built_in_two_seconds(cast: Cast, campaign: Campaign) -> None:
    _grow(cast, campaign, communes=570, villages=9)
    made = actions.plan_conferences(campaign.pk, actor=cast.actors["mrs_ha"], at=AT)
    assert made == 570 * 9
    assert ConferencePlace.objects.count() == made + 12

    start = perf_counter()
    ground = build(campaign, cast.city, is_village=True, today=TODAY)
    took = perf_counter() - start

    assert len(ground.problem.meetings) == made + 8
    assert took < 2, f"{took:.2f} s"
    assert now_of(ground) == {}
