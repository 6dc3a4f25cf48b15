"""Drafts: the list, one for its office, and the review page with facts beside lines."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from danban.campaigns import rules
from danban.campaigns.models import Draft, DraftItem
from danban.campaigns.queries.ground import ground_of, items_of, line_of
from danban.campaigns.queries.summary import LaunchSummary, summary_of_year
from danban.campaigns.rules.proposals import Line, Values
from danban.campaigns.rules.stored_reading import reading_from
from danban.campaigns.rules.warnings import DraftWarning, list_warnings
from danban.campaigns.rules.year import Ground, Year, plan_year, title_of
from danban.campaigns.states import ItemKind, ItemState
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed
from danban.planreader.reading import Reading


@dataclass(frozen=True)
class ItemRow:
    """A line on the review page: the row, its value, the words people know it by, its warnings."""

    item: DraftItem
    values: Values
    title: str
    warnings: tuple[DraftWarning, ...]

    @property
    def is_dropped(self) -> bool:
        """Whether it will not be launched."""
        return self.item.state == ItemState.DROPPED


@dataclass(frozen=True)
class ItemGroup:
    """The lines of one kind, in order; ``kept`` counts those that will be launched."""

    kind: ItemKind
    rows: tuple[ItemRow, ...]

    @property
    def kept(self) -> int:
        """Lines not dropped."""
        return sum(not row.is_dropped for row in self.rows)


@dataclass(frozen=True)
class Mark:
    """Words of the text that a line came from."""

    start: int
    end: int
    item_id: int
    kind: str
    is_dropped: bool


@dataclass(frozen=True)
class DraftPage:
    """The document with its marked facts, the draft year, its warnings and the dry run on its ground."""

    draft: Draft
    reading: Reading
    groups: tuple[ItemGroup, ...]
    marks: tuple[Mark, ...]
    warnings: tuple[DraftWarning, ...]
    summary: LaunchSummary
    verbs: tuple[str, ...]
    ground: Ground
    year: Year
    lines: tuple[Line, ...]


def list_drafts(actor: Actor) -> QuerySet[Draft]:
    """Drafts of the actor's office, the newest first, with ``lines`` (kept) counted."""
    kept = Count("items", filter=~Q(items__state=ItemState.DROPPED))
    drafts = Draft.objects.visible_to(actor).select_related("tree", "campaign", "launched_campaign", "file")
    return drafts.annotate(lines=kept).order_by("-created_at", "-pk")


def draft_for(actor: Actor, pk: int) -> Draft:
    """A draft of the actor's office; raises ``NotFound``, or ``NotYours`` where the role may not see drafts."""
    seen = Draft.objects.visible_to(actor).select_related("tree__scheme", "campaign", "launched_campaign", "file")
    draft = seen.filter(pk=pk).first()
    if draft is None:
        raise NotFound
    rules.check_can_see_draft(actor)
    return draft


def item_for(actor: Actor, pk: int) -> DraftItem:
    """A line of a draft of the actor's office; raises as ``draft_for``."""
    item = DraftItem.objects.select_related("level").filter(pk=pk).first()
    if item is None:
        raise NotFound
    item.draft = draft_for(actor, item.draft_id)
    return item


def draft_page(actor: Actor, pk: int, *, at: datetime) -> DraftPage:
    """The review page in a constant number of queries."""
    draft = draft_for(actor, pk)
    items = items_of(draft)
    lines = [line_of(item) for item in items]
    reading = reading_from(draft.reading)
    ground = ground_of(draft.tree)
    warnings = list_warnings(reading, lines, ground)
    year = plan_year(lines, ground)
    return DraftPage(
        draft=draft,
        reading=reading,
        groups=_groups(items, lines, warnings),
        marks=_marks(lines),
        warnings=warnings,
        summary=summary_of_year(year, ground),
        verbs=_verbs(actor, draft, at=at),
        ground=ground,
        year=year,
        lines=tuple(lines),
    )


def _groups(items: list[DraftItem], lines: list[Line], warnings: tuple[DraftWarning, ...]) -> tuple[ItemGroup, ...]:
    said: dict[int, list[DraftWarning]] = {}
    for warning in warnings:
        for item_id in warning.items:
            said.setdefault(item_id, []).append(warning)
    rows: dict[str, list[ItemRow]] = {kind: [] for kind in ItemKind.values}
    for item, line in zip(items, lines, strict=True):
        rows[item.kind].append(ItemRow(item, line.values, title_of(line), tuple(said.get(item.pk, ()))))
    return tuple(ItemGroup(ItemKind(kind), tuple(group)) for kind, group in rows.items())


def _marks(lines: list[Line]) -> tuple[Mark, ...]:
    marks = [
        Mark(*line.span, line.item_id, line.kind, line.state == ItemState.DROPPED)
        for line in lines
        if line.span is not None and line.item_id is not None
    ]
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.item_id)))


def draft_to(verb: str, actor: Actor, pk: int, *, at: datetime) -> Draft:
    """A draft the actor may review, retitle, launch, apply or discard now; raises what the rule raises."""
    draft = draft_for(actor, pk)
    _checks(actor, draft, at=at)[verb]()
    return draft


def _checks(actor: Actor, draft: Draft, *, at: datetime) -> dict[str, Callable[[], None]]:
    return {
        "review": lambda: rules.check_can_review(actor, draft, at=at),
        "retitle": lambda: rules.check_can_retitle(actor, draft, at=at),
        "launch": lambda: rules.check_can_launch(actor, draft, at=at),
        "apply": lambda: rules.check_can_apply(actor, draft, at=at),
        "discard": lambda: rules.check_can_discard(actor, draft, at=at),
    }


def _verbs(actor: Actor, draft: Draft, *, at: datetime) -> tuple[str, ...]:
    return tuple(verb for verb, check in _checks(actor, draft, at=at).items() if is_allowed(check))
