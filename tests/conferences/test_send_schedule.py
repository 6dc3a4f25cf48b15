"""The schedule goes up frozen, and every later change is marked."""

from datetime import timedelta

import pytest

from danban.campaigns.models import Campaign, Obligation
from danban.conferences import actions, queries
from danban.conferences.models import Conference
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import FRIDAY, ROOMS, SATURDAY, conference_of, evening, scheduled
from tests.conferences.owing import owe


def _fill(cast: Cast, campaign: Campaign, one: Conference, other: Conference) -> None:
    scheduled(cast, one, evening(FRIDAY))
    scheduled(cast, other, evening(SATURDAY))
    own = conference_of(cast, campaign, "00001")
    scheduled(cast, own, evening(FRIDAY + timedelta(days=14)))


def test_the_duty_is_done_and_changes_are_marked(
    cast: Cast, campaign: Campaign, one: Conference, other: Conference
) -> None:
    owe(cast, campaign, "schedule", "commune")
    _fill(cast, campaign, one, other)
    place, actor = cast.places["00001"], cast.actors["phuc_xa"]

    sent = actions.send_schedule(campaign.pk, placement_id=place.pk, actor=actor, at=AT)

    assert {line["conference"]: line["day"] for line in sent.content}[one.pk] == "2023-02-17"
    assert last_event()[0] == "obligation.fulfilled"
    assert Obligation.objects.get(kind__code="schedule", placement=place).fulfilled_by == "schedule.sent"
    told = Notice.objects.filter(channel="inbox", account=cast.people["ba_dinh"]).order_by("-pk")[0]
    assert (told.subject, told.body) == ("Phường Phúc Xá gửi lịch hội nghị", "3 hội nghị.")
    with no_trace(*ROOMS), pytest.raises(NotNow, match="không có gì thay đổi"):
        actions.send_schedule(campaign.pk, placement_id=place.pk, actor=actor, at=AT)

    scheduled(cast, one, evening(SATURDAY))
    [change] = queries.changes_since(campaign.pk, place) or []
    assert change.before is not None
    assert change.now is not None
    assert (change.conference_id, change.before["day"], change.now["day"]) == (one.pk, "2023-02-17", "2023-02-18")
    actions.send_schedule(campaign.pk, placement_id=place.pk, actor=actor, at=AT)
    told = Notice.objects.filter(channel="inbox", account=cast.people["ba_dinh"]).order_by("-pk")[0]
    assert "1 thay đổi" in told.body


def test_days_missing_strangers_and_the_top_are_refused(
    cast: Cast, campaign: Campaign, one: Conference, other: Conference
) -> None:
    place = cast.places["00001"].pk
    with no_trace(*ROOMS):
        with pytest.raises(NotNow, match="Còn 3 hội nghị chưa có ngày"):
            actions.send_schedule(campaign.pk, placement_id=place, actor=cast.actors["phuc_xa"], at=AT)
        with pytest.raises(NotYours):
            actions.send_schedule(campaign.pk, placement_id=place, actor=cast.actors["ba_dinh"], at=AT)
        with pytest.raises(NotYours):
            actions.send_schedule(campaign.pk, placement_id=place, actor=cast.actors["head_of_group_1"], at=AT)
        with pytest.raises(NotFound):
            actions.send_schedule(campaign.pk, placement_id=place, actor=cast.actors["truc_bach"], at=AT)
        with pytest.raises(NotNow, match="cấp cao nhất"):
            actions.send_schedule(campaign.pk, placement_id=cast.city.pk, actor=cast.actors["mrs_ha"], at=AT)


def test_an_empty_schedule_is_not_sent(cast: Cast, campaign: Campaign) -> None:
    Conference.objects.all().delete()

    with no_trace(*ROOMS), pytest.raises(NotNow, match="Chưa có hội nghị nào"):
        actions.send_schedule(
            campaign.pk, placement_id=cast.places["00001"].pk, actor=cast.actors["phuc_xa"], at=AT
        )  # fmt: skip
