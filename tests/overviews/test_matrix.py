"""The matrix: sums of children are the parent, areas are kept, drill-down is short."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from danban.campaigns.models import Obligation
from danban.campaigns.rules.timeliness import Timeliness, timeliness_of
from danban.kit import clock
from danban.kit.refusals import NotFound
from danban.kit.tables import read_table
from danban.overviews import exports
from danban.overviews.queries import Matrix, Tally, matrix
from tests.cast import TODAY, Cast, run_campaign
from tests.overviews.growing import add_villages, done, owed_by


def _matrix(cast: Cast, name: str, code: str | None = None, level: str = "") -> Matrix:
    found = matrix(cast.actors[name], cast.places[code].pk if code else None, today=TODAY, level_code=level)
    assert found is not None
    return found


def test_there_is_no_matrix_before_a_year_is_launched(cast: Cast) -> None:
    assert matrix(cast.actors["mrs_ha"], None, today=TODAY) is None


def test_the_city_counts_its_villages_by_district(cast: Cast) -> None:
    run_campaign(cast)
    done(owed_by(cast, "00001.01", "conference"), TODAY)

    found = _matrix(cast, "mrs_ha")

    assert found.level.code == "village"
    assert [row.spot.name for row in found.rows] == ["Quận Ba Đình", "Huyện Đông Anh"]
    assert [column.code for column in found.columns] == ["conference", "synthesis"]
    assert found.rows[0].cells[0] == Tally(total=4, done=1, late=0, done_late=0)
    assert found.totals[0] == Tally(total=8, done=1)


def test_a_segment_shows_the_obligations_of_another_level(cast: Cast) -> None:
    run_campaign(cast)

    communes, districts = _matrix(cast, "mrs_ha", level="commune"), _matrix(cast, "mrs_ha", level="district")

    assert [level.code for level in communes.levels] == ["district", "commune", "village"]
    assert [column.code for column in communes.columns] == ["plan", "conference", "synthesis"]
    assert communes.rows[0].cells[0] == Tally(total=2, late=2)
    assert districts.rows[0].cells[0] == Tally(total=1, late=1)
    assert _matrix(cast, "mrs_ha", level="nothing").level.code == "village"


def test_three_steps_lead_from_the_city_to_a_village(cast: Cast) -> None:
    run_campaign(cast)

    city = _matrix(cast, "mrs_ha")
    district = matrix(cast.actors["mrs_ha"], city.rows[0].spot.pk, today=TODAY)
    assert district is not None
    commune = matrix(cast.actors["mrs_ha"], district.rows[0].spot.pk, today=TODAY)

    assert commune is not None
    assert [row.spot.name for row in commune.rows] == ["Tổ dân phố số 1", "Tổ dân phố số 2"]
    assert not commune.has_below
    assert [crumb.name for crumb in commune.crumbs] == ["Thành phố Hà Nội", "Quận Ba Đình"]


def test_villages_stand_in_the_order_of_their_numbers(cast: Cast) -> None:
    campaign = run_campaign(cast)
    add_villages(cast, campaign, 9)

    names = [row.spot.name for row in _matrix(cast, "phuc_xa").rows]

    assert names == [f"Tổ dân phố số {number}" for number in range(1, 12)]


def test_a_village_has_a_matrix_of_itself(cast: Cast) -> None:
    run_campaign(cast)

    found = _matrix(cast, "head_of_group_1")

    assert [row.spot.name for row in found.rows] == ["Tổ dân phố số 1"]
    assert [cell.total for cell in found.rows[0].cells] == [1, 1]


@pytest.mark.parametrize("code", ["00004", "001", "017", "00454.01"])
def test_a_neighbours_matrix_does_not_exist_for_a_commune(cast: Cast, code: str) -> None:
    run_campaign(cast)

    with pytest.raises(NotFound):
        matrix(cast.actors["phuc_xa"], cast.places[code].pk, today=TODAY)


def test_the_matrix_asks_as_often_for_thirty_units_as_for_three(cast: Cast) -> None:
    campaign = run_campaign(cast)
    add_villages(cast, campaign, 1)
    with CaptureQueriesContext(connection) as few:
        _matrix(cast, "phuc_xa")
    add_villages(cast, campaign, 27)

    with CaptureQueriesContext(connection) as many:
        found = _matrix(cast, "phuc_xa")

    assert len(found.rows) == 30
    assert len(many) == len(few)


@given(st.lists(st.none() | st.integers(-40, 40), min_size=32, max_size=32), st.integers(-60, 60))
def test_the_sum_of_children_is_the_parent_whatever_is_done(cast: Cast, days: list[int | None], shift: int) -> None:
    if not cast.tree.campaigns.exists():  # the city stays, what is done changes with each example
        run_campaign(cast)
    today = TODAY + timedelta(days=shift)
    rows = list(Obligation.objects.order_by("pk"))
    for row, day in zip(rows, days, strict=True):
        on = None if day is None else TODAY + timedelta(days=day)
        row.fulfilled_on, row.fulfilled_at = on, clock.moment(on) if on else None
        row.fulfilled_by = "test.done" if on else ""
    Obligation.objects.bulk_update(rows, ["fulfilled_on", "fulfilled_at", "fulfilled_by"])

    for level in ("district", "commune", "village"):
        city = matrix(cast.actors["mrs_ha"], None, today=today, level_code=level)
        assert city is not None
        assert city.sum == _counted(level, today)
        for line in city.rows:
            below = matrix(cast.actors["mrs_ha"], line.spot.pk, today=today, level_code=level)
            if below and below.level.code == level:
                assert below.totals == line.cells


def _counted(level: str, today: date) -> Tally:
    """The same by hand, row by row."""
    rows = list(Obligation.objects.filter(kind__level__code=level))
    standings = [
        timeliness_of(starts_on=row.starts_on, due_on=row.due_on, fulfilled_on=row.fulfilled_on, today=today)
        for row in rows
    ]
    return Tally(
        total=len(rows),
        done=standings.count(Timeliness.DONE) + standings.count(Timeliness.DONE_LATE),
        late=standings.count(Timeliness.LATE),
        done_late=standings.count(Timeliness.DONE_LATE),
    )


def test_the_exported_table_says_what_the_page_says(cast: Cast) -> None:
    run_campaign(cast)
    done(owed_by(cast, "00001", "plan"), date(2022, 12, 30))
    found = _matrix(cast, "ba_dinh", level="commune")

    headings = ["Đơn vị", "Kế hoạch: đã xong", "Kế hoạch: phải làm", "Kế hoạch: quá hạn"]
    for content in (exports.matrix_xlsx(found), exports.matrix_csv(found)):
        rows = [tuple(row.cells.values()) for row in read_table(content, headings=headings)]
        assert rows == [
            ("Phường Phúc Xá", "1", "1", "0"),
            ("Phường Trúc Bạch", "0", "1", "1"),
            ("Cộng", "1", "2", "1"),
        ]
