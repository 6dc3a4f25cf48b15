"""What an amendment does not touch is settled at once; what it touches waits for its unit."""

from datetime import timedelta
from typing import Any

import pytest

from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign, DraftItem
from danban.plans import actions
from danban.plans.models import Plan
from tests.campaigns.finders import duty, milestone
from tests.cast import AT, Cast
from tests.plans.factories import derive, issued

LATER = AT + timedelta(hours=1)


def _amend(cast: Cast, campaign: Campaign, find: Any, *names: str, **values: Any) -> None:
    actor = cast.actors["mrs_ha"]
    change = campaigns.draft_amendment(campaign.pk, actor=actor, at=AT)
    line: DraftItem = find(change, *names)
    campaigns.correct_item(line.pk, values=values, actor=actor, at=AT)
    actions.apply_amendment(change.pk, reason="Đổi", actor=actor, at=LATER)


@pytest.fixture
def plans(cast: Cast, campaign: Campaign) -> list[Plan]:
    """One issued, one being drawn up, one sent back."""
    returned = issued(cast, campaign, "00004").plan
    actions.send_back_plan(returned.pk, comment="Sửa lại", actor=cast.actors["ba_dinh"], at=AT)
    return [issued(cast, campaign, "00001").plan, derive(cast, campaign, "00454"), returned]


def _stand_on(plans: list[Plan]) -> list[int | None]:
    for plan in plans:
        plan.refresh_from_db()
    return [plan.base_amendment_id for plan in plans]


def test_a_change_of_what_only_the_city_owes_leaves_every_unit_settled(
    cast: Cast, campaign: Campaign, plans: list[Plan]
) -> None:
    _amend(cast, campaign, duty, "city", "evaluation", offset_days=40)

    amendment = campaign.amendments.get().pk
    assert _stand_on(plans) == [amendment, amendment, None]


def test_a_change_of_the_villages_window_waits_for_every_unit(
    cast: Cast, campaign: Campaign, plans: list[Plan]
) -> None:
    _amend(cast, campaign, milestone, "village-conference", due_on="2023-03-05")

    assert _stand_on(plans) == [None, None, None]
