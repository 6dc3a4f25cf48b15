"""Planned conferences of the small city, halls, and days that fit, made through the real actions."""

from datetime import date, time
from typing import Any

from danban.accounts.queries import actor_for
from danban.campaigns.models import Campaign
from danban.conferences import actions
from danban.conferences.models import Conference, Hall
from danban.conferences.rules import Timing
from danban.conferences.states import Session
from danban.kit.actor import Actor, machine
from tests.accounts.factories import make_appointment
from tests.cast import AT, Cast
from tests.conferences.factories_agenda import agreed

FRIDAY = date(2023, 2, 17)
SATURDAY = date(2023, 2, 18)
ROOMS = ("conferences", "notices", "campaigns")


def plan(cast: Cast, campaign: Campaign) -> int:
    """Every conference owed, entered by the machine."""
    actor = machine("launch", "conference:arrange")
    return actions.plan_conferences(campaign.pk, actor=actor, at=AT)


def conference_of(cast: Cast, campaign: Campaign, code: str) -> Conference:
    """The conference a unit holds."""
    return Conference.objects.get(campaign=campaign, placement=cast.places[code])


def hall_of(cast: Cast, code: str = "00001.01", **values: Any) -> Hall:
    """A house of culture of a unit, written down by its commune's office or the unit itself."""
    given: dict[str, Any] = {"name": f"Nhà văn hóa {cast.places[code].name}", "seats": 100} | values
    actor = machine("halls", "hall:keep")
    return actions.add_hall(cast.places[code].unit_id, actor=actor, at=AT, **given)


def evening(day: date = FRIDAY, hall: Hall | None = None, starts: time | None = time(19, 30)) -> Timing:
    """An evening of a day."""
    return Timing(day, Session.EVENING, hall.pk if hall else None, starts)


def scheduled(cast: Cast, one: Conference, timing: Timing, **values: Any) -> Conference:
    """The same conference, put on a day by Phúc Xá."""
    return actions.schedule_conference(one.pk, timing=timing, actor=cast.actors["phuc_xa"], at=AT, **values)


def announced(cast: Cast, one: Conference, timing: Timing) -> Conference:
    """The same conference, with an agenda both heads agreed to, announced."""
    scheduled(cast, one, timing)
    agreed(cast, one)
    return actions.announce_conference(one.pk, actor=cast.actors["phuc_xa"], at=AT)


def head_of(cast: Cast, code: str, role: str = "village_head") -> Actor:
    """A new head of a village."""
    return actor_for(make_appointment(cast.places[code].unit, role=role))
