"""A year of clean-ups comes in at once."""

from datetime import timedelta

import pytest

from danban.audit.models import Entry
from danban.culture import actions
from danban.culture.models import CleanUp
from danban.culture.rules import Told
from danban.kit.refusals import BadInput, NotFound, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast
from tests.culture.factories import FRIDAY, LOADER, SATURDAY, load, log, told


def test_rows_loaded_are_the_same_as_rows_logged_with_one_diary_entry(cast: Cast) -> None:
    logged = log(cast, text="Dọn ngõ")
    values = CleanUp.objects.filter(pk=logged.pk).values().get()
    CleanUp.objects.all().delete()
    before = Entry.objects.count()

    assert load(cast, ("00001.01", told(text="Dọn ngõ")), ("00454.01", told(SATURDAY, people=5_000))) == 2

    assert last_event() == ("clean_ups.loaded", "tree", cast.tree.pk)
    assert Entry.objects.count() == before + 1
    loaded = CleanUp.objects.filter(placement=cast.places["00001.01"]).values().get()
    different = {"id", "appointment_id"}
    assert {k: v for k, v in loaded.items() if k not in different} == {
        k: v for k, v in values.items() if k not in different
    }


def test_a_thousand_rows_cost_a_handful_of_queries(cast: Cast, django_assert_max_num_queries: object) -> None:
    days = [FRIDAY - timedelta(days=7 * week) for week in range(120)]
    codes = [code for code in cast.places if "." in code]
    rows = [(code, told(day)) for day in days for code in codes]

    with django_assert_max_num_queries(12):  # type: ignore[operator]
        assert load(cast, *rows) == 960
    assert load(cast) == 0


@pytest.mark.parametrize(
    ("code", "wrong", "sentence"),
    [
        ("00001.01", told(TODAY + timedelta(days=1)), "chưa đến"),
        ("00001.01", Told(FRIDAY, "saturday", 5, 1), "là Thứ Sáu"),
        ("00001.01", told(people=0), "từ 1 đến"),
        ("00001.02", told(SATURDAY), "của Tổ dân phố số 2 đã có"),
        ("00004.01", told(), "của Tổ dân phố số 1 đã có"),
    ],
)
def test_one_wrong_row_and_none_comes_in(cast: Cast, code: str, wrong: Told, sentence: str) -> None:
    log(cast, "00001.02", "phuc_xa", held_on=SATURDAY)
    with no_trace("culture"), pytest.raises(BadInput, match=sentence):
        load(cast, ("00004.01", told()), (code, wrong))


def test_people_other_trees_and_unknown_units_are_refused(cast: Cast) -> None:
    rows = [actions.Loaded(cast.places["00001.01"].pk, told())]
    with no_trace("culture"):
        with pytest.raises(NotYours, match="dòng lệnh"):
            actions.load_clean_ups(cast.tree.pk, rows, actor=cast.actors["head_of_group_1"], at=AT)
        with pytest.raises(NotYours):
            actions.load_clean_ups(cast.tree.pk, rows, actor=cast.actors["mrs_ha"], at=AT)
        with pytest.raises(NotFound):
            actions.load_clean_ups(0, rows, actor=LOADER, at=AT)
        with pytest.raises(BadInput, match="không đứng trong bản cơ cấu"):
            actions.load_clean_ups(cast.tree.pk, [actions.Loaded(0, told())], actor=LOADER, at=AT)
