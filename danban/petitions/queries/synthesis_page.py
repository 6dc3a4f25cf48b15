"""A unit's synthesis as a page: the table now, the sheets sent, who below has not sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from danban.campaigns.models import Obligation
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound, is_allowed
from danban.petitions import rules
from danban.petitions.models import SynthesisSheet
from danban.petitions.queries.ground import Ground, ground_for, place_in
from danban.petitions.queries.synthesis import Synthesis, synthesis_of
from danban.units.models import Placement


@dataclass(frozen=True)
class SynthesisPage:
    """The table as it stands, sheets sent (the last first), the own duty, units below that have not sent theirs."""

    ground: Ground
    place: Placement
    synthesis: Synthesis
    sheets: tuple[SynthesisSheet, ...]
    owed: Obligation | None
    missing: tuple[Obligation, ...]
    owing: int
    may_send: bool


def synthesis_page(
    actor: Actor, *, at: datetime, place_id: int | None = None, campaign_id: int | None = None
) -> SynthesisPage | None:  # fmt: skip
    """The synthesis of a unit of the own area from the commune up; None without a year. Constant queries."""
    ground = ground_for(actor, campaign_id)
    if ground is None:
        return None
    place = place_in(actor, ground, place_id)
    if not actor.may("petition:see") or place.level.code == "village":
        raise NotFound("Bảng tổng hợp lập từ cấp xã trở lên.")
    owed = Obligation.objects.filter(campaign=ground.campaign, kind__code="synthesis").select_related("kind")
    below = (
        owed.filter(placement__parent=place).select_related("placement").order_by("due_on", "placement__sort_key", "pk")
    )
    duties = list(below)
    return SynthesisPage(
        ground=ground,
        place=place,
        synthesis=synthesis_of(ground.campaign, place, today=day_of(at)),
        sheets=tuple(SynthesisSheet.objects.filter(campaign=ground.campaign, placement=place).order_by("-revision")),
        owed=owed.filter(placement=place).first(),
        missing=tuple(one for one in duties if one.fulfilled_on is None),
        owing=len(duties),
        may_send=is_allowed(lambda: rules.check_can_send_synthesis(actor, ground.campaign, place, at=at)),
    )


def sheet_for(actor: Actor, pk: int) -> SynthesisSheet:
    """A sheet that was sent, seen in its area and by the bodies in it; raises ``NotFound``."""
    found = SynthesisSheet.objects.select_related("campaign", "placement").defer("campaign__plan_text")
    sheet = found.filter(pk=pk).first()
    if sheet is None:
        raise NotFound
    named = {row["body_id"] for row in sheet.table["rows"]}
    if not actor.covers(sheet.campaign.tree_id, sheet.placement.path) and actor.body_id not in named:
        raise NotFound
    return sheet
