"""Difficulties by the dozen, asked and moved through the real actions."""

from datetime import datetime
from itertools import count
from typing import Any

from danban.accounts.queries import actor_for
from danban.campaigns.models import Campaign
from danban.difficulties import actions
from danban.difficulties.models import Difficulty
from danban.kit.actor import Actor
from tests.accounts.factories import make_appointment
from tests.cast import AT, Cast

_numbers = count(1)


def ask(cast: Cast, campaign: Campaign, who: str | Actor = "head_of_group_1", **values: Any) -> Difficulty:
    """A difficulty of somebody's unit, with words of its own unless they are given."""
    actor = cast.actors[who] if isinstance(who, str) else who
    given: dict[str, Any] = {"title": f"Chưa mượn được nhà văn hóa, lần {next(_numbers)}", "at": AT} | values
    return actions.ask_difficulty(campaign.pk, actor=actor, **given)


def head_of(cast: Cast, code: str) -> Actor:
    """Somebody who may ask for a unit: a new head of a village, a new officer elsewhere."""
    roles = {"village": "front_work_head", "commune": "commune_front_officer", "district": "district_front_officer"}
    place = cast.places[code]
    return actor_for(make_appointment(place.unit, role=roles[place.level.code]))


def answered(cast: Cast, difficulty: Difficulty, who: str = "phuc_xa", *, at: datetime = AT) -> Difficulty:
    """The same difficulty, answered."""
    return actions.answer_difficulty(difficulty.pk, text="Mượn hội trường phường.", actor=cast.actors[who], at=at)
