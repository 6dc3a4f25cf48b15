"""The simulated city is the same on every machine and believable."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.demo.calendar import conference_day, pace_of
from danban.demo.people import emails, person_name, title_of
from danban.demo.villages import KNOWN_COUNTS, Commune, make_villages
from danban.kit.calendar import Window, tet
from danban.units.shipped import units_of_hanoi

WINDOW = Window(date(2023, 1, 2), date(2023, 2, 28))


@pytest.fixture(scope="module")
def communes() -> list[Commune]:
    return [Commune(row.code, row.kind, row.parent_code) for row in units_of_hanoi(2023) if len(row.code) == 5]


def test_the_whole_city_has_5400_villages_each_commune_at_least_two(communes: list[Commune]) -> None:
    villages = list(make_villages(communes))

    assert len(communes) == 579
    assert len(villages) == 5_400
    assert len({village.code for village in villages}) == 5_400
    per_commune = [sum(v.parent_code == c.code for v in villages) for c in communes]
    assert min(per_commune) >= 2


def test_districts_with_a_published_number_have_that_number(communes: list[Commune]) -> None:
    district_of = {commune.code: commune.district_code for commune in communes}
    counted = dict.fromkeys(KNOWN_COUNTS, 0)
    for village in make_villages(communes):
        district = district_of[village.parent_code]
        if district in counted:
            counted[district] += 1

    assert counted == KNOWN_COUNTS


def test_names_do_not_repeat_within_a_commune_and_wards_have_residential_groups(communes: list[Commune]) -> None:
    some = [commune for commune in communes if commune.district_code in {"001", "017"}]
    kinds = {commune.code: commune.kind for commune in some}
    villages = list(make_villages(some))

    assert len({(v.parent_code, v.name) for v in villages}) == len(villages)
    assert all((v.kind == "thon") == (kinds[v.parent_code] == "xa") for v in villages)
    assert all(v.households >= 48 for v in villages)


def test_the_same_communes_give_the_same_villages(communes: list[Commune]) -> None:
    assert list(make_villages(communes[:40])) == list(make_villages(communes[:40]))


@given(st.integers(0, 99_999))
def test_a_conference_lies_in_the_window_and_never_in_tet(number: int) -> None:
    day = conference_day(f"{number:05d}.01", WINDOW, pace=pace_of(f"{number:05d}"))

    assert day in WINDOW
    assert day not in tet(2023)


def test_about_a_third_of_the_villages_have_met_by_the_tenth_of_february(communes: list[Commune]) -> None:
    days = [conference_day(v.code, WINDOW, pace=pace_of(v.parent_code)) for v in make_villages(communes)]

    held = sum(day <= date(2023, 2, 10) for day in days)

    assert 0.30 < held / len(days) < 0.42


def test_people_have_whole_names_and_addresses_that_can_receive_nothing() -> None:
    posts = list(emails("village", "00001.01"))

    assert len(person_name("x").split()) >= 3
    assert all(email.endswith(".invalid") for _, email in posts)
    heads = {title_of(post, name="Thôn Đoài", kind_code="thon") for post, _ in posts}
    assert heads == {"Trưởng ban công tác Mặt trận Thôn Đoài", "Trưởng thôn Đoài"}
    groups = {title_of(post, name="Tổ dân phố số 5", kind_code="to_dan_pho") for post, _ in posts}
    assert groups == {"Trưởng ban công tác Mặt trận Tổ dân phố số 5", "Tổ trưởng tổ dân phố số 5"}
