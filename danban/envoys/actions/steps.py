"""What deeds about those sent leave behind: the diary, words for the person, duties fulfilled."""

from datetime import datetime
from typing import Any

from danban.accounts.models import Appointment
from danban.accounts.roles import ROLES
from danban.audit.actions import record
from danban.audit.models import Entry
from danban.campaigns.actions import fulfil_obligations, reopen_obligations
from danban.conferences.models import Conference
from danban.envoys.models import AreaCharge, Envoy
from danban.envoys.states import EnvoyStatus
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.notices.actions import tell, tell_units
from danban.notices.queries.reaching import Recipient
from danban.units.models import Placement

_HOSTS = tuple(role.code for role in ROLES.values() if "attendance:record" in role.permissions)
_SENDERS = tuple(role.code for role in ROLES.values() if "envoy:approve" in role.permissions)


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


def tell_hosts(envoy: Envoy, entry: Entry, words: tuple[str, str]) -> int:
    """Tell the unit that holds the conference."""
    return _tell_unit(envoy, entry, words, envoy.conference.placement.unit_id, _HOSTS)


def tell_senders(envoy: Envoy, entry: Entry, words: tuple[str, str]) -> int:
    """Tell the unit that sends them."""
    return _tell_unit(envoy, entry, words, envoy.unit_id, _SENDERS)


def _tell_unit(envoy: Envoy, entry: Entry, words: tuple[str, str], unit_id: int, roles: tuple[str, ...]) -> int:
    return tell_units(
        [unit_id], roles=roles, fact=f"envoy-unit:{envoy.pk}:{entry.pk}", topic="conference", subject=words[0],
        body=words[1], about=("conference", envoy.conference_id), at=entry.at,
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
    if not _has_gap(conference.campaign_id, place):
        _fulfil(conference, "leaders_assigned", "envoy.approved", actor, at)


def uncount_assigned(envoy: Envoy, actor: Actor, at: datetime) -> None:
    """The district owes it again where a withdrawal leaves a conference of its communes without anybody."""
    place = own_place(envoy.conference.campaign.tree_id, actor)
    if place is not None and _has_gap(envoy.conference.campaign_id, place):
        reopen_obligations(
            campaign_id=envoy.conference.campaign_id, placement_id=place.pk, kind_code="leaders_assigned",
            reason=envoy.reason, actor=actor, at=at,
        )  # fmt: skip


def _has_gap(campaign_id: int, place: Placement) -> bool:
    below = Conference.objects.filter(campaign_id=campaign_id, placement__parent=place)
    sent = Envoy.objects.filter(unit_id=place.unit_id, status__in=(EnvoyStatus.APPROVED, EnvoyStatus.ATTENDED))
    return below.exclude(status="not_held").exclude(pk__in=sent.values("conference_id")).exists()


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


def uncount_supervised(charge: AreaCharge, actor: Actor, at: datetime) -> None:
    """The unit owes it again where an area right below it has nobody in charge any more."""
    standing = AreaCharge.objects.filter(
        campaign_id=charge.campaign_id, unit_id=charge.unit_id, placement=charge.placement, ended_at__isnull=True
    )
    place = own_place(charge.campaign.tree_id, actor)
    if place is not None and charge.placement.parent_id == place.pk and not standing.exists():
        reopen_obligations(
            campaign_id=charge.campaign_id, placement_id=place.pk, kind_code="supervision",
            reason=f"{charge.placement.name} không còn người theo dõi.", actor=actor, at=at,
        )  # fmt: skip


def _fulfil(conference: Conference, kind: str, event: str, actor: Actor, at: datetime) -> None:
    place = own_place(conference.campaign.tree_id, actor)
    if place is not None:
        fulfil_obligations(
            campaign_id=conference.campaign_id, placement_id=place.pk, kind_code=kind, event=event, on=day_of(at),
            actor=actor, at=at,
        )  # fmt: skip
