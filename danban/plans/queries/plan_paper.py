"""The paper of a unit's plan: who stands at its head, on what it is based, whom it goes to, who signs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from danban.campaigns.models import Campaign
from danban.documents import queries as documents
from danban.documents.models import Signer
from danban.documents.rules import PaperSignature
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotNow
from danban.kit.vietnamese import day
from danban.papers.paper import Paper
from danban.plans.models import Plan, PlanEdition
from danban.plans.queries.plans import content_of, plan_for, standing_of
from danban.plans.rules.content import Content
from danban.plans.rules.signing import signature_for
from danban.plans.rules.standing import PlanStanding
from danban.plans.rules.wording import PlanFrame, in_order_of, paper_of_plan
from danban.plans.states import PlanStatus
from danban.plans.texts import lower_first
from danban.units.models import Body, Level, Placement


@dataclass(frozen=True)
class YearPapers:
    """What every plan of a year is based on, and how deep its units go: read once for any number of plans."""

    name: str
    basis: tuple[str, ...]
    deepest: int


def year_papers(campaign: Campaign) -> YearPapers:
    """The papers the year's plan is itself based on, then that plan; four queries."""
    first = campaign.clauses.filter(start__isnull=False).order_by("start", "pk").values_list("start", flat=True).first()
    opening = campaign.plan_text[: first or 0]
    cited = campaign.citations.exclude(number=None).order_by("position", "pk")
    basis = tuple(
        _cited(one.name, one.number or "", one.issued_on) for one in cited if one.number and one.number in opening
    )
    deepest = Level.objects.filter(scheme_id=campaign.tree.scheme_id).aggregate(deepest=Max("depth"))["deepest"] or 0
    return YearPapers(campaign.name, (*basis, _year_plan(campaign)), deepest)


def _cited(name: str, number: str, issued_on: date | None) -> str:
    """ "Căn cứ Chỉ thị số 17-CT/TU ngày 11/4/2017 của Thành ủy Hà Nội"; the name as cited says most of it."""
    said = name.strip()
    if number not in said:
        said = f"{said} số {number}"
    if issued_on and "ngày" not in said:
        said = f"{said} ngày {day(issued_on)}"
    return f"Căn cứ {said}"


def _year_plan(campaign: Campaign) -> str:
    kind = (campaign.doc_type or "Kế hoạch").capitalize()
    number = f" số {campaign.number}" if campaign.number else ""
    when = f" ngày {day(campaign.issued_on)}" if campaign.issued_on else ""
    top = Placement.objects.filter(tree_id=campaign.tree_id, path="").values_list("name", flat=True).first() or ""
    of = "UBND và Ủy ban MTTQ Việt Nam"
    return f"Căn cứ {kind}{number}{when} của {of} {lower_first(top)} về {lower_first(campaign.name)}"


@dataclass(frozen=True)
class Around:
    """What stands round a unit: the name of the unit above, kinds of unit below, the edition above, if any."""

    above: str
    below: Sequence[str]
    edition: PlanEdition | None


def frame_of(plan: Plan, place: Placement, chairs: Sequence[Body], year: YearPapers, around: Around) -> PlanFrame:
    """The frame of a plan's paper; ``chairs`` the people's committee first, ``place`` with level and kind."""
    ordered = issuing_order(chairs, numbering_id=plan.numbering_body_id, pattern=plan.symbol_pattern)
    basis = year.basis if around.edition is None else (*year.basis, _above(around.edition))
    return PlanFrame(
        issuers=tuple(_in_sentence(body.name, place) for body in ordered),
        place=documents.place_name(place),
        unit=lower_first(place.name),
        year_name=year.name,
        basis=basis,
        above=lower_first(around.above),
        below=f"các {', '.join(lower_first(kind) for kind in around.below)}" if around.below else "",
        is_lowest=place.depth + 1 >= year.deepest,
        level=place.level.code,
    )


def issuing_order(chairs: Sequence[Body], *, numbering_id: int | None, pattern: str) -> list[Body]:
    """The chairing bodies as they stand at the head; ``chairs`` the people's committee first."""
    if len(chairs) < 2:
        return list(chairs)
    by_name = {body.name: body for body in chairs}
    numbering = next((body.name for body in chairs if body.pk == numbering_id), chairs[0].name)
    order = in_order_of(pattern, committee=chairs[0].name, front=chairs[1].name, numbering=numbering)
    return [by_name[name] for name in order]


def _in_sentence(name: str, place: Placement) -> str:
    return name.replace(place.name, lower_first(place.name))


def _above(edition: PlanEdition) -> str:
    assents = edition.content.get("assents", ())
    names = [_in_sentence(str(one["body_name"]), edition.plan.placement) for one in assents]
    by = f" của {' và '.join(names)}" if names else ""
    return f"Căn cứ Kế hoạch số {edition.symbol} ngày {day(edition.issued_on)}{by}"


def kinds_below(place: Placement) -> list[str]:
    """Names of the kinds of unit right below a unit; one query."""
    kinds = Placement.objects.filter(parent_id=place.pk).order_by("kind__name", "kind_id")
    return list(kinds.values_list("kind__name", flat=True).distinct())


def paper_from(standing: PlanStanding, content: Content, *, signatures: Sequence[PaperSignature]) -> Paper:
    """The paper of a plan as it would be issued now, in a constant number of queries."""
    plan = standing.plan
    above = Placement.objects.filter(children=plan.placement_id).values_list("name", flat=True).first()
    around = Around(above or "", kinds_below(plan.placement), standing.change.now.edition)
    frame = frame_of(plan, plan.placement, standing.chairs.bodies, year_papers(plan.campaign), around)
    return paper_of_plan(content, frame, signatures=tuple(one.printed for one in signatures))


def signers_for(standing: PlanStanding, *, on: date) -> list[Signer]:
    """The signers of the two bodies on a day, the one proposed first for each; one query."""
    return documents.signers_of_bodies({body.pk for body in standing.chairs.bodies}, on=on)


def signatures_of(standing: PlanStanding, signers: Sequence[Signer]) -> tuple[PaperSignature, ...]:
    """Who signs for each body that can sign by now, in the order at the head: its signer, else who approved."""
    plan, chairs = standing.plan, standing.chairs.bodies
    ordered = issuing_order(chairs, numbering_id=plan.numbering_body_id, pattern=plan.symbol_pattern)
    found = (signature_for(body, signers, standing.approvals) for body in ordered)
    return tuple(one for one in found if one is not None)


@dataclass(frozen=True)
class Preview:
    """A plan's paper before it is issued: no number, no day. ``name``: what its file is called, without ending."""

    paper: Paper
    name: str


def preview_of_plan(actor: Actor, plan_pk: int, *, at: datetime) -> Preview:
    """The paper a draft would become; raises ``NotFound``, or ``NotNow`` where the plan is issued."""
    plan = plan_for(actor, plan_pk)
    if plan.status in {PlanStatus.ISSUED, PlanStatus.RETURNED}:
        raise NotNow("Kế hoạch đã ban hành. Hãy mở văn bản đã ban hành để đọc hoặc tải về.")
    standing = standing_of(plan, on=day_of(at))
    signatures = signatures_of(standing, signers_for(standing, on=day_of(at)))
    paper = paper_from(standing, content_of(standing), signatures=signatures)
    return Preview(paper, f"ban-xem-truoc-ke-hoach-{plan.pk}")


def names_below(campaign: Campaign) -> Mapping[int, list[str]]:
    """Names of the kinds right below every unit of a year, by the unit's placement; one query."""
    pairs = Placement.objects.filter(tree_id=campaign.tree_id, parent__isnull=False).order_by("kind__name", "kind_id")
    found: dict[int, list[str]] = {}
    for parent_id, name in pairs.values_list("parent_id", "kind__name").distinct():
        found.setdefault(parent_id or 0, []).append(name)
    return found
