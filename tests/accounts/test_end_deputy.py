"""A deputy is let go before the time."""

from datetime import timedelta

import pytest

from danban.accounts import actions
from danban.accounts.models import Appointment
from danban.accounts.queries import actor_for
from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.cast import AT, TODAY, Cast

NEXT_WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def deputy(cast: Cast) -> Appointment:
    return actions.name_deputy(
        cast.offices["phuc_xa"].pk, account_id=cast.stranger.pk, starts_on=TODAY - timedelta(days=2),
        ends_on=NEXT_WEEK, actor=cast.actors["phuc_xa"], at=AT,
    )  # fmt: skip


@pytest.mark.parametrize("by", ["phuc_xa", "ba_dinh", "mrs_ha"])
def test_the_holder_or_an_office_above_lets_a_deputy_go(cast: Cast, deputy: Appointment, by: str) -> None:
    actions.end_deputy(deputy.pk, last_day=TODAY - timedelta(days=1), actor=cast.actors[by], at=AT)

    assert not Appointment.objects.held_on(TODAY).filter(pk=deputy.pk).exists()
    entry = Entry.objects.get(event="deputy.ended")
    assert entry.changes["ends_on"] == [str(NEXT_WEEK), str(TODAY - timedelta(days=1))]
    with pytest.raises(NotNow, match="đã kết thúc"):
        actions.end_deputy(deputy.pk, last_day=TODAY, actor=cast.actors[by], at=AT)


def test_one_who_has_not_begun_never_does(cast: Cast) -> None:
    deputy = actions.name_deputy(
        cast.offices["phuc_xa"].pk, account_id=cast.stranger.pk, starts_on=TODAY + timedelta(days=2),
        ends_on=NEXT_WEEK, actor=cast.actors["phuc_xa"], at=AT,
    )  # fmt: skip
    pk = deputy.pk

    actions.end_deputy(pk, last_day=TODAY, actor=cast.actors["phuc_xa"], at=AT)

    assert not Appointment.objects.filter(pk=pk).exists()
    assert Entry.objects.get(event="deputy.ended").subject_id == pk


def test_nobody_else_may_and_an_own_office_is_no_deputy(cast: Cast, deputy: Appointment) -> None:
    before = Entry.objects.count()

    for wrong in (cast.actors["phuc_xa_committee"], actor_for(deputy)):
        with pytest.raises(NotYours):
            actions.end_deputy(deputy.pk, last_day=TODAY, actor=wrong, at=AT)
    for elsewhere in ("dong_anh", "head_of_group_1"):
        with pytest.raises(NotFound):
            actions.end_deputy(deputy.pk, last_day=TODAY, actor=cast.actors[elsewhere], at=AT)
    with pytest.raises(NotFound):
        actions.end_deputy(cast.offices["phuc_xa"].pk, last_day=TODAY, actor=cast.actors["ba_dinh"], at=AT)

    assert Entry.objects.count() == before


@pytest.mark.parametrize("days", [-3, 8])
def test_an_end_is_brought_forward_inside_the_days_stood_in(cast: Cast, deputy: Appointment, days: int) -> None:
    with pytest.raises(BadInput) as refused:
        actions.end_deputy(deputy.pk, last_day=TODAY + timedelta(days=days), actor=cast.actors["phuc_xa"], at=AT)

    assert list(refused.value.problems) == ["last_day"]
    deputy.refresh_from_db()
    assert deputy.ends_on == NEXT_WEEK
