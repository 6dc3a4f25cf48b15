"""The city's own settings as a page: dated terms, closed days, the routing table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.petitions import rules
from danban.petitions.models import ClosedDay, PetitionTerms
from danban.petitions.queries.ground import Ground, ground_for
from danban.petitions.queries.routing import Route, routes_of
from danban.sittings.fields import FIELDS
from danban.units.models import BodyKind, Level, Scheme


@dataclass(frozen=True)
class SettingsPage:
    """What petitions are counted and routed by; ``kinds`` (code, name) are bodies, ``levels`` those above villages."""

    ground: Ground
    scheme: Scheme
    terms: tuple[PetitionTerms, ...]
    default: rules.Terms
    days: tuple[ClosedDay, ...]
    routes: tuple[tuple[str, Route, str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    levels: tuple[tuple[str, str], ...]


def settings_page(actor: Actor, *, at: datetime) -> SettingsPage:
    """The settings, for whoever may set them; raises ``NotYours`` or ``NotFound``. Constant queries."""
    rules.check_can_set_route(actor, at=at)
    ground = ground_for(actor)
    if ground is None:
        raise NotFound("Chưa có năm nào được phát hành.")
    scheme = Scheme.objects.get(trees=ground.campaign.tree_id)
    kinds = dict(BodyKind.objects.order_by("position", "pk").values_list("code", "name"))
    levels = dict(
        Level.objects.filter(scheme=scheme).exclude(code="village").order_by("depth").values_list("code", "name")
    )
    return SettingsPage(
        ground=ground,
        scheme=scheme,
        terms=tuple(PetitionTerms.objects.filter(campaign=ground.campaign).order_by("-starts_on")),
        default=rules.Terms(),
        days=tuple(ClosedDay.objects.order_by("-day")),
        routes=tuple(
            (
                FIELDS[one.field],
                one,
                kinds.get(one.body_kind, ""),
                levels.get(scheme.hands.get(one.level_code, one.level_code), ""),
            )
            for one in routes_of(scheme)
        ),
        kinds=tuple(kinds.items()),
        levels=tuple(levels.items()),
    )
