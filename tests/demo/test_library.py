"""The library of the demonstration: believable on its day, quick, the same on every machine."""

from datetime import date

from danban.demo.library import fill_library, reference_rows, simulate_presentations
from danban.kit.clock import moment
from danban.library import queries
from danban.library.models import Outline, OutlineVersion, Presentation, Reference
from danban.library.queries import OutlinesWanted
from danban.library.states import VersionStatus
from tests.cast import TODAY, Cast

LAUNCHED = date(2022, 12, 16)


def test_only_what_was_issued_by_the_day_is_known_and_replaced() -> None:
    then = {row.sheet.symbol: row for row in reference_rows(TODAY)}
    now = {row.sheet.symbol: row for row in reference_rows(date(2026, 1, 29))}

    assert "86/2023/NĐ-CP" not in then
    assert then["122/2018/NĐ-CP"].replaced_by == ""
    assert then["34/2007/PL-UBTVQH11"].replaced_by == "10/2022/QH15"
    assert now["122/2018/NĐ-CP"].replaced_by == "86/2023/NĐ-CP"
    assert now["13/2023/NĐ-CP"].replaced_by == "91/2025/QH15"
    assert len(now) > len(then) >= 15


def test_outlines_of_every_state_stand_and_villages_presented_them(cast: Cast) -> None:
    count = fill_library(cast.tree, launched_on=LAUNCHED, today=TODAY)

    statuses = set(OutlineVersion.objects.values_list("status", flat=True))
    assert statuses == set(VersionStatus.values)
    assert Outline.objects.count() >= 14
    assert Outline.objects.filter(versions__number=3).exists()
    assert all(60 <= len(text.split()) <= 600 for text in OutlineVersion.objects.values_list("text", flat=True))
    assert count == Presentation.objects.count()
    assert not Presentation.objects.filter(on__gt=TODAY).exists()
    old = Reference.objects.get(symbol="34/2007/PL-UBTVQH11")
    assert (old.in_force_until, old.is_in_force(TODAY)) == (date(2023, 6, 30), True)
    again = list(simulate_presentations(cast.tree, today=TODAY))
    assert again == list(simulate_presentations(cast.tree, today=TODAY))
    village = cast.actors["head_of_group_1"]
    listed = queries.outlines_page(village, OutlinesWanted(), at=moment(TODAY), on=TODAY)
    assert listed.fitting >= 8
    assert listed.total > listed.fitting


def test_early_in_the_year_later_versions_are_not_there_yet(cast: Cast) -> None:
    fill_library(cast.tree, launched_on=LAUNCHED, today=LAUNCHED)

    assert {version.number for version in OutlineVersion.objects.all()} == {1}
    assert not Presentation.objects.exists()
