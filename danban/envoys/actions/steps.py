"""What deeds about those sent leave behind: the diary, words for the person, duties fulfilled."""

from datetime import datetime
from typing import Any

from danban.accounts.models import Appointment
from danban.audit.actions import record
from danban.audit.models import Entry
from danban.campaigns.actions import fulfil_obligations
from danban.conferences.models import Conference
from danban.envoys.models import AreaCharge, Envoy
from danban.envoys.states import EnvoyStatus
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.notices.actions import tell
from danban.notices.queries.reaching import Recipient
from danban.units.models import Placement


def write_down(envoy: Envoy, event: str, actor: Actor, at: datetime, **changes: Any) -> Entry:
    """One entry about somebody sent: ids, day and session, never names."""
    return record(
        actor=actor, event=event, subject="envoy", subject_id=envoy.pk, at=at, unit_id=actor.unit_id,
        changes={"conference": envoy.conference_id, "day": envoy.day, "session": envoy.session} | changes,
    )  # fmt: skip


def tell_envoy(envoy: Envoy, entry: Entry, words: tuple[str, str], *, urgent: bool = False) -> int:
    """Tell the person, where they sign in here; returns how many facts were new."""
    if envoy.appointment_id is None:
        return 0
    held = Appointment.objects.filter(pk=envoy.appointment_id).first()
    if held is None:
        return 0
    return tell(
        [Recipient(held.account_id, held.pk)], fact=f"envoy:{envoy.pk}:{entry.pk}", topic="conference",
        subject=words[0], body=words[1], about=("conference", envoy.conference_id), is_urgent=urgent, at=entry.at,
    )  # fmt: skip


def own_place(campaign_tree_id: int, actor: Actor) -> Placement | None:
    """Where the actor's unit stands in the year's tree."""
    path = actor.path_in(campaign_tree_id)
    return None if path is None else Placement.objects.filter(tree_id=campaign_tree_id, path=path).first()


def count_proposed(conference: Conference, actor: Actor, at: datetime) -> None:
    """The city has proposed who attends with its first proposal (III.1.2)."""
    _fulfil(conference, "leaders_proposed", "envoy.proposed", actor, at)


def count_assigned(conference: Conference, actor: Actor, at: datetime) -> None:
    """A district has assigned once every conference of its communes has somebody approved (III.4.1c)."""
    place = own_place(conference.campaign.tree_id, actor)
    if place is None:
        return
    below = Conference.objects.filter(campaign_id=conference.campaign_id, placement__parent=place)
    sent = Envoy.objects.filter(unit_id=place.unit_id, status__in=(EnvoyStatus.APPROVED, EnvoyStatus.ATTENDED))
    if not below.exclude(status="not_held").exclude(pk__in=sent.values("conference_id")).exists():
        _fulfil(conference, "leaders_assigned", "envoy.approved", actor, at)


def count_supervised(charge: AreaCharge, actor: Actor, at: datetime) -> None:
    """Every area right below the unit has somebody in charge (III.1.4)."""
    place = own_place(charge.campaign.tree_id, actor)
    if place is None:
        return
    covered = AreaCharge.objects.filter(campaign_id=charge.campaign_id, unit_id=place.unit_id, ended_at__isnull=True)
    if not Placement.objects.filter(parent=place).exclude(pk__in=covered.values("placement_id")).exists():
        fulfil_obligations(
            campaign_id=charge.campaign_id, placement_id=place.pk, kind_code="supervision", event="area.charged",
            on=day_of(at), actor=actor, at=at,
        )  # fmt: skip


def _fulfil(conference: Conference, kind: str, event: str, actor: Actor, at: datetime) -> None:
    place = own_place(conference.campaign.tree_id, actor)
    if place is not None:
        fulfil_obligations(
            campaign_id=conference.campaign_id, placement_id=place.pk, kind_code=kind, event=event, on=day_of(at),
            actor=actor, at=at,
        )  # fmt: skip
