"""The two heads agree, each through their own office."""

import pytest

from danban.campaigns.models import Campaign
from danban.conferences import actions
from danban.conferences.models import Conference, Hall
from danban.conferences.rules import programme_of
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast
from tests.conferences.factories import ROOMS, announced, conference_of, evening
from tests.conferences.factories_agenda import agreed, as_lines, drafted, heads_of, make_template
from tests.conferences.owing import owe


def test_both_heads_agree_and_the_duty_is_done(cast: Cast, campaign: Campaign, one: Conference) -> None:
    duty = owe(cast, campaign, "agenda", "village").obligations.filter(placement=one.placement)
    drafted(cast, one)
    front, authority = heads_of(cast, "00001.01")

    actions.agree_agenda(one.pk, actor=front, at=AT)

    assert duty.get().fulfilled_on is None
    told = Notice.objects.get(channel="inbox", subject__contains="đã thống nhất chương trình")
    assert told.appointment_id == authority.appointment_id
    actions.agree_agenda(one.pk, actor=authority, at=AT)
    assert (duty.get().fulfilled_on, duty.get().fulfilled_by) == (TODAY, "agenda.agreed")
    assert {assent.body_id for assent in one.assents.all()} == {front.body_id, authority.body_id}
    assert programme_of(one, on=TODAY).is_agreed


def test_at_a_commune_the_front_and_the_committee_agree(cast: Cast, campaign: Campaign) -> None:
    own = conference_of(cast, campaign, "00001")
    drafted(cast, own)

    for who in ("phuc_xa", "phuc_xa_committee"):
        actions.agree_agenda(own.pk, actor=cast.actors[who], at=AT)

    assert programme_of(own, on=TODAY).is_agreed
    assert str(own.assents.first()).startswith(f"{own.pk} ✓")


def test_of_villages_that_meet_together_each_has_done_its_duty(
    cast: Cast, campaign: Campaign, one: Conference, other: Conference
) -> None:
    kind = owe(cast, campaign, "agenda", "village")
    actions.join_conferences([one.pk, other.pk], actor=cast.actors["phuc_xa"], at=AT)

    agreed(cast, one)

    both = kind.obligations.filter(placement__in=(one.placement, other.placement))
    assert [duty.fulfilled_on for duty in both] == [TODAY, TODAY]
    actions.set_agenda(one.pk, lines=as_lines(one)[:-1], actor=cast.actors["head_of_group_1"], at=AT)
    assert not both.filter(fulfilled_on__isnull=False).exists()


def test_nobody_agrees_for_the_other_nor_twice_nor_unseen(cast: Cast, campaign: Campaign, one: Conference) -> None:
    front, _ = heads_of(cast, "00001.01")
    with no_trace(*ROOMS), pytest.raises(NotNow, match="chưa có chương trình"):
        actions.agree_agenda(one.pk, actor=front, at=AT)
    drafted(cast, one)
    with no_trace(*ROOMS):
        for who, refusal in (("phuc_xa", NotYours), ("ba_dinh", NotYours), ("truc_bach", NotFound)):
            with pytest.raises(refusal):
                actions.agree_agenda(one.pk, actor=cast.actors[who], at=AT)
        with pytest.raises(NotNow, match="vừa có người sửa"):
            actions.agree_agenda(one.pk, seen="cũ", actor=front, at=AT)
    actions.agree_agenda(one.pk, seen=programme_of(one, on=TODAY).mark, actor=front, at=AT)
    assert last_event() == ("agenda.agreed", "conference", one.pk)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="đã thống nhất"):
        actions.agree_agenda(one.pk, actor=front, at=AT)


def test_an_agenda_that_lacks_a_content_cannot_be_agreed(
    cast: Cast, campaign: Campaign, one: Conference, hall: Hall
) -> None:
    drafted(cast, one)
    make_template(cast, campaign, "village", "Phát động thi đua")

    with no_trace(*ROOMS), pytest.raises(NotNow, match="thiếu nội dung bắt buộc: Phát động thi đua"):
        actions.agree_agenda(one.pk, actor=cast.actors["head_of_group_1"], at=AT)


def test_what_is_announced_is_not_agreed_again(cast: Cast, one: Conference, hall: Hall) -> None:
    announced(cast, one, evening(hall=hall))

    with no_trace(*ROOMS), pytest.raises(NotNow, match="đã chốt"):
        actions.agree_agenda(one.pk, actor=cast.actors["head_of_group_1"], at=AT)
