"""A deed of the timetable, and those sent follow."""

import pytest

from danban.conferences import actions as conferences
from danban.conferences.models import Conference
from danban.envoys import actions
from danban.envoys.models import Envoy
from danban.envoys.states import EnvoyStatus
from danban.kit.refusals import NotNow
from danban.notices.models import Notice
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import FRIDAY, SATURDAY, evening, scheduled
from tests.envoys.factories import ROOMS, approved, proposed


def _put(cast: Cast, one: Conference, day: object) -> Conference:
    timing = evening(day)  # type: ignore[arg-type]
    return actions.with_envoys(lambda: scheduled(cast, one, timing), [one.pk], actor=cast.actors["phuc_xa"], at=AT)


def test_approved_and_proposed_follow_and_the_approved_is_told(cast: Cast, one: Conference) -> None:
    scheduled(cast, one, evening())
    approved(cast, one, "ba_dinh")
    proposed(cast, one)

    assert _put(cast, one, SATURDAY).day == SATURDAY

    assert set(Envoy.objects.values_list("day", "session")) == {(SATURDAY, "eve")}
    told = Notice.objects.filter(channel="inbox", account=cast.people["ba_dinh"]).order_by("-pk")[0]
    assert told.subject == "Hội nghị Tổ dân phố số 1 đổi lịch"
    assert "18/02/2023" in told.body
    with no_trace("envoys", "notices"):
        actions.with_envoys(lambda: None, [one.pk], actor=cast.actors["phuc_xa"], at=AT)


def test_a_clash_sends_the_later_back_with_a_reason_and_tells_the_sender(
    cast: Cast, one: Conference, other: Conference
) -> None:
    scheduled(cast, one, evening())
    scheduled(cast, other, evening(SATURDAY))
    stays, moves = approved(cast, one, "ba_dinh"), approved(cast, other, "ba_dinh")

    _put(cast, other, FRIDAY)

    moves.refresh_from_db()
    stays.refresh_from_db()
    assert (stays.status, moves.status, moves.day) == (EnvoyStatus.APPROVED, EnvoyStatus.PROPOSED, FRIDAY)
    assert "trùng hội nghị Tổ dân phố số 1" in moves.reason
    told = Notice.objects.filter(channel="inbox", account=cast.people["ba_dinh_committee"]).order_by("-pk")[0]
    assert told.subject.startswith("Phạm Quốc Bảo trùng lịch")


def test_two_conferences_change_days_and_nobody_clashes(cast: Cast, one: Conference, other: Conference) -> None:
    scheduled(cast, one, evening())
    scheduled(cast, other, evening(SATURDAY))
    both = approved(cast, one), approved(cast, other)

    def swap() -> None:
        scheduled(cast, one, evening(SATURDAY))
        scheduled(cast, other, evening())

    actions.with_envoys(swap, [one.pk, other.pk], actor=cast.actors["phuc_xa"], at=AT)

    found = {envoy.pk: (envoy.day, envoy.status) for envoy in Envoy.objects.all()}
    assert found == {both[0].pk: (SATURDAY, "approved"), both[1].pk: (FRIDAY, "approved")}


def test_without_a_day_they_wait_and_given_up_frees_their_evening(
    cast: Cast, one: Conference, other: Conference
) -> None:
    actor = cast.actors["phuc_xa"]
    for conference in (one, other):
        scheduled(cast, conference, evening())
    envoy, wish = approved(cast, one), proposed(cast, other)

    actions.with_envoys(
        lambda: conferences.give_up_conference(one.pk, cause="Mưa", actor=actor, at=AT), [one.pk], actor=actor, at=AT
    )

    envoy.refresh_from_db()
    assert (envoy.status, envoy.day, envoy.session) == (EnvoyStatus.APPROVED, None, "")
    assert actions.approve_envoy(wish.pk, actor=actor, at=AT).day == FRIDAY


def test_a_refused_deed_leaves_no_trace(cast: Cast, one: Conference) -> None:
    approved(cast, one)

    def refuse() -> None:
        scheduled(cast, one, evening())
        raise NotNow("Không được.")

    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.with_envoys(refuse, [one.pk], actor=cast.actors["phuc_xa"], at=AT)
