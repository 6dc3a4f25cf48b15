"""The overview of an area."""

from datetime import date

from danban.campaigns.models import ObligationKind
from danban.overviews.queries import Overview, Tally, city
from tests.cast import TODAY, Cast, run_campaign
from tests.overviews.growing import done, owed_by


def _city(cast: Cast, name: str = "mrs_ha", today: date = TODAY) -> Overview:
    found = city(cast.actors[name], today=today)
    assert found is not None
    return found


def test_there_is_no_overview_before_a_year_is_launched(cast: Cast) -> None:
    assert city(cast.actors["mrs_ha"], today=TODAY) is None


def test_the_telling_figures_are_plans_and_conferences(cast: Cast) -> None:
    run_campaign(cast)
    done(owed_by(cast, "001", "plan"), date(2022, 12, 30))
    done(owed_by(cast, "00001", "plan"), date(2023, 1, 4))

    figures = _city(cast).figures

    assert [(one.name, one.level) for one in figures] == [
        ("Kế hoạch đã ban hành", ""),
        ("Hội nghị thôn, tổ dân phố đã họp", "village"),
        ("Hội nghị xã, phường, thị trấn đã họp", "commune"),
        ("Tổng hợp kiến nghị", "village"),
    ]
    assert figures[0].tally == Tally(total=6, done=2, late=4, done_late=1)
    assert figures[1].tally.total == 8


def test_a_plan_with_other_kinds_still_has_figures(cast: Cast) -> None:
    run_campaign(cast)
    for index, kind in enumerate(ObligationKind.objects.order_by("pk")):
        ObligationKind.objects.filter(pk=kind.pk).update(code=f"other-{index}")

    found = _city(cast)

    assert len(found.figures) == 4
    assert found.figures[0].tally.late > 0
    assert found.map.counted == ""
    assert found.map.dot == "Có việc quá hạn"


def test_the_map_of_a_city_shows_communes_by_their_villages_conferences(cast: Cast) -> None:
    run_campaign(cast)
    done(owed_by(cast, "00001.01", "conference"), TODAY)
    done(owed_by(cast, "00001", "plan"), date(2022, 12, 1))

    drawn = _city(cast).map

    assert [(group.spot.short_name, len(group.tiles)) for group in drawn.groups] == [("Ba Đình", 2), ("Đông Anh", 2)]
    phuc_xa, truc_bach = drawn.groups[0].tiles
    assert (phuc_xa.tally.share, phuc_xa.late) == (0.5, 0)
    assert (truc_bach.tally.share, truc_bach.late) == (0.0, 1)
    assert (drawn.level.code, drawn.tiles, drawn.dot) == ("commune", 4, "Kế hoạch quá hạn")


def test_a_district_sees_villages_and_a_commune_its_own(cast: Cast) -> None:
    run_campaign(cast)
    done(owed_by(cast, "00001.01", "conference"), TODAY)

    district, commune = _city(cast, "ba_dinh").map, _city(cast, "phuc_xa").map

    assert [len(group.tiles) for group in district.groups] == [2, 2]
    assert district.level.code == "village"
    assert district.groups[0].tiles[0].tally == Tally(total=2, done=1)
    assert [group.spot.name for group in commune.groups] == ["Phường Phúc Xá"]
    assert [tile.spot.name for tile in commune.groups[0].tiles] == ["Tổ dân phố số 1", "Tổ dân phố số 2"]


def test_everything_below_and_what_the_unit_owes_itself_are_kept_apart(cast: Cast) -> None:
    run_campaign(cast)

    found = _city(cast, "ba_dinh")

    assert found.everything.total == 14
    assert found.own == Tally(total=2, late=1)


def test_late_plans_and_slow_conferences_ask_for_attention(cast: Cast) -> None:
    run_campaign(cast)
    for code in ("001", "00001", "00004", "017", "00454"):
        done(owed_by(cast, code, "plan"), date(2022, 12, 1))
    for code in ("00454.01", "00454.02", "00457.01"):
        done(owed_by(cast, code, "conference"), TODAY)

    found = _city(cast).attention

    assert [(one.spot.name, one.reason, one.is_late) for one in found] == [
        ("Huyện Đông Anh", "1 chưa có kế hoạch", True),
        ("Quận Ba Đình", "Họp chậm", False),
    ]


def test_a_village_is_never_slow_only_late(cast: Cast) -> None:
    run_campaign(cast)
    done(owed_by(cast, "00001.01", "conference"), TODAY)

    running, over = _city(cast, "phuc_xa").attention, _city(cast, "phuc_xa", date(2023, 3, 1)).attention

    assert running == ()
    assert [(one.spot.name, one.reason) for one in over] == [("Tổ dân phố số 2", "1 việc quá hạn")]


def test_nobody_asks_for_attention_when_all_is_well(cast: Cast) -> None:
    run_campaign(cast)

    assert _city(cast, today=date(2022, 12, 20)).attention == ()


def test_a_village_has_an_overview_of_itself(cast: Cast) -> None:
    run_campaign(cast)

    found = _city(cast, "head_of_group_1")

    assert found.map.tiles == 1
    assert found.everything.total == 2
    assert found.attention == ()
