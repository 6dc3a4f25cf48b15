"""One box for everything."""

import pytest

from danban.campaigns.models import Campaign, Clause
from danban.overviews.queries import Found, search
from tests.cast import TODAY, Cast, run_campaign
from tests.overviews.growing import add_villages


def _search(cast: Cast, name: str, typed: str) -> Found:
    return search(cast.actors[name], typed, today=TODAY)


@pytest.mark.parametrize("typed", ["", " ", "a", "\x00", " . "[:1]])
def test_too_little_is_not_looked_for(cast: Cast, typed: str) -> None:
    found = _search(cast, "mrs_ha", typed)

    assert found.is_short
    assert found.count == 0


def test_units_are_found_without_accents_and_only_in_the_area(cast: Cast) -> None:
    run_campaign(cast)

    everywhere, at_home = _search(cast, "mrs_ha", "truc bach"), _search(cast, "phuc_xa", "truc bach")

    assert everywhere.units[0].name == "Phường Trúc Bạch"
    assert at_home.units == ()


def test_every_word_must_match_and_at_most_twenty_units_are_shown(cast: Cast) -> None:
    campaign = run_campaign(cast)
    add_villages(cast, campaign, 30)

    assert len(_search(cast, "mrs_ha", "to dan pho").units) == 20
    assert _search(cast, "mrs_ha", "to dan pho xyz").count == 0


def test_duties_days_and_words_of_the_plan_are_found(cast: Cast) -> None:
    campaign = run_campaign(cast)
    text = "I. MỤC ĐÍCH\nPhát huy dân chủ ở cơ sở.\nII. TIẾN ĐỘ\nHọp trước Tết."
    middle = text.index("II.")
    Campaign.objects.filter(pk=campaign.pk).update(plan_text=text)
    Clause.objects.filter(campaign=campaign).update(start=0, end=len(text))
    Clause.objects.create(
        campaign=campaign, path="IV.1", label="1", title="Họp", depth=1, position=1, start=middle, end=len(text)
    )

    duties, words, later = (_search(cast, "mrs_ha", typed) for typed in ("tong hop", "DAN CHU", "truoc tet"))

    assert {kind.code for kind in duties.kinds} == {"synthesis"}
    assert [milestone.name for milestone in duties.milestones] == ["Tổng hợp kiến nghị"]
    assert [(hit.clause.path, hit.line) for hit in words.clauses] == [("IV", "Phát huy dân chủ ở cơ sở.")]
    assert [hit.clause.path for hit in later.clauses] == ["IV.1"]


def test_a_village_does_not_find_duties_of_levels_above(cast: Cast) -> None:
    run_campaign(cast)

    found = _search(cast, "head_of_group_1", "ke hoach")

    assert found.kinds == ()


def test_people_are_found_by_those_who_may_see_them_within_their_area(cast: Cast) -> None:
    run_campaign(cast)

    seen, outside = _search(cast, "ba_dinh", "hoang thi lan"), _search(cast, "dong_anh", "hoang thi lan")

    assert [(hit.name, hit.place_pk) for hit in seen.people] == [("Hoàng Thị Lan", cast.places["00001"].pk)]
    assert outside.people == ()


def test_somebody_without_an_office_finds_nothing(cast: Cast) -> None:
    run_campaign(cast)

    assert _search(cast, "stranger", "phuc xa").count == 0


def test_search_works_before_a_year_is_launched(cast: Cast) -> None:
    assert [hit.name for hit in _search(cast, "mrs_ha", "ba dinh").units][:1] == ["Quận Ba Đình"]
