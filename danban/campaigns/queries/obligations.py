"""One obligation: what it is, by when and why, the words of the plan, and what happened to it."""

from dataclasses import dataclass

from danban.audit.models import Entry
from danban.audit.queries import list_entries_about
from danban.campaigns.models import Clause, DraftItem, Obligation
from danban.campaigns.queries.campaigns import shaping_draft
from danban.campaigns.queries.local_dates import LocalStanding, days_after, local_standings
from danban.campaigns.rules.local_dates import Days
from danban.campaigns.states import ItemKind
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.units.models import Placement

EXCERPT = 1_200


@dataclass(frozen=True)
class ObligationPage:
    """An obligation with the steps to its day, the plan's words, the units above it, its history.

    ``steps`` are those of its kind, then those of the units that set days of their own (``local``, from the
    top down; what rests says so). ``days_now``: its days if it is open, or what they would be.
    """

    obligation: Obligation
    steps: list[str]
    local: list[LocalStanding]
    days_now: Days
    clause: Clause
    excerpt: str
    above: list[Placement]
    history: list[Entry]


def obligation_page(actor: Actor, pk: int) -> ObligationPage:
    """An obligation of the actor's area; raises ``NotFound``."""
    related = (
        "kind__clause",
        "kind__level",
        "kind__milestone",
        "kind__body_kind",
        "placement__kind",
        "body",
        "campaign",
    )
    seen = Obligation.objects.visible_to(actor).select_related(*related)
    obligation = seen.filter(pk=pk).first()
    if obligation is None:
        raise NotFound
    ids = [one for one in (obligation.at_1, obligation.at_2, obligation.at_3) if one and one != obligation.placement_id]
    above = Placement.objects.filter(pk__in=ids).select_related("kind").order_by("path", "pk")
    local = local_standings(obligation)
    return ObligationPage(
        obligation=obligation,
        steps=[*(str(step) for step in obligation.kind.steps), *(step for one in local for step in one.steps)],
        local=local,
        days_now=days_after(obligation, local),
        clause=obligation.kind.clause,
        excerpt=_excerpt(obligation),
        above=list(above),
        history=list(list_entries_about("obligation", obligation.pk)),
    )


def _excerpt(obligation: Obligation) -> str:
    """The sentence a duty was found in, else the clause's own words."""
    draft = shaping_draft(obligation.campaign)
    text = str(draft.reading.get("text", "")) if draft else ""
    span = _span_of_duty(obligation, draft.pk) if draft else None
    if span is None:
        text, clause = obligation.campaign.plan_text, obligation.kind.clause
        span = (clause.start or 0, clause.end if clause.end is not None else 0)
    words = text[slice(*span)].strip()
    return words if len(words) <= EXCERPT else f"{words[:EXCERPT].rsplit(' ', 1)[0]}…"


def _span_of_duty(obligation: Obligation, draft_id: int) -> tuple[int, int] | None:
    items = DraftItem.objects.filter(draft_id=draft_id, kind=ItemKind.DUTY, level_id=obligation.kind.level_id)
    found = items.filter(values__code=obligation.kind.code, start__isnull=False, end__isnull=False)
    span = found.order_by("pk").values_list("start", "end").first()
    return (span[0], span[1]) if span and span[0] is not None and span[1] is not None else None
