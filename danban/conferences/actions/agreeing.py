"""What follows when an agenda changes or is agreed: assents fall, the duty is done or owed again, the other hears."""

from datetime import datetime

from danban.accounts.roles import ROLES
from danban.audit.models import Entry
from danban.campaigns.actions import fulfil_obligations, reopen_obligations
from danban.conferences.models import Conference
from danban.conferences.rules import Programme
from danban.conferences.texts import Words
from danban.kit.actor import Actor, machine
from danban.kit.clock import day_of
from danban.notices.actions import tell_units

AGENDA = "agenda"
"""The code of what a village owes: its agenda, agreed by both heads."""
_PREPARING = tuple(role.code for role in ROLES.values() if "conference:prepare" in role.permissions)


def let_assents_fall(conference: Conference, programme: Programme, actor: Actor, at: datetime) -> int:
    """Nobody has agreed to the agenda as it now is; returns how many assents fell."""
    fallen, _ = conference.assents.all().delete()
    if programme.is_agreed:
        for placement_id, who in _owing(conference, actor):
            reopen_obligations(
                campaign_id=conference.campaign_id, placement_id=placement_id, kind_code=AGENDA,
                reason="Chương trình hội nghị đã thay đổi sau khi hai bên thống nhất.", actor=who, at=at,
            )  # fmt: skip
    return fallen


def count_as_done(conference: Conference, actor: Actor, at: datetime) -> None:
    """Both heads agreed: every unit it is held for has done its duty."""
    for placement_id, who in _owing(conference, actor):
        fulfil_obligations(
            campaign_id=conference.campaign_id, placement_id=placement_id, kind_code=AGENDA, event="agenda.agreed",
            on=day_of(at), actor=who, at=at,
        )  # fmt: skip


def tell_other_head(conference: Conference, entry: Entry, words: Words, actor: Actor) -> int:
    """Tell whoever prepares it with the actor, in the unit that holds it; not the actor's own office."""
    roles = [role for role in _PREPARING if role != actor.role]
    return tell_units(
        [conference.placement.unit_id], roles=roles, fact=f"agenda:{conference.pk}:{entry.pk}", topic="conference",
        subject=words.subject, body=words.body, about=("conference", conference.pk), at=entry.at,
    )  # fmt: skip


def _owing(conference: Conference, actor: Actor) -> list[tuple[int, Actor]]:
    """The units it is held for, each with who does the deed there: neighbours lie outside the actor's area."""
    places = conference.places.order_by("pk").values_list("placement_id", "placement__path")
    for_others = machine("joint-conference")
    tree_id = conference.campaign.tree_id
    return [(pk, actor if actor.covers(tree_id, path) else for_others) for pk, path in places]
