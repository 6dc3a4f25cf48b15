"""Whom each deed about a plan is told to, in its transaction."""

from datetime import datetime

from danban.accounts.roles import ROLES
from danban.campaigns.models import Campaign
from danban.documents.actions import send_document
from danban.documents.models import Document
from danban.kit import clock
from danban.kit.actor import Actor
from danban.notices.actions import tell, tell_units
from danban.notices.queries.reaching import holders_of_units
from danban.plans import texts
from danban.plans.models import Plan, PlanEdition
from danban.units.models import Body, Placement


def _roles_with(permission: str) -> tuple[str, ...]:
    return tuple(role.code for role in ROLES.values() if permission in role.permissions)


_DRAWING_UP = _roles_with("plan:derive")


def tell_other_body(plan: Plan, actor: Actor, at: datetime) -> None:
    """Whoever may approve in the unit, but the one who submitted."""
    words = texts.words_of_submitting(plan)
    _tell_own(plan, words, f"submitted:{at.isoformat()}", actor=actor, at=at)


def tell_approved(plan: Plan, chair: Body, actor: Actor, at: datetime) -> None:
    """The unit's own offices: it can be issued now."""
    _tell_own(plan, texts.words_of_approving(plan, chair), f"approved:{at.isoformat()}", actor=actor, at=at)


def tell_declined(plan: Plan, chair: Body, actor: Actor, at: datetime) -> None:
    """The unit's own offices: it came back, and why."""
    _tell_own(plan, texts.words_of_declining(plan, chair), f"declined:{at.isoformat()}", actor=actor, at=at)


def send_issued(plan: Plan, document: Document, actor: Actor, at: datetime) -> None:
    """The plan's paper goes to the unit above and the units right below, into their inboxes."""
    place = plan.placement
    above = Placement.objects.filter(children=place.pk).order_by("pk").values_list("unit_id", flat=True)
    below = Placement.objects.filter(parent_id=place.pk).order_by("path").values_list("unit_id", flat=True)
    if units := {*above, *below}:
        send_document(document.pk, unit_ids=units, note=texts.NOTE_OF_ISSUING, actor=actor, at=at)


def tell_sent_back(plan: Plan, edition: PlanEdition, actor: Actor, at: datetime) -> None:
    """The offices that draw up the plan of the unit, at once."""
    by = Placement.objects.filter(tree_id=plan.campaign.tree_id, unit_id=actor.unit_id or 0).first()
    words = texts.words_of_sending_back(plan, by.name if by else "Cấp trên")
    tell_units(
        [plan.placement.unit_id], roles=_DRAWING_UP, fact=f"plan-edition:{edition.pk}:sent-back", topic=texts.TOPIC,
        subject=words.subject, body=words.body, about=("plan", plan.pk), is_urgent=True, at=at,
    )  # fmt: skip


def tell_amended(campaign: Campaign, at: datetime) -> None:
    """The offices of every unit that has a plan in the year; of one amendment once."""
    amendment = campaign.amendments.order_by("-pk").first()
    if amendment is None:
        return
    words = texts.words_of_amending(campaign.name, amendment.reason)
    units = Plan.objects.filter(campaign=campaign).order_by("pk").values_list("placement__unit_id", flat=True)
    tell_units(
        list(units), roles=_DRAWING_UP, fact=f"amendment:{amendment.pk}", topic="amendment", subject=words.subject,
        body=words.body, about=("campaign", campaign.pk), at=at,
    )  # fmt: skip


def _tell_own(plan: Plan, words: texts.Words, fact: str, *, actor: Actor, at: datetime) -> None:
    people = holders_of_units([plan.placement.unit_id], roles=_DRAWING_UP, on=clock.day_of(at))
    others = [person for person in people if person.account_id != actor.user_id]
    tell(
        others, fact=f"plan:{plan.pk}:{fact}", topic=texts.TOPIC, subject=words.subject, body=words.body,
        about=("plan", plan.pk), at=at,
    )  # fmt: skip
