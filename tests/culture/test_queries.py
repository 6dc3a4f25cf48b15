"""The rhythm of an area, the records behind it, and how a clean-up came to be what it is."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from danban.culture import actions, exports, queries
from danban.culture.models import CleanUp
from danban.culture.queries import Figures, Overview, Wanted
from danban.kit import clock
from danban.kit.refusals import BadInput, NotFound, NotYours
from danban.kit.tables import read_table
from danban.units.models import Tree
from tests.accounts.factories import make_appointment
from tests.cast import AT, TODAY, Cast, run_campaign
from tests.culture.factories import FRIDAY, SATURDAY, load, log, told
from tests.overviews.growing import add_villages

VILLAGES = ("00001.01", "00001.02", "00004.01", "00004.02", "00454.01", "00457.02")
UNITS = ("01", "001", "00001", *VILLAGES)


def _overview(cast: Cast, who: str, code: str | None = None, *, today: date = TODAY) -> Overview:
    return queries.overview(cast.actors[who], today=today, place_id=cast.places[code].pk if code else None)


def _rows(cast: Cast, who: str, **wanted: object) -> list[CleanUp]:
    return list(queries.list_clean_ups(cast.actors[who], Wanted(**wanted), today=TODAY).page)  # type: ignore[arg-type]


def test_a_district_sees_its_communes_with_their_share_of_unit_weeks(cast: Cast) -> None:
    load(
        cast, ("00001.01", told()), ("00001.01", told(SATURDAY)), ("00001.02", told()), ("00001", told(people=5)),
        ("00004.01", told(date(2023, 1, 6))), ("001", told(people=7)),
    )  # fmt: skip

    found = _overview(cast, "ba_dinh")

    assert len(found.ground.weeks) == 5
    assert (found.total.figures, found.total.weeks) == (Figures(6, 152, 12), 2)
    assert (found.counted.code, found.lowest.code) == ("commune", "village")
    assert (found.total.unit_weeks, found.total.of_unit_weeks) == (2, 2 * 5)
    assert (found.total.units, found.total.of_units) == (3, 4)
    lines = [
        (line.place and line.place.name, line.figures.clean_ups, line.weeks, line.unit_weeks) for line in found.lines
    ]
    assert lines == [("Phường Phúc Xá", 4, 1, 1), ("Phường Trúc Bạch", 1, 1, 1), (None, 1, 1, 0)]
    assert found.lines[0].share == 1 / 5
    assert found.lines[2].share is None
    assert found.days[FRIDAY] == Figures(4, 82, 8)
    assert [(week.number, week.figures.clean_ups, week.units) for week in found.weeks] == [
        (5, 5, 1), (4, 0, 0), (3, 0, 0), (2, 0, 0), (1, 1, 1),
    ]  # fmt: skip


def test_a_commune_counts_its_villages_week_by_week(cast: Cast) -> None:
    load(cast, ("00001.01", told()), ("00001.02", told(SATURDAY)), ("00001.02", told(TODAY)), ("00001", told()))

    found = _overview(cast, "phuc_xa")

    assert found.counted == found.lowest
    assert (found.total.weeks, found.total.unit_weeks, found.total.of_unit_weeks) == (1, 2, 2 * 5)
    assert [(line.place and line.place.code, line.unit_weeks, line.of_unit_weeks) for line in found.lines] == [
        ("00001.01", 1, 5), ("00001.02", 1, 5), (None, 0, 0),
    ]  # fmt: skip


def test_a_village_sees_itself(cast: Cast) -> None:
    log(cast)

    found = _overview(cast, "head_of_group_1")

    assert found.lines == ()
    assert found.may_log
    assert [day for day, _ in found.open_slots] == [TODAY, SATURDAY]
    assert (found.total.weeks, found.total.unit_weeks, found.total.of_unit_weeks) == (1, 1, 5)
    assert (found.total.units, found.total.of_units) == (1, 1)


def test_what_is_withdrawn_counts_nowhere(cast: Cast) -> None:
    one = log(cast)
    actions.withdraw_clean_up(one.pk, reason="Nhầm", actor=cast.actors["head_of_group_1"], at=AT)

    assert _overview(cast, "ba_dinh").total.figures == Figures()
    assert _rows(cast, "ba_dinh") == []
    assert _rows(cast, "ba_dinh", is_withdrawn=True) == [one]


def test_a_week_begun_early_is_shown_but_not_asked_about(cast: Cast) -> None:
    log(cast, held_on=date(2023, 2, 8))

    found = _overview(cast, "head_of_group_1", today=date(2023, 2, 9))

    assert (found.total.figures.clean_ups, found.total.weeks) == (1, 0)
    assert found.weeks[0].monday == date(2023, 2, 6)
    assert not found.weeks[0].is_asked


def test_only_the_own_area_and_only_who_may_see(cast: Cast) -> None:
    with pytest.raises(NotFound):
        _overview(cast, "ba_dinh", "017")
    with pytest.raises(NotYours):
        queries.overview(cast.actors["stranger"], today=TODAY)
    with pytest.raises(BadInput, match="một năm"):
        queries.overview(cast.actors["ba_dinh"], today=TODAY, year=1_066)
    assert [place.name for place in _overview(cast, "ba_dinh", "00001").above] == ["Quận Ba Đình"]
    assert _overview(cast, "ba_dinh").ground.years == (2020, 2021, 2022, 2023)


def test_the_commune_is_shown_which_villages_have_nobody(cast: Cast) -> None:
    make_appointment(cast.places["00001.02"].unit, role="village_head")

    phuc_xa, truc_bach = _overview(cast, "phuc_xa"), _overview(cast, "truc_bach")

    assert [line.is_empty for line in phuc_xa.lines] == [False, False]
    assert [line.is_empty for line in truc_bach.lines] == [True, True]
    assert not any(line.is_empty for line in _overview(cast, "ba_dinh", "00004").lines)


@given(
    held=st.lists(
        st.tuples(st.sampled_from(UNITS), st.integers(0, 400), st.sampled_from(["", "other"]), st.integers(1, 900)),
        max_size=30,
        unique_by=lambda row: row[:3],
    ),
    shift=st.integers(0, 30),
)
def test_the_sum_of_children_is_the_parent_whatever_is_held(
    cast: Cast, held: list[tuple[str, int, str, int]], shift: int
) -> None:
    CleanUp.objects.all().delete()
    rows = {(code, TODAY - timedelta(days=back), slot): people for code, back, slot, people in held}
    for (code, day, slot), people in rows.items():
        if not slot or day.weekday() in (4, 5):
            load(cast, (code, told(day, slot, people=people)))
    today = TODAY + timedelta(days=shift)

    for who, code in (("mrs_ha", "01"), ("mrs_ha", "001"), ("ba_dinh", "00001"), ("phuc_xa", "00001.01")):
        found = _overview(cast, who, code, today=today)
        total, lines = found.total, found.lines
        assert sum(found.days.values(), Figures()) == total.figures
        assert sum((week.figures for week in found.weeks), Figures()) == total.figures
        assert sum(week.units for week in found.weeks if week.is_asked) == total.unit_weeks
        assert total.of_unit_weeks == found.of_counted * len(found.ground.weeks)
        assert total.weeks <= len(found.ground.weeks)
        assert total.unit_weeks <= total.of_unit_weeks
        if lines:
            assert sum((line.figures for line in lines), Figures()) == total.figures
            for name in ("unit_weeks", "of_unit_weeks", "units", "of_units"):
                assert sum(getattr(line, name) for line in lines) == getattr(total, name)
            assert max(line.weeks for line in lines) <= total.weeks <= sum(line.weeks for line in lines)


def test_a_list_is_narrowed_by_days_slot_words_and_place(cast: Cast) -> None:
    load(cast, ("00001.01", told()), ("00001.01", told(SATURDAY)), ("00454.01", told()), ("00001", told()))

    assert len(_rows(cast, "mrs_ha")) == 4
    assert len(_rows(cast, "mrs_ha", first=SATURDAY)) == 1
    assert len(_rows(cast, "mrs_ha", last=FRIDAY)) == 3
    assert len(_rows(cast, "mrs_ha", slot="saturday")) == 1
    assert len(_rows(cast, "mrs_ha", words="duong yen")) == 1
    assert len(_rows(cast, "mrs_ha", place=cast.places["00001"].pk)) == 3
    assert len(_rows(cast, "mrs_ha", place=cast.places["00001"].pk, is_alone=True)) == 1
    assert _rows(cast, "mrs_ha", year=2022) == []
    assert [one.held_on for one in _rows(cast, "phuc_xa")] == [SATURDAY, FRIDAY, FRIDAY]


def test_the_export_holds_what_the_list_counts(cast: Cast) -> None:
    load(cast, ("00001.01", told(text="=Dọn")), ("00454.01", told(SATURDAY)))
    for write in (exports.clean_ups_xlsx, exports.clean_ups_csv):
        _, rows = queries.rows_to_export(cast.actors["mrs_ha"], Wanted(), today=TODAY)
        table = [row.cells for row in read_table(write(rows), headings=exports.HEADINGS)]
        assert [(row["Đơn vị"], row["Buổi"], row["Số người"]) for row in table] == [
            ("Thôn Đường Yên", "Sáng thứ Bảy", "35"), ("Tổ dân phố số 1", "Chiều thứ Sáu", "35"),
        ]  # fmt: skip
        assert table[1]["Việc đã làm"] == "=Dọn"


def test_one_clean_up_tells_what_it_put_right_and_why_it_was_withdrawn(cast: Cast) -> None:
    wrong, head = log(cast), cast.actors["head_of_group_1"]
    right = actions.correct_clean_up(wrong.pk, told=told(people=53), actor=head, at=AT)

    page = queries.clean_up_page(head, right.pk, at=AT)
    assert (page.corrects, page.correction) == (wrong, None)
    assert page.verbs == {"correct", "withdraw"}
    assert page.title == cast.offices["head_of_group_1"].title
    assert queries.clean_up_page(cast.actors["phuc_xa"], right.pk, at=AT).verbs == set()
    assert queries.clean_up_page(head, wrong.pk, at=AT).correction == right
    assert queries.clean_up_to_correct(head, right.pk, at=AT) == right

    actions.withdraw_clean_up(right.pk, reason="Mưa, không làm", actor=head, at=AT)
    assert queries.clean_up_page(head, right.pk, at=AT).reason == "Mưa, không làm"
    with pytest.raises(NotFound):
        queries.clean_up_page(cast.actors["truc_bach"], right.pk, at=AT)


def test_the_form_starts_with_the_last_friday_and_saturday_not_logged(cast: Cast) -> None:
    head = cast.actors["head_of_group_1"]
    assert queries.log_page(head, at=AT).open_slots == ((TODAY, "friday"), (SATURDAY, "saturday"))

    log(cast, held_on=TODAY)
    page = queries.log_page(head, at=AT)
    assert (page.place, page.is_own, page.open_slots) == (cast.places["00001.01"], True, ((SATURDAY, "saturday"),))
    for_village = queries.log_page(cast.actors["phuc_xa"], at=AT, place_id=cast.places["00001.02"].pk)
    assert not for_village.is_own
    with pytest.raises(NotYours):
        queries.log_page(cast.actors["phuc_xa"], at=AT, place_id=cast.places["00001.01"].pk)


def test_a_year_before_the_tree_shows_the_tree_of_its_last_day(cast: Cast) -> None:
    Tree.objects.update(starts_on=date(2023, 2, 1))
    log(cast)

    found = _overview(cast, "head_of_group_1")

    assert len(found.ground.weeks) == 1
    assert found.total.weeks == 1


def test_pages_ask_as_often_for_thirty_units_as_for_three(cast: Cast) -> None:
    campaign = run_campaign(cast)
    load(cast, ("00001.01", told()), ("00001.02", told()))

    def count() -> list[int]:
        counts = []
        for read in (lambda: _overview(cast, "phuc_xa"), lambda: _rows(cast, "phuc_xa")):
            with CaptureQueriesContext(connection) as made:
                read()
            counts.append(len(made))
        return counts

    few = count()
    for place in add_villages(cast, campaign, 28):
        cast.places[place.code] = place
        load(cast, (place.code, told()), (place.code, told(SATURDAY)))

    assert count() == few
    assert max(few) <= 13
    assert clock.day_of(AT) == TODAY
