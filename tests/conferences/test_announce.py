"""A conference is announced once it has a day, a hall and a start."""

from datetime import timedelta

import pytest

from danban.campaigns.models import Campaign
from danban.conferences import actions
from danban.conferences.models import Conference, Hall
from danban.conferences.states import ConferenceStatus
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast
from tests.conferences.factories import ROOMS, announced, evening, scheduled
from tests.conferences.factories_agenda import agreed, drafted, make_template
from tests.conferences.owing import owe


def test_a_head_announces_and_the_commune_hears_of_it(cast: Cast, one: Conference, hall: Hall) -> None:
    scheduled(cast, agreed(cast, one), evening(hall=hall))

    actions.announce_conference(one.pk, actor=cast.actors["head_of_group_1"], at=AT)

    one.refresh_from_db()
    assert (one.status, one.announced_at) == (ConferenceStatus.ANNOUNCED, AT)
    assert last_event() == ("conference.announced", "conference", one.pk)
    subjects = Notice.objects.filter(channel="inbox", account=cast.people["phuc_xa"]).values_list("subject", flat=True)
    assert f"Hội nghị của Tổ dân phố số 1 họp 19:30 tối Thứ Sáu 17/02/2023, {hall.name}" in subjects


def test_everything_that_is_missing_is_named_at_once(
    cast: Cast, campaign: Campaign, one: Conference, hall: Hall
) -> None:  # fmt: skip
    make_template(cast, campaign)
    scheduled(cast, one, evening(starts=None))

    def refused(words: str) -> None:
        with no_trace(*ROOMS), pytest.raises(NotNow, match=words):
            actions.announce_conference(one.pk, actor=cast.actors["phuc_xa"], at=AT)

    refused("thiếu hội trường, giờ họp và chương trình")
    drafted(cast, one)
    refused("giờ họp và ý kiến thống nhất chương trình của Ban công tác Mặt trận .*, Tổ trưởng Tổ dân phố số 1")
    agreed(cast, one)
    refused("thiếu hội trường và giờ họp")
    scheduled(cast, one, evening(hall=hall))
    one.agenda.filter(item__isnull=False).first().delete()  # type: ignore[union-attr]
    refused(r"thiếu nội dung bắt buộc \(Đánh giá Quy tắc ứng xử nơi công cộng\)")


def test_a_unit_that_joined_after_the_heads_agreed_has_done_its_duty(
    cast: Cast, campaign: Campaign, one: Conference, other: Conference, hall: Hall
) -> None:
    duty = owe(cast, campaign, "agenda", "village").obligations.filter(placement=other.placement)
    agreed(cast, one)
    actions.join_conferences([one.pk, other.pk], actor=cast.actors["phuc_xa"], at=AT)
    assert duty.get().fulfilled_on is None

    announced(cast, one, evening(hall=hall))

    assert duty.get().fulfilled_on == TODAY


def test_others_too_late_and_twice_are_refused(cast: Cast, one: Conference, other: Conference, hall: Hall) -> None:
    with no_trace(*ROOMS), pytest.raises(NotNow, match="Chưa có lịch"):
        actions.announce_conference(one.pk, actor=cast.actors["phuc_xa"], at=AT)
    scheduled(cast, agreed(cast, one), evening(hall=hall))
    with no_trace(*ROOMS):
        with pytest.raises(NotYours):
            actions.announce_conference(one.pk, actor=cast.actors["mrs_ha"], at=AT)
        with pytest.raises(NotFound):
            actions.announce_conference(one.pk, actor=cast.actors["truc_bach"], at=AT)
        with pytest.raises(NotNow, match="đã qua"):
            actions.announce_conference(one.pk, actor=cast.actors["phuc_xa"], at=AT + timedelta(days=9))
    actions.announce_conference(one.pk, actor=cast.actors["phuc_xa"], at=AT)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.announce_conference(one.pk, actor=cast.actors["phuc_xa"], at=AT)
