"""One box for everything: units, duties, days, words of the plan, people. Accents are ignored."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from danban.accounts.models import Appointment
from danban.campaigns.models import Campaign, Clause, Milestone, ObligationKind
from danban.kit.actor import Actor
from danban.kit.search import has_every_word
from danban.kit.vietnamese import fold, squeeze
from danban.overviews.queries.tallies import list_kinds
from danban.overviews.queries.timeline import list_milestones
from danban.overviews.queries.years import Year, year_for
from danban.units.models import Placement
from danban.units.queries import Hit, find_placements

MOST = 20
SHORTEST = 2
_EXCERPT = 180


@dataclass(frozen=True)
class ClauseHit:
    """A clause with the line of its text in which the words stand."""

    clause: Clause
    line: str


@dataclass(frozen=True)
class PersonHit:
    """A person by the office held; ``place_pk`` is the unit's place in the tree looked at."""

    name: str
    title: str
    unit_name: str
    place_pk: int | None


@dataclass(frozen=True)
class Found:
    """What was found, by kind; ``is_short``: too little was typed to look for."""

    words: str
    is_short: bool
    year: Year | None
    units: tuple[Hit, ...] = ()
    kinds: tuple[ObligationKind, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    clauses: tuple[ClauseHit, ...] = ()
    people: tuple[PersonHit, ...] = ()

    @property
    def count(self) -> int:
        """How many things are shown."""
        return len(self.units) + len(self.kinds) + len(self.milestones) + len(self.clauses) + len(self.people)


def search(actor: Actor, typed: str, *, today: date, key: str = "") -> Found:
    """Look for every word typed; at most ``MOST`` of each kind. Constant queries."""
    words = squeeze(typed.replace("\x00", " "))[:80]
    year = year_for(actor, key)
    wanted = fold(words).split()
    if len("".join(wanted)) < SHORTEST:
        return Found(words, is_short=True, year=year)
    return Found(
        words=words,
        is_short=False,
        year=year,
        units=tuple(_units(actor, year, words)),
        kinds=tuple(_kinds(year, wanted)) if year else (),
        milestones=tuple(_milestones(year, wanted)) if year else (),
        clauses=tuple(_clauses(year, wanted)) if year else (),
        people=tuple(_people(actor, year, words, today)) if actor.may("appointment:see") else (),
    )


def _has_all(text: str, wanted: Sequence[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in wanted)


def _units(actor: Actor, year: Year | None, words: str) -> list[Hit]:
    """Units of the area in the cycle's tree, else in the newest tree the office stands in."""
    tree_id = year.campaign.tree_id if year else max(actor.paths, default=0)
    return find_placements(actor, tree_id=tree_id, text=words, limit=MOST)


def _kinds(year: Year, wanted: Sequence[str]) -> list[ObligationKind]:
    depth = year.place.depth
    kinds = [kind for kind in list_kinds(year.campaign) if kind.level.depth >= depth]
    return [kind for kind in kinds if _has_all(f"{kind.name} {kind.short}", wanted)][:MOST]


def _milestones(year: Year, wanted: Sequence[str]) -> list[Milestone]:
    return [milestone for milestone in list_milestones(year) if _has_all(milestone.name, wanted)][:MOST]


def _clauses(year: Year, wanted: Sequence[str]) -> list[ClauseHit]:
    """Clauses whose title, or one line of whose own text (up to the next clause), holds every word."""
    clauses = list(Clause.objects.filter(campaign_id=year.campaign.pk).order_by("position", "pk"))
    text = Campaign.objects.values_list("plan_text", flat=True).get(pk=year.campaign.pk)
    starts = sorted({clause.start for clause in clauses if clause.start is not None})
    hits = []
    for clause in clauses:
        lines = _own_text(clause, starts, text).splitlines()
        line = next((line for line in [*lines, clause.title] if _has_all(line, wanted)), None)
        if line is not None:
            hits.append(ClauseHit(clause, _around(line, wanted[0])))
    return hits[:MOST]


def _own_text(clause: Clause, starts: Sequence[int], text: str) -> str:
    """The words of a clause without those of the clauses below it; "" where its place is not known."""
    if clause.start is None:
        return ""
    following = bisect_right(starts, clause.start)
    end = starts[following] if following < len(starts) else len(text)
    return text[clause.start : end if clause.end is None else min(end, clause.end)]


def _around(line: str, word: str) -> str:
    """A part of a line in which a word stands, cut at words."""
    words = line.split()
    at = next((index for index, one in enumerate(words) if word in fold(one)), 0)
    first = max(at - 8, 0)
    part = " ".join(words[first:])
    cut = part if len(part) <= _EXCERPT else part[:_EXCERPT].rsplit(" ", 1)[0] + " …"
    return f"… {cut}" if first else cut


def _people(actor: Actor, year: Year | None, words: str, today: date) -> list[PersonHit]:
    """People who hold an office in the area today, by every word of their names."""
    area = Placement.objects.visible_to(actor)
    if year:
        area = area.filter(tree_id=year.campaign.tree_id)
    held = Appointment.objects.held_on(today).filter(unit_id__in=area.order_by().values("unit_id"))
    held = held.filter(has_every_word(words, of="account__"))
    found = list(held.select_related("account", "unit").order_by("account__sort_key", "pk")[:MOST])
    places = area.filter(unit_id__in={row.unit_id for row in found}).order_by("pk")
    place_of = dict(places.values_list("unit_id", "pk"))
    return [PersonHit(row.account.full_name, row.title, row.unit.name, place_of.get(row.unit_id)) for row in found]
