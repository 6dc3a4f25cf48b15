"""The list behind every number."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.kit.refusals import NotFound
from danban.overviews.queries import STATES, Filters, ObligationList, matrix, obligations
from tests.cast import TODAY, Cast, run_campaign
from tests.overviews.growing import add_villages, done, owed_by


def _list(cast: Cast, name: str, filters: Filters, today: date = TODAY) -> ObligationList:
    found = obligations(cast.actors[name], filters, today=today)
    assert found is not None
    return found


def test_there_is_no_list_before_a_year_is_launched(cast: Cast) -> None:
    assert obligations(cast.actors["mrs_ha"], Filters(), today=TODAY) is None


def test_a_list_holds_the_area_and_no_more(cast: Cast) -> None:
    run_campaign(cast)

    city, district, commune = (
        _list(cast, name, Filters()).page.paginator.count for name in ("mrs_ha", "ba_dinh", "phuc_xa")
    )

    assert (city, district, commune) == (32, 16, 7)
    with pytest.raises(NotFound):
        _list(cast, "phuc_xa", Filters(place=cast.places["00004"].pk))


def test_filters_narrow_by_kind_level_and_name(cast: Cast) -> None:
    run_campaign(cast)

    conferences = _list(cast, "mrs_ha", Filters(kind="conference"))
    of_communes = _list(cast, "mrs_ha", Filters(kind="conference", level="commune"))
    named = _list(cast, "mrs_ha", Filters(kind="conference", words="duong yen"))

    assert conferences.page.paginator.count == 12
    assert {row.placement.level.code for row in of_communes.page.object_list} == {"commune"}
    assert [row.placement.name for row in named.page.object_list] == ["Thôn Đường Yên"]
    assert [kind.code for kind in of_communes.kinds] == ["plan", "conference", "synthesis"]


def test_each_state_lists_what_it_says(cast: Cast) -> None:
    run_campaign(cast)
    done(owed_by(cast, "00001", "plan"), date(2023, 1, 9))
    done(owed_by(cast, "00004", "plan"), date(2022, 12, 9))
    near_the_end = date(2023, 2, 22)

    counts = {state: _list(cast, "mrs_ha", Filters(state=state), near_the_end).page.paginator.count for state in STATES}

    assert counts == {"late": 4, "soon": 8, "open": 30, "done": 2, "done_late": 1, "excused": 0}


def test_a_number_of_the_matrix_opens_as_many_rows(cast: Cast) -> None:
    run_campaign(cast)
    done(owed_by(cast, "00001", "plan"), TODAY)
    counted = matrix(cast.actors["mrs_ha"], None, today=TODAY, level_code="commune")
    assert counted is not None

    for row in counted.rows:
        for column, tally in zip(counted.columns, row.cells, strict=True):
            at = Filters(place=row.spot.pk, kind=column.code, level="commune")
            late = Filters(place=row.spot.pk, kind=column.code, level="commune", state="late")
            assert _list(cast, "mrs_ha", at).page.paginator.count == tally.total
            assert _list(cast, "mrs_ha", late).page.paginator.count == tally.late


def test_the_nearest_day_comes_first_and_a_page_past_the_end_is_the_last(cast: Cast) -> None:
    campaign = run_campaign(cast)
    add_villages(cast, campaign, 30)

    first, last = _list(cast, "phuc_xa", Filters()), _list(cast, "phuc_xa", Filters(page=999))

    days = [row.due_on for row in [*first.page.object_list, *last.page.object_list]]
    assert len(days) == 67
    assert days == sorted(days, key=lambda day: day or date.max)
    assert (first.page.number, last.page.number, last.filters.page) == (1, 2, 2)


def test_a_list_asks_as_often_for_thirty_rows_as_for_three(cast: Cast) -> None:
    campaign = run_campaign(cast)
    filters = Filters(kind="conference", level="village", words="to dan pho")
    with CaptureQueriesContext(connection) as few:
        _list(cast, "phuc_xa", filters)
    add_villages(cast, campaign, 28)

    with CaptureQueriesContext(connection) as many:
        found = _list(cast, "phuc_xa", filters, TODAY + timedelta(days=1))
        names = [(row.placement.name, row.placement.parent and row.placement.parent.name) for row in found.page]

    assert len(names) == 30
    assert len(many) == len(few)
