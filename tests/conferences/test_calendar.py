"""The whole span at a glance, what changed since a schedule was sent up, counts by the units served."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.campaigns.models import Campaign
from danban.conferences import actions, queries
from danban.conferences.models import Conference
from danban.conferences.queries.proposing import build
from danban.conferences.rules import Timing
from tests.cast import AT, TODAY, Cast
from tests.conferences.factories import FRIDAY, SATURDAY, conference_of, evening, scheduled


def test_days_are_counted_by_unit_and_tet_is_marked(cast: Cast, campaign: Campaign, one: Conference) -> None:
    scheduled(cast, one, evening())

    found = queries.calendar(cast.actors["mrs_ha"])

    [ba_dinh] = [row for row in found.rows if row.place.code == "001"]
    assert ba_dinh.by_day == {FRIDAY: 1}
    assert found.sums == {FRIDAY: 1}
    assert found.days[0] == FRIDAY
    before = queries.calendar(cast.actors["phuc_xa"], place_id=cast.places["00001.02"].pk)
    assert date(2023, 1, 22) in before.closed


def test_a_village_that_meets_with_another_finds_that_conference(
    cast: Cast, campaign: Campaign, one: Conference, other: Conference
) -> None:
    scheduled(cast, one, evening())
    actions.join_conferences([one.pk, other.pk], actor=cast.actors["phuc_xa"], at=AT)

    found = queries.list_conferences(cast.actors["phuc_xa"], place_id=other.placement_id)
    assert [row.pk for row in found.page] == [one.pk]
    board = queries.board(cast.actors["phuc_xa"], place_id=other.placement_id, today=TODAY)
    assert [row.pk for row in board.standing] == [one.pk]


def test_what_changed_since_the_schedule_was_sent_is_told_to_commune_and_district(
    cast: Cast, campaign: Campaign, one: Conference
) -> None:
    place = cast.places["00001"]
    for row in Conference.objects.filter(placement__path__startswith=place.path):
        Conference.objects.filter(pk=row.pk).update(status="scheduled", day=FRIDAY, session="eve")
    assert queries.sent_page(cast.actors["phuc_xa"]).lines is None
    actions.send_schedule(campaign.pk, placement_id=place.pk, actor=cast.actors["phuc_xa"], at=AT)
    actions.schedule_conference(
        one.pk, timing=Timing(SATURDAY, "eve"), is_fixed=True, actor=cast.actors["phuc_xa"], at=AT
    )

    lines = queries.sent_page(cast.actors["phuc_xa"]).lines or ()
    assert [(line.name, line.before, line.now) for line in lines] == [
        ("Tổ dân phố số 1", "Tối Thứ Sáu 17/02/2023", "Tối Thứ Bảy 18/02/2023")
    ]
    below = {
        row.place.code: (row.sent is not None, row.changes) for row in queries.sent_page(cast.actors["ba_dinh"]).below
    }
    assert below["00001"] == (True, 1)
    assert all(state == (False, 0) for code, state in below.items() if code != "00001")
    listed = queries.list_conferences(cast.actors["phuc_xa"], day=SATURDAY)
    assert listed.changed == {one.pk}


def test_a_commune_is_proposed_no_day_before_its_last_village_met(cast: Cast, campaign: Campaign) -> None:
    last = date(2023, 2, 22)
    Conference.objects.filter(placement=cast.places["00001.01"]).update(status="scheduled", day=last, session="eve")

    ground = build(campaign, cast.city, is_village=False, today=TODAY)

    own = conference_of(cast, campaign, "00001").pk
    [meeting] = [one for one in ground.problem.meetings if one.key == own]
    assert meeting.costs
    assert all(ground.slots[at][0] > last for at in meeting.costs)


def test_calendar_and_what_was_sent_cost_the_same_for_many(cast: Cast, campaign: Campaign) -> None:
    def count(code: str) -> tuple[int, int]:
        found = []
        for ask in (queries.calendar, queries.sent_page):
            with CaptureQueriesContext(connection) as seen:
                ask(cast.actors["mrs_ha"], place_id=cast.places[code].pk)
            found.append(len(seen))
        return found[0], found[1]

    assert count("001") == count("01")
