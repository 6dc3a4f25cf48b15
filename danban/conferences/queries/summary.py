"""The socio-economic summary of the year: a section of each unit above a village, written once, read everywhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from danban.campaigns.models import Campaign
from danban.conferences import rules
from danban.conferences.models import Conference, ConferencePlace, SummarySection
from danban.conferences.queries.pages import conference_for
from danban.conferences.queries.years import Year, year_for
from danban.kit import paths
from danban.kit.actor import Actor
from danban.kit.refusals import is_allowed
from danban.units.models import Placement


@dataclass(frozen=True)
class SectionRow:
    """A unit that writes a section, from the top down, and what it wrote, if anything."""

    place: Placement
    section: SummarySection | None


@dataclass(frozen=True)
class SummaryDesk:
    """The page of writing. ``own`` is None for a village; ``villages`` is how many conferences read the own section.

    ``below``: how many units right below write one, and how many of them have.
    """

    year: Year
    rows: tuple[SectionRow, ...]
    own: SectionRow | None
    villages: int
    below: int
    below_written: int
    may_write: bool


def sections_of(campaign: Campaign, path: str) -> tuple[SectionRow, ...]:
    """The sections read at a place, of the units above the villages on the way down to it; three queries."""
    deepest = campaign.tree.scheme.levels.count() - 1
    depths = range(min(len(path) // paths.WIDTH + 1, deepest))
    wanted = [paths.ancestor(path, depth) for depth in depths]
    places = list(
        Placement.objects.filter(tree_id=campaign.tree_id, path__in=wanted).select_related("level").order_by("path")
    )
    written = {
        section.placement_id: section
        for section in SummarySection.objects.filter(campaign=campaign, placement__in=places).order_by("pk")
    }
    return tuple(SectionRow(place, written.get(place.pk)) for place in places)


def sections_for(actor: Actor, pk: int) -> tuple[Conference, tuple[SectionRow, ...]]:
    """A conference and the sections read at it; raises ``NotFound``."""
    one = conference_for(actor, pk)
    return one, sections_of(one.campaign, one.placement.path)


def summary_desk(actor: Actor) -> SummaryDesk:
    """What the actor's unit writes and what is written above it; raises ``NotFound``. Constant queries."""
    year = year_for(actor)
    rows = sections_of(year.campaign, year.own.path)
    own = next((row for row in rows if row.place.pk == year.own.pk), None)
    low, high = paths.bounds(year.own.path)
    read = ConferencePlace.objects.filter(campaign=year.campaign, placement__level__depth=year.deepest)
    below = Placement.objects.filter(parent=year.own, level__depth__lt=year.deepest)
    written = SummarySection.objects.filter(campaign=year.campaign, placement__in=below)

    def may_write() -> None:
        rules.check_can_write_summary(actor, year.campaign, year.own, "?", deepest=year.deepest)

    return SummaryDesk(
        year=year,
        rows=rows,
        own=own,
        villages=read.filter(placement__path__gte=low, placement__path__lt=high).count(),
        below=below.count(),
        below_written=written.count(),
        may_write=is_allowed(may_write),
    )


def missing_sections(rows: Iterable[SectionRow]) -> list[str]:
    """Names of the units that have not written theirs."""
    return [row.place.name for row in rows if row.section is None]
