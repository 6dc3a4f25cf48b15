"""People are written down by phones and at the desk: once each, whatever is sent how often and in what order."""

from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.audit.models import Entry
from danban.campaigns.models import Campaign
from danban.conferences.models import Conference
from danban.conferences.states import ConferenceStatus
from danban.delegates import actions, queries
from danban.delegates.models import Attendance, Device
from danban.delegates.rules import Operation, Presence, TakeBack
from danban.delegates.states import Group, Reply, Way
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast, run_campaign
from tests.conferences.factories import plan
from tests.delegates.factories_presence import (
    ROOMS,
    delegate,
    device,
    household,
    on_its_day,
    present,
    scan,
    walk_in,
)


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The small running year with its conferences."""
    campaign = run_campaign(cast)
    plan(cast, campaign)
    return campaign


@pytest.fixture
def one(cast: Cast, campaign: Campaign) -> Conference:
    """The conference of group 1 of Phúc Xá, announced for today."""
    return on_its_day(cast, campaign)


@pytest.fixture
def phone(cast: Cast, one: Conference) -> Device:
    """The phone at its door."""
    return device(cast, one)


def test_a_scan_writes_who_came_with_their_group_and_household(cast: Cast, one: Conference, phone: Device) -> None:
    home = household(cast.places["00001.01"], 1)
    invited = delegate(one, 1, household=home)

    done = actions.check_in([scan(1)], conference_id=one.pk, device_id=phone.pk, at=AT)

    assert (done.written, done.known, done.refused) == (1, 0, ())
    (row,) = present(one)
    assert (row.delegate_id, row.household_id, row.group, row.way) == (invited.pk, home.pk, "household", Way.SCAN)
    assert (row.device_id, row.appointment_id, row.came_at, row.recorded_at) == (phone.pk, None, AT, AT)
    assert last_event() == ("presence.recorded", "conference", one.pk)


def test_the_desk_writes_with_its_own_name(cast: Cast, one: Conference) -> None:
    person = delegate(one, 1)
    actor = cast.actors["head_of_group_1"]

    actions.check_in(
        [Presence(uuid4(), Way.TICK, delegate_id=person.pk)], conference_id=one.pk, actor=actor, at=AT
    )  # fmt: skip

    (row,) = present(one)
    assert (row.device_id, row.appointment_id, row.way) == (None, actor.appointment_id, Way.TICK)


def test_a_second_scan_and_a_replay_change_nothing(cast: Cast, one: Conference, phone: Device) -> None:
    delegate(one, 1)
    first, other = scan(1), device(cast, one, label="Cửa phụ")
    actions.check_in([first], conference_id=one.pk, device_id=phone.pk, at=AT)
    entries = Entry.objects.count()

    again = actions.check_in([first, scan(1)], conference_id=one.pk, device_id=phone.pk, at=AT)
    elsewhere = actions.check_in([scan(1)], conference_id=one.pk, device_id=other.pk, at=AT)

    assert (again.written, again.known, elsewhere.written, elsewhere.known) == (0, 2, 0, 1)
    assert len(present(one)) == 1
    assert Entry.objects.count() == entries


def test_a_household_ticked_comes_as_its_delegate_whichever_was_ticked(
    cast: Cast, one: Conference, phone: Device
) -> None:  # fmt: skip
    named, unnamed = (household(cast.places["00001.01"], number) for number in (1, 2))
    person = delegate(one, 1, household=named)
    ticks = [Presence(uuid4(), Way.TICK, household_id=home.pk) for home in (named, unnamed)]

    done = actions.check_in([*ticks, scan(1)], conference_id=one.pk, device_id=phone.pk, at=AT)

    assert (done.written, done.known) == (2, 1)
    assert {(row.delegate_id, row.household_id) for row in present(one)} == {
        (person.pk, named.pk), (None, unnamed.pk)
    }  # fmt: skip
    assert queries.presence_of(one.pk).households == 2


def test_a_clock_that_cannot_be_right_is_not_believed(one: Conference, phone: Device) -> None:
    for number, moved in enumerate((timedelta(minutes=-50), timedelta(hours=-13), timedelta(seconds=1))):
        delegate(one, number)
        actions.check_in([scan(number, came_at=AT + moved)], conference_id=one.pk, device_id=phone.pk, at=AT)

    assert [row.came_at for row in present(one)] == [AT - timedelta(minutes=50), AT, AT]


def test_one_bad_operation_keeps_the_others(cast: Cast, one: Conference, phone: Device) -> None:
    delegate(one, 1)
    gone = delegate(one, 2, dropped_at=AT)
    successor = delegate(one, 3)
    replaced = delegate(one, 4, reply=Reply.REPLACED, replied_at=AT, replaced_by=successor)
    elsewhere = household(cast.places["00004.01"], 7)
    bad = [
        scan(99),
        Presence(uuid4(), Way.TICK, delegate_id=gone.pk),
        Presence(uuid4(), Way.TICK, delegate_id=replaced.pk),
        Presence(uuid4(), Way.TICK, delegate_id=2**62),
        Presence(uuid4(), Way.TICK, household_id=elsewhere.pk),
        walk_in("  "),
        walk_in(group="queen"),
        walk_in("x" * 121),
        walk_in(village_id=cast.places["00004.01"].pk),
    ]

    done = actions.check_in([*bad, scan(1), walk_in()], conference_id=one.pk, device_id=phone.pk, at=AT)

    assert (done.written, done.known) == (2, 0)
    assert [refusal.uuid for refusal in done.refused] == [operation.uuid for operation in bad]
    assert "không thuộc hội nghị này" in done.refused[0].sentence
    assert "cử người khác thay" in done.refused[2].sentence


def test_a_card_of_another_conference_is_refused(cast: Cast, campaign: Campaign, one: Conference) -> None:
    other = on_its_day(cast, campaign, "00001.02")
    delegate(other, 1)

    done = actions.check_in([scan(1)], conference_id=one.pk, device_id=device(cast, one).pk, at=AT)

    assert (done.written, len(done.refused)) == (0, 1)


def test_phones_of_others_revoked_and_expired_ones_write_nothing(
    cast: Cast, campaign: Campaign, one: Conference, phone: Device
) -> None:  # fmt: skip
    other = on_its_day(cast, campaign, "00001.02")
    with no_trace(*ROOMS):
        with pytest.raises(NotFound):
            actions.check_in([walk_in()], conference_id=other.pk, device_id=phone.pk, at=AT)
        with pytest.raises(NotFound):
            actions.check_in([walk_in()], conference_id=one.pk, device_id=2**62, at=AT)
        with pytest.raises(NotFound):
            actions.check_in([walk_in()], conference_id=one.pk, at=AT)
        with pytest.raises(NotNow, match="hết hạn"):
            actions.check_in([walk_in()], conference_id=one.pk, device_id=phone.pk, at=phone.expires_at)
    actions.revoke_device(phone.pk, conference_id=one.pk, actor=cast.actors["phuc_xa"], at=AT)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="ngừng"):
        actions.check_in([walk_in()], conference_id=one.pk, device_id=phone.pk, at=AT)


def test_only_whoever_holds_it_writes_and_only_in_its_hours(cast: Cast, one: Conference, phone: Device) -> None:
    for who, refusal in (("mrs_ha", NotYours), ("ba_dinh", NotYours), ("truc_bach", NotFound)):
        with no_trace(*ROOMS), pytest.raises(refusal):
            actions.check_in([walk_in()], conference_id=one.pk, actor=cast.actors[who], at=AT)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="trong ngày họp"):
        actions.check_in(
            [walk_in()], conference_id=one.pk, actor=cast.actors["phuc_xa"], at=AT - timedelta(days=1)
        )  # fmt: skip
    for status, words in ((ConferenceStatus.HELD, "đã kết thúc"), (ConferenceStatus.SCHEDULED, "chưa được thông báo")):
        held_on = one.day if status == ConferenceStatus.HELD else None
        Conference.objects.filter(pk=one.pk).update(status=status, held_on=held_on)
        with no_trace(*ROOMS), pytest.raises(NotNow, match=words):
            actions.check_in([walk_in()], conference_id=one.pk, device_id=phone.pk, at=AT)


def test_more_than_a_batch_is_refused_whole(one: Conference, phone: Device) -> None:
    with no_trace(*ROOMS), pytest.raises(BadInput, match="200"):
        actions.check_in([walk_in() for _ in range(201)], conference_id=one.pk, device_id=phone.pk, at=AT)


def test_a_take_back_may_arrive_before_the_presence(cast: Cast, one: Conference, phone: Device) -> None:
    delegate(one, 1)
    mistake = scan(1)

    early = actions.check_in([TakeBack(mistake.uuid)], conference_id=one.pk, device_id=phone.pk, at=AT)
    late = actions.check_in([mistake], conference_id=one.pk, device_id=phone.pk, at=AT)

    assert (early.written, late.written, present(one)) == (1, 0, [])
    assert actions.check_in([scan(1)], conference_id=one.pk, device_id=phone.pk, at=AT).written == 1


def test_a_presence_of_another_conference_is_not_taken_back(cast: Cast, campaign: Campaign, one: Conference) -> None:
    other = on_its_day(cast, campaign, "00001.02")
    mine = walk_in()
    actions.check_in([mine], conference_id=one.pk, device_id=device(cast, one).pk, at=AT)

    actions.check_in([TakeBack(mine.uuid)], conference_id=other.pk, device_id=device(cast, other, "phuc_xa").pk, at=AT)

    assert len(present(one)) == 1


def test_queries_do_not_grow_with_the_batch(one: Conference, phone: Device, django_assert_num_queries: object) -> None:
    for number in range(100):
        delegate(one, number)
    with django_assert_num_queries(6):  # type: ignore[operator]
        actions.check_in([scan(0)], conference_id=one.pk, device_id=phone.pk, at=AT)
    with django_assert_num_queries(6):  # type: ignore[operator]
        actions.check_in([scan(number) for number in range(1, 99)], conference_id=one.pk, device_id=phone.pk, at=AT)


@given(data=st.data())
def test_two_phones_in_any_order_leave_the_same_people(data: st.DataObject, cast: Cast, campaign: Campaign) -> None:
    Attendance.objects.all().delete()
    Device.objects.all().delete()
    one = on_its_day(cast, campaign)
    phones = [device(cast, one), device(cast, one)]
    one.delegates.all().delete()
    cast.places["00001.01"].unit.roll.all().delete()
    homes = [household(cast.places["00001.01"], number) for number in range(4)]
    people = [delegate(one, number, household=home) for number, home in enumerate(homes[:2])] + [delegate(one, 2)]
    kinds = st.one_of(
        st.integers(0, 2).map(scan),
        st.sampled_from(people).map(lambda person: Presence(uuid4(), Way.TICK, delegate_id=person.pk)),
        st.sampled_from(homes).map(lambda home: Presence(uuid4(), Way.TICK, household_id=home.pk)),
        st.just("khách").map(walk_in),
    )
    sent = data.draw(st.lists(kinds, max_size=12))
    mistakes = data.draw(st.lists(st.sampled_from(sent), max_size=3)) if sent else []
    walk_ins = [mistake for mistake in mistakes if mistake.way == Way.WALK_IN]
    found = []
    for _ in range(2):
        operations: list[Operation] = [*sent, *[TakeBack(mistake.uuid) for mistake in walk_ins]]
        repeated = data.draw(st.lists(st.sampled_from(operations), max_size=4)) if operations else []
        order = data.draw(st.permutations([*operations, *repeated]))
        while order:
            size = data.draw(st.integers(1, len(order)))
            batch, order = order[:size], order[size:]
            phone = data.draw(st.sampled_from(phones))
            done = actions.check_in(batch, conference_id=one.pk, device_id=phone.pk, at=AT)
            assert done.written + done.known == len(batch)
        rows = present(one)
        assert queries.presence_of(one.pk).present == len(rows)
        found.append(
            {(row.delegate_id, row.household_id, row.uuid if row.way == Way.WALK_IN else None) for row in rows}
        )
        assert len(found[-1]) == len(rows)
        Attendance.objects.all().delete()

    assert found[0] == found[1]
    expected = {mine.uuid for mine in sent if mine.way == Way.WALK_IN} - {mistake.uuid for mistake in walk_ins}
    assert {uuid for *_, uuid in found[0] if uuid} == expected


def test_a_walk_in_says_their_group(one: Conference, phone: Device) -> None:
    guest = walk_in("  Bùi  Văn Khách ", group=Group.OTHER, group_label="Hội Người cao tuổi")

    actions.check_in([guest], conference_id=one.pk, device_id=phone.pk, at=AT)

    (row,) = present(one)
    assert (row.full_name, row.group_label, row.way) == ("Bùi Văn Khách", "Hội Người cao tuổi", Way.WALK_IN)
    assert [group.label for group in queries.presence_of(one.pk).by_group] == ["Hội Người cao tuổi"]
