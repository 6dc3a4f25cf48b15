"""The same request of several villages: each voice with its village, on a map of the city's units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed
from danban.petitions import rules
from danban.petitions.models import Petition, PetitionGroup
from danban.petitions.states import Decision, Kind


@dataclass(frozen=True)
class GroupPage:
    """A group with its petitions the actor sees; ``hidden`` are in it and not seen.

    ``by_unit`` counts its voices by the units a map shows: the unit ids with how many.
    """

    group: PetitionGroup
    petitions: tuple[Petition, ...]
    hidden: int
    waiting: int
    may_answer: bool
    decisions: tuple[Decision, ...]


def group_page(actor: Actor, pk: int, *, at: datetime) -> GroupPage:
    """A group of which the actor sees at least one petition; raises ``NotFound``. Constant queries."""
    group = PetitionGroup.objects.select_related("book").defer("book__plan_text").filter(pk=pk).first()
    if group is None:
        raise NotFound
    members = list(
        group.petitions.select_related("book", "seat__parent__parent", "holder", "body")
        .defer("book__plan_text").order_by("seat__path", "pk")
    )  # fmt: skip
    seen = set(Petition.objects.visible_to(actor).filter(group=group).values_list("pk", flat=True))
    if not seen:
        raise NotFound("Không tìm thấy nhóm kiến nghị này trong phạm vi của bạn.")
    shown = tuple(one for one in members if one.pk in seen)
    return GroupPage(
        group=group,
        petitions=shown,
        hidden=len(members) - len(shown),
        waiting=sum(one.status in ("routed", "acknowledged") for one in members),
        may_answer=is_allowed(lambda: rules.check_can_answer_group(actor, group, members, at=at)),
        decisions=rules.decisions_of(shown[0].kind if shown else Kind.PETITION),
    )
