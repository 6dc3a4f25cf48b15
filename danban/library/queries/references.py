"""Legal bases and Party documents: the list, one with what replaces it and who cites it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q

from danban.campaigns.models import Campaign
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed
from danban.kit.search import has_every_word
from danban.library import rules
from danban.library.models import Reference
from danban.library.queries.bases import basis_line, is_standing, with_first_day
from danban.library.queries.citing import cited_in, plans_citing, years_to_gather_from

ROWS_A_PAGE = 30
State = Literal["standing", "replaced", "ended", "coming"]
Side = Literal["party", "state"]


@dataclass(frozen=True)
class ReferencesWanted:
    """What to list: words, how a reference stands on the day, whose it is, the year whose plan cites it."""

    words: str = ""
    state: State | Literal[""] = ""
    side: Side | Literal[""] = ""
    campaign_id: int | None = None
    page: int = 1


@dataclass(frozen=True)
class ReferencesPage:
    """One page; ``counts`` of every state before narrowing by it. ``years``: each year with what is still unknown."""

    wanted: ReferencesWanted
    page: Page[Reference]
    counts: dict[str, int]
    years: tuple[tuple[Campaign, int], ...]
    may_enter: bool

    @property
    def total(self) -> int:
        """How many there are in any state."""
        return self.counts["all"]


@dataclass(frozen=True)
class ReferencePage:
    """One reference: what took its place one after the other, what it replaced, the years that cite it.

    ``line`` is its căn cứ today, "" where it does not stand.
    """

    reference: Reference
    later: tuple[Reference, ...]
    earlier: tuple[Reference, ...]
    campaigns: tuple[Campaign, ...]
    line: str
    may_edit: bool


def _states(on: date) -> dict[str, Q]:
    return {
        "standing": is_standing(on),
        "replaced": Q(in_force_until__lt=on, replaced_by__isnull=False),
        "ended": Q(in_force_until__lt=on, replaced_by__isnull=True),
        "coming": Q(first_day__gt=on),
    }


def references_page(actor: Actor, wanted: ReferencesWanted, *, at: datetime, on: date) -> ReferencesPage:
    """One page as of a day, the latest issued first; constant queries. Raises ``NotFound``."""
    _check_sees(actor)
    found = with_first_day().filter(has_every_word(wanted.words))
    if wanted.side:
        found = found.filter(is_party=wanted.side == "party")
    years = tuple(years_to_gather_from(actor))
    if wanted.campaign_id is not None:
        if wanted.campaign_id not in {campaign.pk for campaign, _ in years}:
            raise NotFound("Không có năm này trong phạm vi của bạn.")
        found = found.filter(pk__in=cited_in(wanted.campaign_id))
    states = _states(on)
    counts = found.aggregate(all=Count("pk"), **{name: Count("pk", filter=asked) for name, asked in states.items()})
    if wanted.state:
        found = found.filter(states[wanted.state])
    rows = found.select_related("replaced_by").order_by("-issued_on", "-pk")
    return ReferencesPage(
        wanted=wanted,
        page=Paginator(rows, ROWS_A_PAGE).get_page(wanted.page),
        counts=counts,
        years=years,
        may_enter=is_allowed(rules.check_can_enter, actor, at=at),
    )


def reference_page(actor: Actor, pk: int, *, at: datetime, on: date) -> ReferencePage:
    """One reference; raises ``NotFound``."""
    reference = _reference_for(actor, pk)
    return ReferencePage(
        reference=reference,
        later=_later(reference),
        earlier=tuple(reference.takes_the_place_of.order_by("issued_on", "pk")),
        campaigns=tuple(plans_citing(actor, reference)),
        line=basis_line(reference, on=on) if reference.title and reference.is_in_force(on) else "",
        may_edit=is_allowed(rules.check_can_enter, actor, at=at),
    )


def reference_to_edit(actor: Actor, pk: int, *, at: datetime) -> Reference:
    """One that the actor may edit; raises ``NotFound`` or ``NotYours``."""
    reference = _reference_for(actor, pk)
    rules.check_can_enter(actor, at=at)
    return reference


def may_replace(but: int | None = None) -> list[tuple[int, str]]:
    """What can take a reference's place, the latest first: id and how it is called."""
    rows = Reference.objects.exclude(pk=but or 0).order_by("-issued_on", "-pk")
    return [(one.pk, name_of(one)) for one in rows.only("kind_name", "symbol", "title")]


def name_of(reference: Reference) -> str:
    """ "Nghị định 30/2020/NĐ-CP"; kind and title where there is no number."""
    return f"{reference.kind_name} {reference.symbol or reference.title}".strip()[:120]


def check_may_enter(actor: Actor, *, at: datetime) -> None:
    """For the page of the empty form; raises ``NotFound`` or ``NotYours``."""
    _check_sees(actor)
    rules.check_can_enter(actor, at=at)


def _reference_for(actor: Actor, pk: int) -> Reference:
    _check_sees(actor)
    reference = Reference.objects.select_related("replaced_by").filter(pk=pk).first()
    if reference is None:
        raise NotFound
    return reference


def _check_sees(actor: Actor) -> None:
    if not actor.may("library:see"):
        raise NotFound


def _later(reference: Reference) -> tuple[Reference, ...]:
    """The chain of what took its place, in one query over the whole shelf."""
    nexts = {
        one.pk: one for one in Reference.objects.filter(takes_the_place_of__isnull=False).distinct().order_by("pk")
    }
    chain: list[Reference] = []
    step = reference.replaced_by_id
    while step is not None:
        chain.append(nexts[step])
        step = nexts[step].replaced_by_id
    return tuple(chain)
