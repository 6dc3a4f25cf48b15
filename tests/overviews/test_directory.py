"""The directory: every unit of the tree in force, for everybody, with contacts of work and none of private life."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from danban.accounts.models import Account, Appointment
from danban.kit.refusals import NotFound, NotYours
from danban.overviews.exports.directory import HEADINGS, directory_csv, directory_lines, directory_xlsx
from danban.overviews.queries import (
    desk_to_edit,
    directory_extract,
    directory_page,
    directory_sheet,
    find_in_directory,
    post_to_edit,
)
from danban.overviews.queries.reachable import Listed, Post
from danban.units.models import Body, Tree
from tests.accounts.factories import make_appointment
from tests.cast import AT, TODAY, Cast


def _posts(unit: Listed) -> list[Post]:
    return [post for desk in unit.desks for post in desk.posts]


def test_by_default_one_sees_the_own_unit_the_way_to_it_its_neighbours_and_what_lies_below(cast: Cast) -> None:
    found = directory_page(cast.actors["phuc_xa"], None, at=AT)

    assert found.unit.place == cast.places["00001"]
    assert [one.name for one in found.above] == ["Thành phố Hà Nội", "Quận Ba Đình"]
    assert [one.name for one in found.neighbours] == ["Phường Trúc Bạch"]
    assert [one.place.name for one in found.below] == ["Tổ dân phố số 1", "Tổ dân phố số 2"]
    assert [post.name for post in _posts(found.below[0])] == ["Bùi Thị Mai"]
    assert [desk.name for desk in found.unit.desks] == [
        "Ủy ban MTTQ Việt Nam Phường Phúc Xá",
        "Ủy ban nhân dân Phường Phúc Xá",
    ]
    assert found.own is None
    assert not found.has_more_neighbours


@pytest.mark.parametrize("name", ["head_of_group_1", "culture_department", "dong_anh", "mrs_ha"])
def test_any_office_looks_up_any_unit_and_finds_the_way_back_to_its_own(cast: Cast, name: str) -> None:
    found = directory_page(cast.actors[name], cast.places["00004"].pk, at=AT)

    assert [post.name for post in _posts(found.unit)] == ["Đỗ Văn Nam"]
    assert found.own is not None
    assert (
        found.own.pk
        == cast.places[{"mrs_ha": "01", "culture_department": "01", "dong_anh": "017"}.get(name, "00001.01")].pk
    )


def test_whoever_holds_no_office_looks_up_nothing(cast: Cast) -> None:
    for ask in (
        lambda: directory_page(cast.actors["stranger"], None, at=AT),
        lambda: directory_sheet(cast.actors["stranger"], cast.city.pk, at=AT),
        lambda: find_in_directory(cast.actors["stranger"], "phuc xa", at=AT),
    ):
        with pytest.raises(NotYours):
            ask()


def test_only_contacts_of_work_are_shown(cast: Cast) -> None:
    office = cast.offices["phuc_xa"]
    Account.objects.filter(pk=office.account_id).update(phone="+84900000009", email="rieng@example.vn")
    Appointment.objects.filter(pk=office.pk).update(work_phone="+842401234567", work_email="lan@hanoi.example")

    found = directory_page(cast.actors["head_of_group_1"], cast.places["00001"].pk, at=AT)

    post = next(post for post in _posts(found.unit) if post.pk == office.pk)
    assert (post.phone, post.email) == ("+842401234567", "lan@hanoi.example")
    assert "rieng@example.vn" not in repr(found)
    assert "900000009" not in repr(found)


def test_a_deputy_stands_with_the_one_stood_in_for_and_posts_without_a_body_come_last(cast: Cast) -> None:
    unit, office = cast.places["00001"].unit, cast.offices["phuc_xa"]
    deputy = make_appointment(unit, role="commune_front_officer", ends_on=TODAY + timedelta(days=9))
    Appointment.objects.filter(pk=deputy.pk).update(stands_in_for=office, body=office.body)
    loose = make_appointment(unit, role="commune_committee_officer")

    found = directory_page(cast.actors["mrs_ha"], cast.places["00001"].pk, at=AT).unit

    holder = next(post for post in _posts(found) if post.pk == office.pk)
    assert [(one.pk, one.until) for one in holder.deputies] == [(deputy.pk, TODAY + timedelta(days=9))]
    assert [post.pk for post in _posts(found)].count(deputy.pk) == 0
    assert (found.desks[-1].pk, [post.pk for post in found.desks[-1].posts]) == (0, [loose.pk])


def test_whoever_left_is_locked_out_or_sits_in_a_body_that_ended_is_not_listed_there(cast: Cast) -> None:
    Appointment.objects.filter(pk=cast.offices["phuc_xa"].pk).update(ends_on=TODAY - timedelta(days=1))
    Account.objects.filter(pk=cast.people["phuc_xa_committee"].pk).update(is_active=False)
    Body.objects.filter(pk=cast.bodies["00001", "front_committee"].pk).update(ends_on=date(2023, 1, 1))

    found = directory_page(cast.actors["mrs_ha"], cast.places["00001"].pk, at=AT).unit

    assert _posts(found) == []
    assert [desk.name for desk in found.desks] == ["Ủy ban nhân dân Phường Phúc Xá"]


def test_a_unit_of_a_tree_that_is_over_is_not_found_and_an_own_unit_outside_the_tree_starts_at_the_top(
    cast: Cast,
) -> None:
    actor = replace(cast.actors["phuc_xa"], paths={})

    assert directory_page(actor, None, at=AT).unit.place == cast.city
    with pytest.raises(NotFound):
        directory_page(actor, 0, at=AT)
    Tree.objects.filter(pk=cast.tree.pk).update(ends_on=TODAY - timedelta(days=1))
    with pytest.raises(NotFound):
        directory_page(actor, cast.places["00001"].pk, at=AT)


def test_what_may_be_written_is_marked_for_whoever_may_write_it(cast: Cast) -> None:
    def marked(name: str) -> tuple[set[int], set[int]]:
        unit = directory_page(cast.actors[name], cast.places["00001"].pk, at=AT).unit
        desks = {desk.pk for desk in unit.desks if desk.may_edit}
        return desks, {post.pk for post in _posts(unit) if post.may_edit}

    front, committee = cast.bodies["00001", "front_committee"].pk, cast.bodies["00001", "peoples_committee"].pk
    own, other = cast.offices["phuc_xa"].pk, cast.offices["phuc_xa_committee"].pk
    assert marked("phuc_xa") == ({front}, {own})
    assert marked("ba_dinh") == ({front, committee}, {own, other})
    assert marked("truc_bach") == (set(), set())


def test_the_page_of_a_form_is_for_whoever_may_fill_it_in(cast: Cast) -> None:
    body, office = cast.bodies["00001", "front_committee"], cast.offices["phuc_xa"]

    assert desk_to_edit(cast.actors["phuc_xa"], body.pk, at=AT).unit.place == cast.places["00001"]
    page, post = post_to_edit(cast.actors["ba_dinh"], office.pk, at=AT)
    assert (page.unit.place, post.pk) == (cast.places["00001"], office.pk)
    for name in ("truc_bach", "phuc_xa_committee"):
        with pytest.raises(NotYours):
            desk_to_edit(cast.actors[name], body.pk, at=AT)
        with pytest.raises(NotYours):
            post_to_edit(cast.actors[name], office.pk, at=AT)
    for ask in (desk_to_edit, post_to_edit):
        with pytest.raises(NotFound):
            ask(cast.actors["phuc_xa"], 0, at=AT)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("hoang thi lan", ["Hoàng Thị Lan"]),
        ("LAN phuc xa", ["Hoàng Thị Lan"]),
        ("truong ban cong tac", ["Bùi Thị Mai"]),
        ("so van hoa", ["Lê Thu Hương"]),
        ("mttq phuc xa", ["Hoàng Thị Lan"]),
        ("truc bach", ["Đỗ Văn Nam"]),
        ("sapa", []),
    ],
)
def test_people_are_found_by_name_post_body_or_unit_without_accents(cast: Cast, text: str, names: list[str]) -> None:
    found = find_in_directory(cast.actors["head_of_group_1"], text, at=AT)

    assert [one.post.name for one in found.posts] == names
    assert found.page.paginator.count == len(names)


def test_words_that_stand_together_come_first_and_higher_units_before_lower(cast: Cast) -> None:
    make_appointment(cast.places["00454.01"].unit, role="village_head")
    folded = "thon phuc | xa xuan non"
    cast.places["00454.01"].__class__.objects.filter(pk=cast.places["00454.01"].pk).update(folded=folded)

    found = find_in_directory(cast.actors["mrs_ha"], "phuc xa", at=AT)

    assert [one.place_pk for one in found.posts][:2] == [cast.places["00001"].pk] * 2
    assert found.posts[-1].place_pk == cast.places["00454.01"].pk


def test_units_and_bodies_are_found_beside_people_with_the_way_to_them(cast: Cast) -> None:
    found = find_in_directory(cast.actors["truc_bach"], "phuc xa", at=AT)

    assert [hit.way for hit in found.units] == ["Phường Phúc Xá · Quận Ba Đình"]
    assert {body.pk for body in found.bodies} == {
        cast.bodies["00001", "front_committee"].pk,
        cast.bodies["00001", "peoples_committee"].pk,
    }
    assert {one.way for one in found.posts} == {"Phường Phúc Xá · Quận Ba Đình"}
    assert find_in_directory(cast.actors["truc_bach"], "sapa", at=AT).is_empty


def test_a_paper_holds_one_unit_or_it_and_those_right_below(cast: Cast) -> None:
    one = directory_sheet(cast.actors["head_of_group_1"], cast.places["001"].pk, at=AT)
    more = directory_sheet(cast.actors["head_of_group_1"], cast.places["001"].pk, at=AT, with_below=True)

    assert [unit.place.name for unit in one.units] == ["Quận Ba Đình"]
    assert [unit.place.name for unit in more.units] == ["Quận Ba Đình", "Phường Phúc Xá", "Phường Trúc Bạch"]
    assert [crumb.name for crumb in one.above] == ["Thành phố Hà Nội"]


def test_the_own_area_is_taken_away_as_a_table_by_offices_that_take_out_lists(cast: Cast) -> None:
    office = cast.offices["phuc_xa"]
    Appointment.objects.filter(pk=office.pk).update(work_phone="+842401234567")
    deputy = make_appointment(office.unit, role="commune_front_officer", ends_on=TODAY)
    Appointment.objects.filter(pk=deputy.pk).update(stands_in_for=office, body=office.body)

    sheet = directory_extract(cast.actors["ba_dinh"], cast.places["00001"].pk, at=AT)

    lines = list(directory_lines(sheet))
    assert {len(line) for line in lines} == {len(HEADINGS)}
    assert [unit.place.name for unit in sheet.units] == ["Phường Phúc Xá", "Tổ dân phố số 1", "Tổ dân phố số 2"]
    assert [line[5:8] for line in lines if line[5] == "Hoàng Thị Lan"] == [
        ("Hoàng Thị Lan", "Hoàng Thị Lan, Phường Phúc Xá", "024 0123 4567")
    ]
    assert [line[10] for line in lines if line[10]] == ["Người thay của Hoàng Thị Lan đến 10/02/2023"]
    assert directory_csv(sheet).decode("utf-8-sig").startswith("Cấp,Đơn vị")
    assert directory_xlsx(sheet)[:2] == b"PK"


def test_nobody_takes_away_a_list_of_another_area_or_without_the_permission(cast: Cast) -> None:
    with pytest.raises(NotFound):
        directory_extract(cast.actors["phuc_xa"], cast.places["00004"].pk, at=AT)
    with pytest.raises(NotYours):
        directory_extract(cast.actors["head_of_group_1"], cast.places["00001.01"].pk, at=AT)

    assert not directory_page(cast.actors["head_of_group_1"], None, at=AT).may_export
    assert directory_page(cast.actors["phuc_xa"], None, at=AT).may_export
