"""A post passes from one holder to the next."""

from datetime import timedelta
from typing import Any

import pytest

from danban.accounts import actions, queries
from danban.accounts.actions import Newcomer
from danban.accounts.models import Account, Appointment, Handover
from danban.accounts.queries import actor_for
from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.accounts.factories import make_account
from tests.cast import AT, PASSWORD, TODAY, Cast

TOMORROW = TODAY + timedelta(days=1)
YESTERDAY = TODAY - timedelta(days=1)


def _hand_over(cast: Cast, *, of: str = "phuc_xa", by: str = "ba_dinh", **changes: Any) -> Handover:
    given: dict[str, Any] = {
        "account_id": cast.stranger.pk,
        "last_day": TODAY,
        "note": " Đã bàn giao con dấu. ",
        "open_work": {"Việc quá hạn": 2},
    }
    return actions.hand_over(cast.offices[of].pk, **{**given, **changes}, actor=cast.actors[by], at=AT)


def _nothing_was_written(cast: Cast, of: str = "phuc_xa") -> None:
    office = Appointment.objects.get(pk=cast.offices[of].pk)
    assert office.ends_on is None
    assert not Handover.objects.exists()
    assert not Entry.objects.exists()


def test_the_successor_begins_the_day_after_with_the_same_role_unit_body_and_title(cast: Cast) -> None:
    handover = _hand_over(cast)

    old, new = Appointment.objects.get(pk=cast.offices["phuc_xa"].pk), handover.incoming
    assert (old.ends_on, new.starts_on, new.ends_on) == (TODAY, TOMORROW, None)
    assert (new.role, new.unit_id, new.body_id, new.title) == (old.role, old.unit_id, old.body_id, old.title)
    assert (new.account_id, new.succeeds_id) == (cast.stranger.pk, old.pk)
    assert (handover.note, handover.open_work) == ("Đã bàn giao con dấu.", {"Việc quá hạn": 2})
    entry = Entry.objects.get()
    assert (entry.event, entry.subject_id, entry.unit_id) == ("appointment.handed_over", old.pk, old.unit_id)
    assert entry.changes["incoming"] == new.pk
    assert "con dấu" not in entry.canonical


def test_what_was_done_stays_with_who_did_it_and_the_successor_has_the_same_reach(cast: Cast) -> None:
    before = cast.actors["phuc_xa"]
    actions.enter_account(
        full_name="Đặng Thị Ánh", email="anh@example.vn", phone=None, password=PASSWORD,
        office=actions.Office("village_head", cast.places["00001.02"].unit_id, None, "", TODAY), actor=before, at=AT,
    )  # fmt: skip

    after = actor_for(_hand_over(cast).incoming)

    done = Entry.objects.get(event="account.entered")
    assert done.appointment_id == before.appointment_id != after.appointment_id
    assert (after.permissions, dict(after.paths), after.body_id) == (
        before.permissions,
        dict(before.paths),
        before.body_id,
    )


def test_a_newcomer_is_entered_in_the_same_step_or_not_at_all(cast: Cast) -> None:
    people = Account.objects.count()
    newcomer = Newcomer("Đặng Thị Ánh", "anh@example.vn", "0987 654 321", PASSWORD)

    with pytest.raises(BadInput, match="Ngày cuối"):
        _hand_over(cast, account_id=None, newcomer=newcomer, last_day=cast.offices["phuc_xa"].starts_on - timedelta(1))
    with pytest.raises(BadInput) as refused:
        _hand_over(cast, account_id=None, newcomer=Newcomer("Đặng Thị Ánh", "mrs.ha@example.vn", None))
    assert list(refused.value.problems) == ["email"]
    assert Account.objects.count() == people
    _nothing_was_written(cast)

    handover = _hand_over(cast, account_id=None, newcomer=newcomer)

    assert handover.incoming.account.phone == "+84987654321"
    assert handover.incoming.account.check_password(PASSWORD)


def test_deputies_of_the_old_holder_end_with_the_term_and_one_to_come_never_begins(cast: Cast) -> None:
    now, later = (
        actions.name_deputy(
            cast.offices["phuc_xa"].pk, account_id=make_account().pk, starts_on=TODAY + timedelta(days=starts),
            ends_on=TODAY + timedelta(days=starts + 9), actor=cast.actors["ba_dinh"], at=AT,
        )
        for starts in (0, 20)
    )  # fmt: skip

    _hand_over(cast, last_day=TODAY + timedelta(days=5))

    now.refresh_from_db()
    assert now.ends_on == TODAY + timedelta(days=5)
    assert not Appointment.objects.filter(pk=later.pk).exists()
    assert Entry.objects.get(event="appointment.handed_over").changes["deputies_ended"] == 2


def test_a_handover_written_down_late_takes_no_days_from_a_deputy_who_has_stood_in(cast: Cast) -> None:
    office = cast.offices["phuc_xa"]
    deputy = actions.name_deputy(
        office.pk, account_id=make_account().pk, starts_on=TODAY - timedelta(days=6), ends_on=TOMORROW,
        actor=cast.actors["ba_dinh"], at=AT,
    )  # fmt: skip

    handover = _hand_over(cast, last_day=TODAY - timedelta(days=9))

    deputy.refresh_from_db()
    assert handover.incoming.starts_on == TODAY - timedelta(days=8)
    assert deputy.ends_on == YESTERDAY


def test_the_rest_of_a_term_goes_to_the_successor(cast: Cast) -> None:
    end = TODAY + timedelta(days=300)
    Appointment.objects.filter(pk=cast.offices["phuc_xa"].pk).update(ends_on=end)

    assert _hand_over(cast).incoming.ends_on == end


def test_a_term_handed_over_on_its_last_day_leaves_an_open_one(cast: Cast) -> None:
    Appointment.objects.filter(pk=cast.offices["phuc_xa"].pk).update(ends_on=TODAY)

    assert _hand_over(cast).incoming.ends_on is None


def test_only_an_office_above_hands_over_and_only_in_its_area(cast: Cast) -> None:
    with pytest.raises(NotYours):
        _hand_over(cast, by="phuc_xa_committee")
    with pytest.raises(NotYours):
        _hand_over(cast, by="phuc_xa")
    with pytest.raises(NotYours):
        _hand_over(cast, by="culture_department")
    for elsewhere in ("dong_anh", "truc_bach", "head_of_group_1"):
        with pytest.raises(NotFound):
            _hand_over(cast, by=elsewhere)
    with pytest.raises(NotFound):
        actions.hand_over(10**9, last_day=TODAY, open_work={}, actor=cast.actors["mrs_ha"], at=AT)
    with pytest.raises(NotYours, match="tự bàn giao"):
        _hand_over(cast, of="mrs_ha", by="mrs_ha")
    _nothing_was_written(cast)

    _hand_over(cast, by="mrs_ha")


def test_nobody_hands_over_to_themselves_to_the_holder_or_to_nobody(cast: Cast) -> None:
    with pytest.raises(NotYours, match="tự giao"):
        _hand_over(cast, account_id=cast.people["ba_dinh"].pk)
    with pytest.raises(BadInput, match="đang giữ chính vị trí"):
        _hand_over(cast, account_id=cast.people["phuc_xa"].pk)
    with pytest.raises(BadInput, match="Hãy chọn một người"):
        _hand_over(cast, account_id=None)
    Account.objects.filter(pk=cast.stranger.pk).update(is_active=False)
    with pytest.raises(NotNow, match="khóa"):
        _hand_over(cast)
    _nothing_was_written(cast)


def test_another_post_of_ones_own_is_handed_over_from_an_office_above(cast: Cast) -> None:
    office = actions.appoint_account(
        cast.people["ba_dinh"].pk, role="commune_front_officer", unit_id=cast.places["00001"].unit_id, title="Kiêm",
        starts_on=TODAY, actor=cast.actors["mrs_ha"], at=AT,
    )  # fmt: skip

    handover = actions.hand_over(
        office.pk, account_id=cast.stranger.pk, last_day=TODAY, open_work={}, actor=cast.actors["ba_dinh"], at=AT
    )

    assert handover.incoming.account_id == cast.stranger.pk


def test_a_post_is_handed_over_once_while_it_is_held(cast: Cast) -> None:
    _hand_over(cast, last_day=TODAY + timedelta(days=5))
    with pytest.raises(NotNow, match="đã được bàn giao"):
        _hand_over(cast)
    successor = Appointment.objects.get(succeeds=cast.offices["phuc_xa"])
    with pytest.raises(NotNow, match="mới bắt đầu"):
        actions.hand_over(
            successor.pk, account_id=cast.people["truc_bach"].pk, last_day=TODAY, open_work={},
            actor=cast.actors["ba_dinh"], at=AT,
        )  # fmt: skip

    Appointment.objects.filter(pk=cast.offices["truc_bach"].pk).update(ends_on=YESTERDAY)
    with pytest.raises(NotNow, match="đã kết thúc"):
        _hand_over(cast, of="truc_bach")

    assert Handover.objects.count() == 1


def test_the_last_day_lies_inside_the_term(cast: Cast) -> None:
    Appointment.objects.filter(pk=cast.offices["phuc_xa"].pk).update(ends_on=TODAY)

    for last_day in (cast.offices["phuc_xa"].starts_on - timedelta(days=1), TOMORROW):
        with pytest.raises(BadInput) as refused:
            _hand_over(cast, last_day=last_day)
        assert list(refused.value.problems) == ["last_day"]

    assert not Handover.objects.exists()


def test_the_record_is_read_in_the_area_and_by_both_and_nowhere_else(cast: Cast) -> None:
    handover = _hand_over(cast)
    successor = actor_for(handover.incoming)

    for reader in (cast.actors["mrs_ha"], cast.actors["ba_dinh"], cast.actors["phuc_xa"], successor):
        page = queries.handover_page(reader, handover.pk)
        assert (page.outgoing_name, page.incoming_name) == ("Hoàng Thị Lan", "Ngô Văn Khách")
        assert (page.last_day, page.first_day, page.open_work) == (TODAY, TOMORROW, [("Việc quá hạn", 2)])
    for elsewhere in ("dong_anh", "truc_bach", "head_of_group_1", "stranger"):
        with pytest.raises(NotFound):
            queries.handover_page(cast.actors[elsewhere], handover.pk)


def test_whom_to_choose_is_sought_in_the_area_one_row_a_person_without_holder_and_giver(cast: Cast) -> None:
    actions.appoint_account(
        cast.people["truc_bach"].pk, role="village_head", unit_id=cast.places["00004.01"].unit_id, title="",
        starts_on=TODAY, actor=cast.actors["ba_dinh"], at=AT,
    )  # fmt: skip

    def found(by: str, text: str) -> list[str]:
        rows = queries.find_takers(cast.actors[by], text, cast.offices["phuc_xa"], on=TODAY)
        return [row.full_name for row in rows]

    assert found("ba_dinh", "") == ["Đặng Minh Châu"]
    assert found("ba_dinh", "nam") == ["Đỗ Văn Nam"]
    assert found("ba_dinh", "lan") == []
    assert found("ba_dinh", "bao") == []
    assert found("ba_dinh", "vu minh duc") == []
    assert found("mrs_ha", "vu minh duc") == ["Vũ Minh Đức"]
