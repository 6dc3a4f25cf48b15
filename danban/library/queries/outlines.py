"""Content outlines: the list of those in use, one with its versions, what differs between two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed
from danban.kit.search import has_every_word
from danban.library import rules
from danban.library.models import Outline, OutlineVersion, Presentation
from danban.library.queries.differences import Difference, differences
from danban.library.queries.ground import fits, place_of
from danban.library.states import Area, Field, VersionStatus
from danban.units.models import Level, Placement

ROWS_A_PAGE = 24
MOST_DRAFTS = 30


@dataclass(frozen=True)
class OutlinesWanted:
    """What to list: words of title or text, a field, a level code, a kind of place; by default what fits the unit."""

    words: str = ""
    field: str = ""
    level: str = ""
    area: str = ""
    is_everything: bool = False
    page: int = 1


@dataclass(frozen=True)
class OutlineRow:
    """A version in use, with how often it was presented in the actor's area, and in the own unit."""

    version: OutlineVersion
    minutes: int
    presented: int
    presented_here: int


@dataclass(frozen=True)
class OutlinesPage:
    """One page of versions in use; ``drafts`` are those of the own body that are not (or not any more) in use."""

    wanted: OutlinesWanted
    place: Placement
    page: Page[OutlineVersion]
    rows: tuple[OutlineRow, ...]
    fitting: int
    total: int
    fields: tuple[tuple[str, str], ...]
    levels: tuple[tuple[str, str], ...]
    drafts: tuple[OutlineVersion, ...]
    may_begin: bool


@dataclass(frozen=True)
class OutlinePage:
    """An outline read in one version. ``current`` is the one in use, None where all are withdrawn or drafted.

    ``verbs`` may be done with the version read: edit, publish, withdraw, present; "begin" with the outline.
    ``here`` are the presentations of the own unit.
    """

    version: OutlineVersion
    current: OutlineVersion | None
    versions: tuple[OutlineVersion, ...]
    minutes: int
    verbs: frozenset[str]
    place: Placement
    here: tuple[Presentation, ...]
    presented: int

    @property
    def outline(self) -> Outline:
        """What it is a version of."""
        return self.version.outline


@dataclass(frozen=True)
class VersionsPage:
    """Every version, the latest first, and what ``new`` says differently from ``old``."""

    outline: Outline
    versions: tuple[OutlineVersion, ...]
    old: OutlineVersion | None
    new: OutlineVersion
    changes: tuple[Difference, ...]


def in_use() -> QuerySet[OutlineVersion]:
    """The latest published version of every outline that has one."""
    later = OutlineVersion.objects.filter(
        outline=OuterRef("outline"), number__gt=OuterRef("number"), status=VersionStatus.PUBLISHED
    )
    return OutlineVersion.objects.filter(~Exists(later), status=VersionStatus.PUBLISHED)


def outlines_page(actor: Actor, wanted: OutlinesWanted, *, at: datetime, on: date) -> OutlinesPage:
    """One page, the latest published first; constant queries. Raises ``NotFound``."""
    place = place_of(actor, on)
    everything = in_use()
    found = _narrow(everything if wanted.is_everything else everything.filter(fits(place)), wanted)
    counted = everything.aggregate(total=Count("pk"), fitting=Count("pk", filter=fits(place)))
    used = dict.fromkeys(everything.order_by("pk").values_list("outline__field", flat=True))
    rows = found.select_related("outline__body", "outline__level").order_by("-published_at", "-pk")
    page = Paginator(rows, ROWS_A_PAGE).get_page(wanted.page)
    return OutlinesPage(
        wanted=wanted,
        place=place,
        page=page,
        rows=_rows(actor, list(page.object_list), place),
        fitting=counted["fitting"],
        total=counted["total"],
        fields=tuple((str(value), str(label)) for value, label in Field.choices if value in used),
        levels=tuple(
            Level.objects.filter(scheme_id=place.level.scheme_id).order_by("depth", "pk").values_list("code", "name")
        ),
        drafts=_drafts(actor),
        may_begin=is_allowed(rules.check_can_begin, actor, at=at),
    )


def _narrow(found: QuerySet[OutlineVersion], wanted: OutlinesWanted) -> QuerySet[OutlineVersion]:
    found = found.filter(has_every_word(wanted.words))
    if wanted.field:
        found = found.filter(outline__field=wanted.field)
    if wanted.level:
        found = found.filter(Q(outline__level__code=wanted.level) | Q(outline__level__isnull=True))
    if wanted.area:
        found = found.filter(outline__area__in=(wanted.area, Area.ANY))
    return found


def _rows(actor: Actor, versions: list[OutlineVersion], place: Placement) -> tuple[OutlineRow, ...]:
    """Presentations count for the outline, whichever of its versions was presented."""
    of_these = Presentation.objects.filter(version__outline__in=[one.outline_id for one in versions])
    counted = (
        of_these.visible_to(actor)
        .values("version__outline")
        .annotate(all=Count("pk"), here=Count("pk", filter=Q(placement__unit=place.unit_id)))
    )
    by_outline = {row["version__outline"]: (row["all"], row["here"]) for row in counted.order_by("version__outline")}
    return tuple(OutlineRow(one, minutes_of(one), *by_outline.get(one.outline_id, (0, 0))) for one in versions)


def _drafts(actor: Actor) -> tuple[OutlineVersion, ...]:
    """What the own body is writing, and its outlines that are out of use."""
    if actor.body_id is None or not actor.may("outline:write"):
        return ()
    used = in_use().filter(outline=OuterRef("outline"))
    later = OutlineVersion.objects.filter(outline=OuterRef("outline"), number__gt=OuterRef("number"))
    latest = OutlineVersion.objects.filter(~Exists(later), outline__body=actor.body_id)
    mine = latest.filter(Q(status=VersionStatus.DRAFTING) | ~Exists(used))
    return tuple(mine.select_related("outline__level").defer("text", "folded").order_by("-pk")[:MOST_DRAFTS])


def minutes_of(version: OutlineVersion) -> int:
    """Minutes to read it aloud: as timed, else as estimated from its length."""
    return version.minutes or rules.minutes_to_read(version.text)


def outline_page(actor: Actor, pk: int, *, number: int | None, at: datetime, on: date) -> OutlinePage:
    """An outline in one of its versions: the one asked for, else the one in use, else the latest one sees.

    Raises ``NotFound``.
    """
    place = place_of(actor, on)
    versions = _versions_for(actor, pk, at=at)
    current = next((one for one in versions if one.status == VersionStatus.PUBLISHED), None)
    version = _chosen(versions, number) if number is not None else current or versions[0]
    here = Presentation.objects.filter(version__outline=pk, placement__unit=place.unit_id)
    return OutlinePage(
        version=version,
        current=current,
        versions=versions,
        minutes=minutes_of(version),
        verbs=_verbs(actor, version, place, at=at),
        place=place,
        here=tuple(here.select_related("version").order_by("-on", "-pk")[:5]),
        presented=Presentation.objects.visible_to(actor).filter(version__outline=pk).count(),
    )


def versions_page(actor: Actor, pk: int, *, old: int | None, new: int | None, at: datetime) -> VersionsPage:
    """What one version says differently from another: by default the latest from the one before it.

    Raises ``NotFound``, also for a number the outline does not have.
    """
    versions = _versions_for(actor, pk, at=at)
    later = versions[0] if new is None else _chosen(versions, new)
    before = [one for one in versions if one.number < later.number]
    earlier = _chosen(versions, old) if old is not None else next(iter(before), None)
    changes = differences(earlier.text, later.text) if earlier else ()
    return VersionsPage(versions[0].outline, versions, earlier, later, changes)


def version_to(verb: str, actor: Actor, pk: int, *, at: datetime) -> OutlineVersion:
    """A version with which the actor may do something, for the page before the deed.

    ``verb`` is "edit", "withdraw", "present" or "read". Raises ``NotFound``, ``NotYours`` or ``NotNow``.
    """
    version = OutlineVersion.objects.select_related("outline__body", "outline__level").filter(pk=pk).first()
    if version is None:
        raise NotFound
    rules.check_can_see(actor, version, at=at)
    if verb == "edit":
        rules.check_can_edit_version(actor, version, at=at)
    if verb == "withdraw":
        rules.check_can_withdraw(actor, version, reason="…", at=at)
    return version


def check_may_begin(actor: Actor, *, at: datetime) -> None:
    """For the page of the empty form; raises ``NotYours``."""
    rules.check_can_begin(actor, at=at)


def levels_for(actor: Actor, on: date) -> list[tuple[int, str]]:
    """The levels an outline may be for, from the scheme in force: id and name."""
    place = place_of(actor, on)
    levels = Level.objects.filter(scheme_id=place.level.scheme_id).order_by("depth", "pk")
    return list(levels.values_list("pk", "name"))


def _versions_for(actor: Actor, pk: int, *, at: datetime) -> tuple[OutlineVersion, ...]:
    """The versions of an outline the actor sees, the latest first; ``NotFound`` for none."""
    rows = OutlineVersion.objects.filter(outline=pk).select_related("outline__body", "outline__level")
    seen = tuple(one for one in rows.order_by("-number", "-pk") if is_allowed(rules.check_can_see, actor, one, at=at))
    if not seen:
        raise NotFound
    return seen


def _chosen(versions: tuple[OutlineVersion, ...], number: int) -> OutlineVersion:
    chosen = next((one for one in versions if one.number == number), None)
    if chosen is None:
        raise NotFound
    return chosen


def _verbs(actor: Actor, version: OutlineVersion, place: Placement, *, at: datetime) -> frozenset[str]:
    allowed = {
        "edit": is_allowed(rules.check_can_edit_version, actor, version, at=at),
        "publish": is_allowed(rules.check_can_publish, actor, version, at=at),
        "withdraw": is_allowed(rules.check_can_withdraw, actor, version, reason="…", at=at),
        "begin": is_allowed(rules.check_nothing_is_drafted, actor, version.outline, at=at),
        "present": version.status == VersionStatus.PUBLISHED
        and is_allowed(rules.check_can_present, actor, place, at=at),
    }
    return frozenset(verb for verb, is_so in allowed.items() if is_so)
