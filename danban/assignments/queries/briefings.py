"""Briefings of village heads: of one commune with its pack and its villages, and of an area."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models import Max

from danban.accounts.models import Appointment
from danban.assignments import rules
from danban.assignments.models import Attachment, Briefing
from danban.assignments.queries.files import FileRow, file_rows
from danban.campaigns.models import Campaign, Obligation
from danban.campaigns.queries import Chosen, chosen_campaign, steps_to_days
from danban.campaigns.rules.timeliness import is_late
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound, is_allowed
from danban.kit.search import has_every_word
from danban.units.models import Placement
from danban.units.queries import placement_for

ROWS_A_PAGE = 50
GUIDANCE = "guidance"  # the kind of obligation of the catalogue that a briefing fulfils
HEADS = ("front_work_head", "village_head")


@dataclass(frozen=True)
class BriefingRow:
    """A briefing with its pack and how many of the villages were there."""

    briefing: Briefing
    files: tuple[FileRow, ...]
    villages: int
    may_change: bool


@dataclass(frozen=True)
class VillageRow:
    """A village: who its heads are (names only for who may see them) and when they were last briefed."""

    pk: int
    name: str
    heads: tuple[str, ...]
    briefed_on: date | None


@dataclass(frozen=True)
class BriefingPage:
    """A commune's briefings in a year; ``owed`` is its obligation of guidance, None where the plan asks for none.

    ``steps`` say why it is due when it is due.
    """

    campaign: Campaign
    place: Placement
    owed: Obligation | None
    steps: tuple[str, ...]
    briefings: tuple[BriefingRow, ...]
    villages: tuple[VillageRow, ...]
    may_hold: bool

    @property
    def briefed(self) -> int:
        """How many villages were briefed at least once."""
        return sum(village.briefed_on is not None for village in self.villages)


@dataclass(frozen=True)
class BriefingGround:
    """What a new briefing is about: the year, the own unit, its villages."""

    campaign: Campaign
    place: Placement
    villages: tuple[Placement, ...]


@dataclass(frozen=True)
class BriefingList:
    """Communes of an area: those that owe guidance and those that gave it, with the briefings recorded."""

    chosen: Chosen
    place: Placement
    words: str
    total: int
    done: int
    late: int
    page: Page[Briefing]


def briefing_page(actor: Actor, placement_id: int, *, at: datetime, key: str = "") -> BriefingPage:
    """The briefings of a unit of the actor's area or of the unit above a village's own; raises ``NotFound``."""
    chosen = chosen_campaign(actor, key)
    if chosen is None:
        raise NotFound
    rules.check_can_see(actor, chosen.campaign)
    place = _place_for(actor, chosen.campaign, placement_id)
    standing = Briefing.objects.standing().filter(campaign=chosen.campaign, placement=place)
    briefings = list(standing.select_related("campaign", "placement").order_by("-held_on", "-pk"))
    may_hold = is_allowed(rules.check_can_hold, actor, chosen.campaign, place, at=at)
    owed = _owed(chosen.campaign, place)
    return BriefingPage(
        campaign=chosen.campaign,
        place=place,
        owed=owed,
        steps=steps_to_days([owed])[owed.pk] if owed else (),
        briefings=_rows(actor, briefings, may_change=may_hold),
        villages=_villages(actor, chosen.campaign, place, today=day_of(at)),
        may_hold=may_hold,
    )


def place_of_guidance(actor: Actor, obligation_id: int) -> tuple[int, str]:
    """The unit of an obligation of guidance and the key of its year; raises ``NotFound`` outside the actor's area."""
    seen = Obligation.objects.visible_to(actor).filter(pk=obligation_id, kind__code=GUIDANCE)
    owed = seen.select_related("campaign").defer("campaign__plan_text").first()
    if owed is None:
        raise NotFound
    return owed.placement_id, f"{owed.campaign.year}-{owed.campaign_id}"


def briefing_ground(actor: Actor, *, at: datetime) -> BriefingGround:
    """Where the actor may record a briefing now, in the year that runs; raises what the rule raises."""
    chosen = chosen_campaign(actor)
    if chosen is None:
        raise NotFound
    place = Placement.objects.filter(tree_id=chosen.campaign.tree_id, unit_id=actor.unit_id or 0).first()
    rules.check_can_hold(actor, chosen.campaign, place, at=at)
    assert place is not None
    return BriefingGround(chosen.campaign, place, tuple(list_villages(place)))


def list_villages(place: Placement) -> list[Placement]:
    """The units right below one, in Vietnamese order."""
    return list(place.children.order_by("sort_key", "pk"))


def briefing_for(actor: Actor, pk: int) -> Briefing:
    """A briefing of the actor's area, or of the unit above its own; raises ``NotFound``."""
    seen = Briefing.objects.visible_to(actor).select_related("campaign", "placement")
    briefing = seen.filter(pk=pk).first()
    if briefing is None:
        raise NotFound
    return briefing


def briefing_to(verb: str, actor: Actor, pk: int, *, at: datetime) -> Briefing:
    """A briefing the actor may add to or withdraw now; raises what the verb's rule raises."""
    briefing = briefing_for(actor, pk)
    if verb == "attach":
        rules.check_can_attach_to_briefing(actor, briefing, at=at)
    else:
        rules.check_can_withdraw_briefing(actor, briefing, reason="?", at=at)
    return briefing


def briefing_list(actor: Actor, *, today: date, words: str = "", page: int = 1, key: str = "") -> BriefingList | None:
    """Briefings of the actor's area in a year, the latest first; None where the office has no year."""
    chosen = chosen_campaign(actor, key)
    if chosen is None:
        return None
    rules.check_can_see(actor, chosen.campaign)
    owed = Obligation.objects.visible_to(actor).filter(campaign_id=chosen.campaign.pk, kind__code=GUIDANCE)
    found = Briefing.objects.standing().visible_to(actor).filter(campaign_id=chosen.campaign.pk)
    found = found.filter(has_every_word(words, of="placement__")).select_related("placement__parent")
    return BriefingList(
        chosen=chosen,
        place=Placement.objects.get(tree_id=chosen.campaign.tree_id, unit_id=actor.unit_id or 0),
        words=words,
        total=owed.count(),
        done=owed.filter(fulfilled_on__isnull=False).count(),
        late=owed.filter(is_late(today)).count(),
        page=Paginator(found.order_by("-held_on", "placement__path", "-pk"), ROWS_A_PAGE).get_page(page),
    )


def _place_for(actor: Actor, campaign: Campaign, placement_id: int) -> Placement:
    """A place of the area; a village also opens the unit above its own."""
    own = Placement.objects.filter(tree_id=campaign.tree_id, unit_id=actor.unit_id or 0).first()
    if own is not None and own.parent_id == placement_id and not own.children.exists():
        found = Placement.objects.select_related("tree", "unit", "level", "kind", "parent")
        return found.get(pk=placement_id)
    place = placement_for(actor, placement_id)
    if place.tree_id != campaign.tree_id:
        raise NotFound
    return place


def _owed(campaign: Campaign, place: Placement) -> Obligation | None:
    found = Obligation.objects.filter(campaign=campaign, placement=place, kind__code=GUIDANCE)
    return found.select_related("kind__clause").order_by("pk").first()


def _rows(actor: Actor, briefings: list[Briefing], *, may_change: bool) -> tuple[BriefingRow, ...]:
    packs: dict[int, list[Attachment]] = {}
    related = ("file", "briefing__campaign", "briefing__placement")
    found = Attachment.objects.filter(briefing__in=[briefing.pk for briefing in briefings])
    for attachment in found.select_related(*related).order_by("pk"):
        packs.setdefault(attachment.briefing_id or 0, []).append(attachment)
    through = Briefing.villages.through.objects.filter(briefing__in=[b.pk for b in briefings]).order_by("pk")
    counts: dict[int, int] = {}
    for pk in through.values_list("briefing_id", flat=True):
        counts[pk] = counts.get(pk, 0) + 1
    return tuple(
        BriefingRow(one, file_rows(actor, packs.get(one.pk, [])), counts.get(one.pk, 0), may_change)
        for one in briefings
    )


def _villages(actor: Actor, campaign: Campaign, place: Placement, *, today: date) -> tuple[VillageRow, ...]:
    villages = list_villages(place)
    briefed = Briefing.objects.standing().filter(campaign=campaign, placement=place).order_by()
    last = dict(briefed.values_list("villages").annotate(last=Max("held_on")).values_list("villages", "last"))
    heads = _heads(actor, place, today=today)
    return tuple(VillageRow(one.pk, one.name, tuple(heads.get(one.unit_id, ())), last.get(one.pk)) for one in villages)


def _heads(actor: Actor, place: Placement, *, today: date) -> Mapping[int, list[str]]:
    """Names of the heads by unit, for who may see them."""
    heads: dict[int, list[str]] = {}
    if not actor.may("appointment:see"):
        return heads
    held = Appointment.objects.held_on(today).filter(role__in=HEADS, unit__placements__parent=place)
    for unit_id, name in held.order_by("role", "pk").values_list("unit_id", "account__full_name"):
        heads.setdefault(unit_id, []).append(name)
    return heads
