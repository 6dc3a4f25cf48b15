"""Somebody stands in for the holder of a post for a while."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from danban.accounts import actions, queries
from danban.accounts.actions import Newcomer
from danban.accounts.models import Account, Appointment
from danban.accounts.queries import actor_for
from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.accounts.factories import make_account
from tests.cast import AT, TODAY, Cast

YESTERDAY = TODAY - timedelta(days=1)
NEXT_WEEK = TODAY + timedelta(days=7)


def _name(cast: Cast, *, of: str = "phuc_xa", by: str = "phuc_xa", **changes: Any) -> Appointment:
    given: dict[str, Any] = {"account_id": cast.stranger.pk, "starts_on": TODAY, "ends_on": NEXT_WEEK}
    return actions.name_deputy(cast.offices[of].pk, **{**given, **changes}, actor=cast.actors[by], at=AT)


def test_a_deputy_acts_for_the_post_under_an_appointment_of_their_own_until_the_last_day(cast: Cast) -> None:
    deputy = _name(cast)

    acting, principal = actor_for(deputy), cast.actors["phuc_xa"]
    assert (acting.permissions, acting.unit_id, acting.body_id) == (
        principal.permissions,
        principal.unit_id,
        principal.body_id,
    )
    assert acting.appointment_id == deputy.pk != principal.appointment_id
    assert deputy.title == "Thay: Hoàng Thị Lan, Phường Phúc Xá"
    assert [held.pk for held in queries.list_appointments_of(cast.stranger.pk, on=NEXT_WEEK)] == [deputy.pk]
    assert queries.list_appointments_of(cast.stranger.pk, on=NEXT_WEEK + timedelta(days=1)) == []
    entry = Entry.objects.get()
    assert (entry.event, entry.subject_id) == ("deputy.named", deputy.pk)
    assert entry.changes["stands_in_for"] == principal.appointment_id


def test_what_a_deputy_does_is_recorded_under_the_deputy_s_own_appointment(cast: Cast) -> None:
    deputy = _name(cast)

    actions.appoint_account(
        cast.people["truc_bach"].pk, role="village_head", unit_id=cast.places["00001.02"].unit_id, title="",
        starts_on=TODAY, actor=actor_for(deputy), at=AT,
    )  # fmt: skip

    entry = Entry.objects.get(event="account.appointed")
    assert (entry.appointment_id, entry.user_id) == (deputy.pk, cast.stranger.pk)


def test_the_holder_or_an_office_above_names_a_deputy_and_nobody_else(cast: Cast) -> None:
    for wrong in ("phuc_xa_committee", "culture_department", "mr_dung"):
        with pytest.raises(NotYours):
            _name(cast, by=wrong)
    for elsewhere in ("dong_anh", "truc_bach", "head_of_group_1"):
        with pytest.raises(NotFound):
            _name(cast, by=elsewhere)
    other_post = replace(cast.actors["phuc_xa"], appointment_id=10**9)
    with pytest.raises(NotYours):
        actions.name_deputy(
            cast.offices["phuc_xa"].pk, account_id=cast.stranger.pk, starts_on=TODAY, ends_on=TODAY, actor=other_post,
            at=AT,
        )  # fmt: skip
    assert not Entry.objects.exists()

    _name(cast, by="ba_dinh", ends_on=TODAY)
    _name(cast, of="head_of_group_1", by="head_of_group_1")
    _name(cast, of="culture_department", by="culture_department")


def test_a_deputy_is_somebody_else_who_is_not_locked_out(cast: Cast) -> None:
    with pytest.raises(BadInput, match="đang giữ chính vị trí"):
        _name(cast, account_id=cast.people["phuc_xa"].pk)
    with pytest.raises(NotYours, match="tự giao"):
        _name(cast, by="ba_dinh", account_id=cast.people["ba_dinh"].pk)
    with pytest.raises(NotFound):
        _name(cast, account_id=10**9)
    Account.objects.filter(pk=cast.stranger.pk).update(is_active=False)
    with pytest.raises(NotNow, match="khóa"):
        _name(cast)

    assert not Entry.objects.exists()


def test_only_an_office_that_appoints_people_enters_a_new_one_on_the_way(cast: Cast) -> None:
    newcomer = Newcomer("Đặng Thị Ánh", "anh@example.vn", None)

    with pytest.raises(NotYours):
        _name(cast, of="head_of_group_1", by="head_of_group_1", account_id=None, newcomer=newcomer)
    assert not Account.objects.filter(email="anh@example.vn").exists()

    assert _name(cast, by="ba_dinh", account_id=None, newcomer=newcomer).account.email == "anh@example.vn"


@pytest.mark.parametrize(
    ("starts", "ends", "fields"),
    [
        (0, -1, ["ends_on"]),
        (-9, -1, ["ends_on"]),
        (5, 4, ["ends_on"]),
        (0, 31, ["ends_on"]),
        (-41, 0, ["starts_on"]),
        (-41, 31, ["ends_on", "starts_on"]),
    ],
)
def test_the_days_lie_in_the_holder_s_own_term_and_are_not_over(
    cast: Cast, starts: int, ends: int, fields: list[str]
) -> None:
    Appointment.objects.filter(pk=cast.offices["phuc_xa"].pk).update(
        starts_on=TODAY - timedelta(days=40), ends_on=TODAY + timedelta(days=30)
    )

    with pytest.raises(BadInput) as refused:
        _name(cast, starts_on=TODAY + timedelta(days=starts), ends_on=TODAY + timedelta(days=ends))

    assert sorted(refused.value.problems) == fields
    assert not Entry.objects.exists()


def test_one_deputy_at_a_time(cast: Cast) -> None:
    _name(cast)

    with pytest.raises(BadInput, match="đã thay vị trí này"):
        _name(cast, account_id=make_account().pk, starts_on=NEXT_WEEK, ends_on=NEXT_WEEK)
    _name(cast, account_id=make_account().pk, starts_on=NEXT_WEEK + timedelta(1), ends_on=NEXT_WEEK + timedelta(2))


def test_a_deputy_names_no_deputy_and_hands_nothing_over(cast: Cast) -> None:
    deputy = _name(cast)

    with pytest.raises(NotYours, match="không cử người khác"):
        actions.name_deputy(
            deputy.pk, account_id=make_account().pk, starts_on=TODAY, ends_on=TODAY, actor=actor_for(deputy), at=AT
        )
    with pytest.raises(NotYours, match="người thay"):
        actions.hand_over(
            deputy.pk, account_id=make_account().pk, last_day=TODAY, open_work={}, actor=cast.actors["ba_dinh"], at=AT
        )


def test_a_post_that_is_over_has_no_deputy(cast: Cast) -> None:
    Appointment.objects.filter(pk=cast.offices["phuc_xa"].pk).update(ends_on=YESTERDAY)

    with pytest.raises(NotNow, match="đã kết thúc"):
        _name(cast, by="ba_dinh")


def test_deputies_end_when_the_holder_s_office_is_ended(cast: Cast) -> None:
    deputy = _name(cast)

    actions.end_appointment(
        cast.offices["phuc_xa"].pk, ends_on=TODAY + timedelta(days=2), actor=cast.actors["ba_dinh"], at=AT
    )

    deputy.refresh_from_db()
    assert deputy.ends_on == TODAY + timedelta(days=2)
    assert Entry.objects.get(event="appointment.ended").changes["deputies_ended"] == 1


def test_my_posts_show_own_ones_first_who_stands_in_and_for_whom_i_stand_in(cast: Cast) -> None:
    deputy = _name(cast)
    later = _name(
        cast, of="truc_bach", by="truc_bach", account_id=cast.people["phuc_xa"].pk,
        starts_on=TODAY + timedelta(days=3), ends_on=NEXT_WEEK,
    )  # fmt: skip

    mine = queries.own_posts(cast.actors["phuc_xa"], cast.people["phuc_xa"].pk, at=AT)
    theirs = queries.own_posts(actor_for(deputy), cast.stranger.pk, at=AT)

    assert [(post.office.pk, post.is_held, post.stands_in_for, post.may_name_deputy) for post in mine] == [
        (cast.offices["phuc_xa"].pk, True, "", True),
        (later.pk, False, "Đỗ Văn Nam", False),
    ]
    assert [one.account.full_name for one in mine[0].deputies] == ["Ngô Văn Khách"]
    assert [(post.office.pk, post.stands_in_for, post.may_name_deputy) for post in theirs] == [
        (deputy.pk, "Hoàng Thị Lan", False)
    ]
