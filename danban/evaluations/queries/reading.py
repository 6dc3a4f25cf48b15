"""Reading self-evaluations: a unit's own, one, and how an area stands by form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from danban.campaigns.models import Campaign
from danban.campaigns.states import CampaignStatus
from danban.evaluations import rules
from danban.evaluations.models import Evaluation
from danban.evaluations.queries.catalogue import Form, forms, forms_of
from danban.evaluations.states import EvaluationStatus
from danban.kit import paths
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed
from danban.units import queries as units
from danban.units.models import Placement


@dataclass(frozen=True)
class FormCount:
    """How a unit's area stands with one form: how many are to fill it in, have sent it, got it back."""

    form: Form
    units: int
    submitted: int
    returned: int


@dataclass(frozen=True)
class Desk:
    """The own forms (None where nothing is written yet), and the counts of the area by form."""

    campaign: Campaign
    place: Placement
    own: tuple[tuple[Form, Evaluation | None], ...]
    counts: tuple[FormCount, ...]
    may_write: bool


@dataclass(frozen=True)
class EvaluationPage:
    """One form as it stands; ``verbs`` may be done now."""

    evaluation: Evaluation
    form: Form
    verbs: frozenset[str]


@dataclass(frozen=True)
class FormList:
    """One form over an area: what was sent, and the units that have not."""

    form: Form
    place: Placement
    sent: tuple[Evaluation, ...]
    missing: tuple[Placement, ...]
    sums: tuple[tuple[str, int], ...]


def desk(actor: Actor, *, at: datetime) -> Desk | None:  # noqa: ARG001 - every reader is asked at a moment
    """What the office has to write and to read; None without a year. Raises ``NotFound`` for others."""
    _check_reads(actor)
    campaign = _campaign(actor)
    if campaign is None:
        return None
    place = Placement.objects.select_related("level").get(tree_id=campaign.tree_id, path=actor.paths[campaign.tree_id])
    written = {one.form: one for one in Evaluation.objects.filter(campaign=campaign, placement=place)}
    return Desk(
        campaign=campaign,
        place=place,
        own=tuple((form, written.get(form.code)) for form in forms_of(place.level.code)),
        counts=tuple(_counts(actor, campaign, place)),
        may_write=actor.may("evaluation:write") and campaign.status == CampaignStatus.RUNNING,
    )


def evaluation_page(actor: Actor, pk: int, *, at: datetime) -> EvaluationPage:
    """One form; raises ``NotFound``."""
    one = evaluation_for(actor, pk)
    return EvaluationPage(
        one, forms()[one.form], frozenset(verb for verb, check in _checks(actor, one, at).items() if is_allowed(check))
    )


def evaluation_for(actor: Actor, pk: int) -> Evaluation:
    """A form of the area, or one the actor's body owns; raises ``NotFound``."""
    _check_reads(actor)
    found = Evaluation.objects.select_related("campaign", "placement__parent").defer("campaign__plan_text")
    one = found.filter(pk=pk).first()
    if one is None or not _sees(actor, one):
        raise NotFound("Không tìm thấy bản tự đánh giá này trong phạm vi của bạn.")
    return one


def evaluation_to(verb: str, actor: Actor, pk: int, *, at: datetime) -> Evaluation:
    """A form with which the actor may do this now; raises what the verb's rule raises."""
    one = evaluation_for(actor, pk)
    _checks(actor, one, at)[verb]()
    return one


def form_list(actor: Actor, code: str, *, place_id: int | None = None) -> FormList:
    """One form over a commune or more: what was sent, who has not. Raises ``NotFound``. Constant queries."""
    _check_reads(actor)
    campaign, form = _campaign(actor), forms().get(code)
    if campaign is None or form is None or not _may_read(actor, form):
        raise NotFound
    place = units.placement_for(actor, place_id) if place_id else None
    if place is None:
        place = Placement.objects.get(tree_id=campaign.tree_id, path=actor.paths[campaign.tree_id])
    area = _below(campaign, place)
    sent = list(
        Evaluation.objects.filter(area, form=code).exclude(status=EvaluationStatus.DRAFTED)
        .select_related("placement__parent").order_by("placement__path", "pk")[:600]
    )  # fmt: skip
    done = {one.placement_id for one in sent}
    depth = paths.depth(place.path)
    below = Placement.objects.filter(tree_id=campaign.tree_id, level__code=form.level)
    below = below.filter(**{f"at_{depth}": place.pk}) if depth else below
    sums = tuple(
        (label, sum(int(one.figures.get(figure) or 0) for one in sent)) for figure, label in form.figures
    )  # fmt: skip
    missing = below.exclude(pk__in=done).select_related("parent").order_by("path")[:200]
    return FormList(form, place, tuple(sent), tuple(missing), sums)


def _counts(actor: Actor, campaign: Campaign, place: Placement) -> list[FormCount]:
    depth = paths.depth(place.path)
    rows = Evaluation.objects.filter(_below(campaign, place)).values_list("form").annotate(
        submitted=Count("pk", filter=Q(status=EvaluationStatus.SUBMITTED)),
        returned=Count("pk", filter=Q(status=EvaluationStatus.RETURNED)),
    )  # fmt: skip
    told = {form: (submitted, returned) for form, submitted, returned in rows.order_by()}
    below = Placement.objects.filter(tree_id=campaign.tree_id)
    below = below.filter(**{f"at_{depth}": place.pk}) if depth else below
    levels = dict(below.values_list("level__code").annotate(n=Count("pk")).order_by())
    order = {"city": 0, "district": 1, "commune": 2, "village": 3}
    shown = [
        one for one in forms().values() if _may_read(actor, one) and order[one.level] > order.get(place.level.code, 3)
    ]
    return [FormCount(one, levels.get(one.level, 0), *told.get(one.code, (0, 0))) for one in shown]


def _below(campaign: Campaign, place: Placement) -> Q:
    depth = paths.depth(place.path)
    return Q(campaign=campaign, **({f"at_{depth}": place.pk} if depth else {}))


def _may_read(actor: Actor, form: Form) -> bool:
    """Offices over an area read every form, a department those its own body owns."""
    return actor.may("evaluation:see") or rules.owns_form(actor, form.owner)


def _sees(actor: Actor, one: Evaluation) -> bool:
    """A unit sees its own as it is written, everybody else what was sent."""
    tree, path = one.campaign.tree_id, one.placement.path
    if actor.path_in(tree) == path:
        return actor.may("evaluation:see")
    return one.status != EvaluationStatus.DRAFTED and _may_read(actor, forms()[one.form]) and actor.covers(tree, path)


def _check_reads(actor: Actor) -> None:
    if not (actor.may("evaluation:see") or actor.may("evaluation:own")):
        raise NotFound


def _campaign(actor: Actor) -> Campaign | None:
    seen = Campaign.objects.visible_to(actor).defer("plan_text").order_by("-year", "-launched_at", "-pk")
    return next(iter(sorted(seen, key=lambda one: one.status == CampaignStatus.CLOSED)), None)


def _checks(actor: Actor, one: Evaluation, at: datetime) -> dict[str, Callable[[], None]]:
    return {
        "save": lambda: rules.check_can_save(actor, one.campaign, one.placement, at=at),
        "submit": lambda: rules.check_can_submit(actor, one, at=at),
        "return": lambda: rules.check_can_return(actor, one, owner=forms()[one.form].owner, at=at),
    }


@dataclass(frozen=True)
class ToWrite:
    """A form the office may fill in, and what is written already."""

    campaign: Campaign
    place: Placement
    form: Form
    written: Evaluation | None


def form_to_write(actor: Actor, code: str, *, at: datetime) -> ToWrite:
    """A form of the own level; raises ``NotFound`` or what saving raises."""
    campaign, form = _campaign(actor), forms().get(code)
    if campaign is None or form is None:
        raise NotFound
    place = Placement.objects.select_related("level").get(tree_id=campaign.tree_id, path=actor.paths[campaign.tree_id])
    rules.check_can_save(actor, campaign, place, at=at)
    if form.level != place.level.code:
        raise NotFound
    written = Evaluation.objects.filter(campaign=campaign, placement=place, form=code).first()
    return ToWrite(campaign, place, form, written)
