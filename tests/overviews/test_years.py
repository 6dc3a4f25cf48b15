"""Which cycle a person looks at."""

import pytest

from danban.campaigns.models import Campaign
from danban.kit.refusals import NotFound
from danban.overviews.queries import year_for
from tests.cast import AT, Cast, run_campaign


def test_nobody_has_a_year_before_one_is_launched(cast: Cast) -> None:
    assert year_for(cast.actors["mrs_ha"]) is None
    assert year_for(cast.actors["stranger"]) is None


def test_the_latest_running_year_is_shown_and_others_can_be_asked_for(cast: Cast) -> None:
    this_year = run_campaign(cast)
    closed = Campaign.objects.create(
        tree=cast.tree, year=2024, name="Năm 2024", launched_at=AT, status="closed", closed_at=AT
    )
    other = Campaign.objects.create(tree=cast.tree, year=2023, name="Kế hoạch khác", launched_at=this_year.launched_at)
    actor = cast.actors["phuc_xa"]

    shown, asked, second = year_for(actor), year_for(actor, "2024"), year_for(actor, f"2023-{other.pk}")

    assert shown
    assert shown.campaign == other
    assert shown.key == ""
    assert asked
    assert asked.campaign == closed
    assert asked.key == "2024"
    assert second
    assert second.campaign == other
    assert shown.place == cast.places["00001"]
    assert {choice.key for choice in shown.choices} == {"2023", f"2023-{other.pk}", "2024"}


def test_a_year_nobody_launched_is_not_found(cast: Cast) -> None:
    run_campaign(cast)

    with pytest.raises(NotFound):
        year_for(cast.actors["mrs_ha"], "1999")
    with pytest.raises(NotFound):
        year_for(cast.actors["stranger"], "2023")
