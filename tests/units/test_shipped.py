"""The lists that come with the program agree with themselves."""

from collections import Counter

import pytest

from danban.kit.refusals import NotFound
from danban.units import shipped


def test_every_body_of_every_scheme_has_a_kind_and_a_parent_of_its_level() -> None:
    kinds = {kind.code for kind in shipped.body_kinds()}
    assert len(kinds) == len(shipped.body_kinds())
    for code in shipped.scheme_codes():
        for level in shipped.scheme(code).levels:
            own = [body.kind for body in level.bodies]

            assert set(own) <= kinds
            assert len(own) == len(set(own))
            assert {body.parent for body in level.bodies} - {""} <= set(own)
            assert {kind for body in level.bodies for kind in body.only} <= {kind.code for kind in level.kinds}


@pytest.mark.parametrize(("year", "scheme", "total"), [(2023, "hanoi-2023", 610), (2025, "hanoi-2026", 127)])
def test_the_units_of_hanoi_fit_their_scheme(year: int, scheme: str, total: int) -> None:
    rows = shipped.units_of_hanoi(year)
    kinds = {kind.code: depth for depth, level in enumerate(shipped.scheme(scheme).levels) for kind in level.kinds}
    depth = {row.code: kinds[row.kind] for row in rows}

    assert len(depth) == len(rows) == total
    assert all(not r.parent_code if not depth[r.code] else depth[r.parent_code] == depth[r.code] - 1 for r in rows)


def test_every_commune_of_2023_became_something_with_exactly_one_default() -> None:
    steps = shipped.successions_of_hanoi()
    communes = {row.code for row in shipped.units_of_hanoi(2023) if row.kind in {"phuong", "xa", "thi_tran"}}
    new = {row.code for row in shipped.units_of_hanoi(2025)}

    assert len(communes) == 579
    assert Counter(step.from_code for step in steps if step.is_default) == Counter(communes)
    assert {step.to_code for step in steps} <= new


@pytest.mark.parametrize(
    ("level", "kind", "unit", "body", "expected"),
    [
        ("city", "thanh_pho", "Thành phố Hà Nội", "party_committee", "Thành ủy Hà Nội"),
        ("district", "quan", "Quận Ba Đình", "party_committee", "Quận ủy Ba Đình"),
        ("district", "huyen", "Huyện Ba Vì", "party_committee", "Huyện ủy Ba Vì"),
        ("district", "thi_xa", "Thị xã Sơn Tây", "party_committee", "Thị ủy Sơn Tây"),
        ("commune", "phuong", "Phường Phúc Xá", "party_committee", "Đảng ủy phường Phúc Xá"),
        ("commune", "xa", "Xã Xuân Nộn", "peoples_committee", "Ủy ban nhân dân xã Xuân Nộn"),
        ("village", "thon", "Thôn Kim Tiên", "village_head", "Trưởng thôn Kim Tiên"),
        ("village", "to_dan_pho", "Tổ dân phố số 5", "village_head", "Tổ trưởng tổ dân phố số 5"),
        ("village", "thon", "Đường Yên", "front_work_committee", "Ban công tác Mặt trận Đường Yên"),
    ],
)
def test_a_body_is_named_as_people_name_it(level: str, kind: str, unit: str, body: str, expected: str) -> None:
    floor = next(lv for lv in shipped.scheme("hanoi-2023").levels if lv.code == level)
    kind_name = next(k.name for k in floor.kinds if k.code == kind)
    text = next(b for b in floor.bodies if b.kind == body)

    assert text.name_for(unit, unit_kind=kind, kind_name=kind_name) == expected


def test_wards_of_2023_have_no_peoples_council_and_those_of_2026_do() -> None:
    council = {
        code: next(b for b in shipped.scheme(code).bodies_of("commune") if b.kind == "peoples_council")
        for code in ("hanoi-2023", "hanoi-2026")
    }

    assert not council["hanoi-2023"].stands_in("phuong")
    assert council["hanoi-2023"].stands_in("xa")
    assert council["hanoi-2026"].stands_in("phuong")


def test_a_scheme_that_is_not_shipped_is_named_in_the_refusal() -> None:
    with pytest.raises(NotFound, match="hanoi-2023"):
        shipped.scheme("hanoi-1999")
    assert shipped.scheme("hanoi-2026").bodies_of("district") == ()
