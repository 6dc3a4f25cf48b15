"""How the office of a body is reached: by its own people, by those above, and by nobody else."""

from datetime import date

import pytest

from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.units import actions
from danban.units.models import Body
from tests.cast import AT, Cast


def _set(body: Body, cast: Cast, name: str, **typed: str) -> Body:
    wanted = {"phone": "024 3825 3536", "email": "", "address": "", **typed}
    return actions.set_body_contacts(body.pk, **wanted, actor=cast.actors[name], at=AT)


@pytest.mark.parametrize("name", ["phuc_xa", "ba_dinh", "mrs_ha"])
def test_a_body_itself_and_the_offices_above_write_its_contacts_in_one_form(cast: Cast, name: str) -> None:
    body = cast.bodies["00001", "front_committee"]

    _set(body, cast, name, phone=" 024.3825.3536 ", email="MTTQ.PhucXa@Hanoi.gov.vn ", address="  số 5   phố Phúc Xá")

    body.refresh_from_db()
    assert (body.phone, body.email) == ("+842438253536", "mttq.phucxa@hanoi.gov.vn")
    assert body.address == "số 5 phố Phúc Xá"
    entry = Entry.objects.get()
    assert (entry.event, entry.subject_id, entry.unit_id) == ("body.contacts_set", body.pk, body.unit_id)
    assert entry.changes == {"changed": ["phone", "email", "address"]}


def test_whoever_keeps_the_tree_writes_for_the_bodies_of_the_city_and_a_department_for_itself(cast: Cast) -> None:
    department = cast.bodies["01", "department"]

    _set(department, cast, "mrs_ha")
    _set(department, cast, "culture_department", phone="0912345678")

    department.refresh_from_db()
    assert department.phone == "+84912345678"


@pytest.mark.parametrize(
    "name",
    ["phuc_xa_committee", "truc_bach", "dong_anh", "head_of_group_1", "mr_dung", "culture_department", "stranger"],
)
def test_a_neighbour_the_other_body_and_those_below_are_refused_and_nothing_is_written(cast: Cast, name: str) -> None:
    body = cast.bodies["00001", "front_committee"]

    with pytest.raises(NotYours, match="chính cơ quan đó"):
        _set(body, cast, name)

    body.refresh_from_db()
    assert body.phone == ""
    assert not Entry.objects.exists()


def test_a_body_that_ended_or_does_not_exist_has_no_contacts_to_write(cast: Cast) -> None:
    body = cast.bodies["00001", "front_committee"]
    Body.objects.filter(pk=body.pk).update(ends_on=date(2023, 1, 31))

    with pytest.raises(NotNow, match="không còn hoạt động"):
        _set(body, cast, "phuc_xa")
    with pytest.raises(NotFound):
        actions.set_body_contacts(0, phone="", email="", address="", actor=cast.actors["phuc_xa"], at=AT)

    assert not Entry.objects.exists()


def test_what_cannot_be_read_is_named_by_field(cast: Cast) -> None:
    body = cast.bodies["00001", "front_committee"]

    with pytest.raises(BadInput) as wrong:
        _set(body, cast, "phuc_xa", phone="113", email="mttq", address="số 5")
    with pytest.raises(BadInput, match="Địa chỉ quá dài"):
        _set(body, cast, "phuc_xa", address="a" * 201)

    assert set(wrong.value.problems) == {"phone", "email"}
    body.refresh_from_db()
    assert (body.phone, body.address) == ("", "")


def test_writing_the_same_again_leaves_no_second_trace_and_an_empty_text_takes_away(cast: Cast) -> None:
    body = cast.bodies["00001", "front_committee"]
    _set(body, cast, "phuc_xa")
    _set(body, cast, "phuc_xa")
    before = Entry.objects.count()

    _set(body, cast, "phuc_xa", phone="")

    body.refresh_from_db()
    assert (before, Entry.objects.count()) == (1, 2)
    assert body.phone == ""
