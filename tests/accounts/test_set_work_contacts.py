"""How the holder of a post is reached at work: written by the holder or from above, read by everybody."""

from datetime import timedelta

import pytest

from danban.accounts import actions
from danban.accounts.models import Appointment
from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.cast import AT, TODAY, Cast


def _set(office: Appointment, cast: Cast, name: str, *, phone: str = "0912 345 678", email: str = "") -> Appointment:
    return actions.set_work_contacts(office.pk, phone=phone, email=email, actor=cast.actors[name], at=AT)


@pytest.mark.parametrize("name", ["phuc_xa", "ba_dinh", "ba_dinh_committee", "mrs_ha"])
def test_the_holder_and_the_offices_above_write_work_contacts_in_one_form(cast: Cast, name: str) -> None:
    office = cast.offices["phuc_xa"]

    _set(office, cast, name, phone=" 0912.345.678", email="Lan.Hoang@Hanoi.gov.vn ")

    office.refresh_from_db()
    assert (office.work_phone, office.work_email) == ("+84912345678", "lan.hoang@hanoi.gov.vn")
    assert office.account.phone is None
    entry = Entry.objects.get()
    assert (entry.event, entry.subject_id, entry.unit_id) == ("appointment.contacts_set", office.pk, office.unit_id)
    assert entry.changes == {"changed": ["work_phone", "work_email"]}


def test_at_the_top_whoever_gives_posts_there_writes_for_the_posts_of_the_city(cast: Cast) -> None:
    office = cast.offices["mr_dung"]

    _set(office, cast, "mrs_ha")

    office.refresh_from_db()
    assert office.work_phone == "+84912345678"


@pytest.mark.parametrize(
    "name",
    ["phuc_xa_committee", "truc_bach", "dong_anh", "head_of_group_1", "mr_dung", "culture_department", "stranger"],
)
def test_a_colleague_a_neighbour_and_those_below_are_refused_and_nothing_is_written(cast: Cast, name: str) -> None:
    office = cast.offices["phuc_xa"]

    with pytest.raises(NotYours, match="người giữ vị trí"):
        _set(office, cast, name)

    office.refresh_from_db()
    assert office.work_phone == ""
    assert not Entry.objects.exists()


def test_a_post_that_is_over_keeps_its_contacts(cast: Cast) -> None:
    office = cast.offices["phuc_xa"]
    Appointment.objects.filter(pk=office.pk).update(ends_on=TODAY - timedelta(days=1))

    with pytest.raises(NotNow, match="đã kết thúc từ ngày 09/02/2023"):
        _set(office, cast, "ba_dinh")
    with pytest.raises(NotFound):
        actions.set_work_contacts(0, phone="", email="", actor=cast.actors["mrs_ha"], at=AT)

    assert not Entry.objects.exists()


def test_what_cannot_be_read_is_named_by_field_and_nothing_is_written(cast: Cast) -> None:
    office = cast.offices["phuc_xa"]

    with pytest.raises(BadInput) as wrong:
        _set(office, cast, "phuc_xa", phone="113", email="lan")

    assert set(wrong.value.problems) == {"phone", "email"}
    office.refresh_from_db()
    assert office.work_phone == ""


def test_writing_the_same_again_leaves_no_second_trace(cast: Cast) -> None:
    office = cast.offices["phuc_xa"]

    _set(office, cast, "phuc_xa")
    _set(office, cast, "phuc_xa")
    _set(office, cast, "phuc_xa", phone="")

    office.refresh_from_db()
    assert office.work_phone == ""
    assert [entry.changes["changed"] for entry in Entry.objects.order_by("pk")] == [["work_phone"], ["work_phone"]]
