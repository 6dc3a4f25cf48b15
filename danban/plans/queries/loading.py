"""What bringing in many plans needs to know of a year and its units, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from danban.accounts.models import Appointment
from danban.accounts.roles import ROLES
from danban.campaigns.models import Campaign, Obligation
from danban.documents.models import Signer
from danban.plans.queries.above import year_above
from danban.plans.queries.plan_paper import YearPapers, names_below, year_papers
from danban.plans.rules.above import YearAbove
from danban.plans.rules.content import FUNDING_KIND, PLAN_KIND
from danban.plans.rules.standing import CHAIRING
from danban.units.models import Body, Placement


@dataclass(frozen=True)
class Ground:
    """Placements by id; the chairing bodies of a unit, the people's committee first; who may agree for a body.

    ``owing``: placements that owe a plan of their own; ``owing_funding``: those that owe the money too.
    ``signers`` of each chairing body; ``papers`` every plan is based on; ``below``: kinds of unit right below each.
    """

    year: YearAbove
    places: dict[int, Placement]
    chairs: dict[int, tuple[Body, ...]]
    approvers: dict[int, Appointment]
    owing: frozenset[int]
    owing_funding: frozenset[int]
    signers: dict[int, list[Signer]]
    papers: YearPapers
    below: Mapping[int, list[str]]


def ground_of(campaign: Campaign, *, on: date) -> Ground:
    """Everything about a year's units, in a dozen queries."""
    related = ("level", "kind", "parent")
    places = Placement.objects.filter(tree_id=campaign.tree_id).select_related(*related).order_by("path")
    owed = Obligation.objects.filter(campaign=campaign, body__isnull=True, kind__level__depth__gt=0).order_by("pk")
    of_kind = {
        code: frozenset(owed.filter(kind__code=code).values_list("placement_id", flat=True))
        for code in (PLAN_KIND, FUNDING_KIND)
    }
    chairs = _chairs(campaign, on=on)
    agreeing = [role.code for role in ROLES.values() if "plan:approve" in role.permissions]
    offices = Appointment.objects.held_on(on).filter(role__in=agreeing, body__isnull=False).select_related("account")
    return Ground(
        year=year_above(campaign),
        places={place.pk: place for place in places.filter(pk__in=of_kind[PLAN_KIND])},
        chairs=chairs,
        approvers={office.body_id or 0: office for office in offices.order_by("-pk")},
        owing=of_kind[PLAN_KIND],
        owing_funding=of_kind[FUNDING_KIND],
        signers=_signers(chairs, on=on),
        papers=year_papers(campaign),
        below=names_below(campaign),
    )


def _signers(chairs: Mapping[int, tuple[Body, ...]], *, on: date) -> dict[int, list[Signer]]:
    """The signers of every chairing body, by body."""
    bodies = {body.pk: body for pair in chairs.values() for body in pair}
    found: dict[int, list[Signer]] = {}
    for signer in Signer.objects.standing_on(on).order_by("rank", "pk"):
        if signer.body_id in bodies:
            signer.body = bodies[signer.body_id]
            found.setdefault(signer.body_id, []).append(signer)
    return found


def _chairs(campaign: Campaign, *, on: date) -> dict[int, tuple[Body, ...]]:
    standing = Body.objects.standing_on(on).filter(unit__placements__tree=campaign.tree_id, kind__code__in=CHAIRING)
    found: dict[int, dict[str, Body]] = {}
    for body in standing.select_related("kind").order_by("starts_on", "pk"):
        found.setdefault(body.unit_id, {}).setdefault(body.kind.code, body)
    return {unit: tuple(kinds[code] for code in CHAIRING if code in kinds) for unit, kinds in found.items()}
