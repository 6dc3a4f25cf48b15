"""Copying a year into another: the same calendar days, last year's year moved along, Tết looked up anew."""

import pytest

from danban.campaigns import actions, queries
from danban.campaigns.models import Campaign
from danban.campaigns.states import DraftPurpose, ItemKind, ItemState
from danban.kit.refusals import BadInput, NotFound, NotYours
from tests.campaigns.finders import milestone
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast


def test_days_move_to_the_new_year_and_every_line_is_proposed(cast: Cast, campaign: Campaign) -> None:
    clone = actions.clone_campaign(campaign.pk, year=2024, actor=cast.actors["mrs_ha"], at=AT)

    window = milestone(clone, "village-conference")
    assert (clone.purpose, clone.year) == (DraftPurpose.CLONE, 2024)
    assert clone.name.endswith("năm 2024")
    assert (window.values["starts_on"], window.values["due_on"]) == ("2024-01-02", "2024-02-28")
    assert window.values["wording"] == "Chép từ năm 2023"
    assert milestone(clone, "city-plan").values["due_on"] == "2023-12-19"
    assert set(clone.items.values_list("state", flat=True)) == {ItemState.PROPOSED}
    titles = [item.values["title"] for item in clone.items.filter(kind=ItemKind.AGENDA)]
    assert any("năm 2023" in title for title in titles)
    assert not any("năm 2022" in title for title in titles)
    assert last_event() == ("campaign.cloned", "draft", clone.pk)


def test_the_new_year_warns_of_its_own_tet_and_of_having_no_document(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    clone = actions.clone_campaign(campaign.pk, year=2024, actor=ha, at=AT)

    warnings = {warning.code: warning.sentence for warning in queries.draft_page(ha, clone.pk, at=AT).warnings}

    assert "14/02/2024" in warnings["overlaps_tet"]
    assert "chưa có văn bản" in warnings["unknown_document"]


def test_a_clone_is_launched_as_its_own_year(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    clone = actions.clone_campaign(campaign.pk, year=2024, actor=ha, at=AT)

    launched = actions.launch_draft(clone.pk, actor=ha, at=AT)

    assert launched != campaign
    assert launched.number is None
    assert queries.summary_of_campaign(launched).obligations == queries.summary_of_campaign(campaign).obligations


def test_the_same_year_and_an_impossible_one_are_refused(cast: Cast, campaign: Campaign) -> None:
    with no_trace():
        for year in (2023, 1990):
            with pytest.raises(BadInput):
                actions.clone_campaign(campaign.pk, year=year, actor=cast.actors["mrs_ha"], at=AT)


def test_others_are_refused_without_a_trace(cast: Cast, campaign: Campaign) -> None:
    with no_trace():
        for who in ("mr_dung", "culture_department", "ba_dinh"):
            with pytest.raises(NotYours):
                actions.clone_campaign(campaign.pk, year=2024, actor=cast.actors[who], at=AT)
        with pytest.raises(NotFound):
            actions.clone_campaign(0, year=2024, actor=cast.actors["mrs_ha"], at=AT)
