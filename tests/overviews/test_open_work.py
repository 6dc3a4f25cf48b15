"""What a post has open, counted for the record of a handover."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.campaigns.models import Assignment, Campaign, Obligation
from danban.overviews.queries import open_work
from tests.cast import TODAY, Cast, run_campaign
from tests.difficulties.factories import answered, ask
from tests.overviews.growing import done, owed_by


def _of(cast: Cast, name: str, today: date = TODAY) -> dict[str, int]:
    office = cast.offices[name]
    return open_work(office.unit_id, office.body_id, today=today)


def test_late_soon_and_other_open_things_of_the_unit_are_counted_apart(cast: Cast) -> None:
    run_campaign(cast)

    assert _of(cast, "phuc_xa") == {"Việc quá hạn": 1, "Việc sắp đến hạn": 0, "Việc khác chưa xong": 2}
    done(owed_by(cast, "00001", "plan"), TODAY)
    assert _of(cast, "phuc_xa", date(2023, 3, 5)) == {
        "Việc quá hạn": 0, "Việc sắp đến hạn": 1, "Việc khác chưa xong": 1,
    }  # fmt: skip


def test_what_another_body_of_the_unit_owes_is_not_this_post_s(cast: Cast) -> None:
    run_campaign(cast)
    committee = cast.bodies["00001", "peoples_committee"]
    Obligation.objects.filter(placement=cast.places["00001"], kind__code="plan").update(body=committee)

    assert sum(_of(cast, "phuc_xa").values()) == 2
    assert sum(_of(cast, "phuc_xa_committee").values()) == 3


def test_weekly_work_and_waiting_difficulties_are_named_where_there_are_any(cast: Cast) -> None:
    campaign = run_campaign(cast)
    body = cast.bodies["01", "department"]
    Assignment.objects.create(campaign=campaign, body=body, actor="Sở", rrule="FREQ=WEEKLY;BYDAY=FR", position=0)
    Assignment.objects.create(campaign=campaign, body=body, actor="Sở", position=1)
    ask(cast, campaign)
    answered(cast, ask(cast, campaign))

    assert _of(cast, "culture_department")["Việc làm hằng tuần"] == 1
    assert _of(cast, "phuc_xa")["Vướng mắc chờ trả lời"] == 1
    assert "Vướng mắc chờ trả lời" not in _of(cast, "truc_bach")


def test_a_closed_year_leaves_nothing_open_and_the_cost_is_three_queries(cast: Cast) -> None:
    run_campaign(cast)
    with CaptureQueriesContext(connection) as captured:
        _of(cast, "phuc_xa")
    assert len(captured) == 3

    Campaign.objects.update(status="closed", closed_at="2023-12-31T00:00:00+07:00")

    assert sum(_of(cast, "phuc_xa").values()) == 0
