"""What each template of plans is handed: the answer of its query, its forms, its ways on."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.forms import BaseForm
from django.urls import reverse

from danban.documents.queries import content_paper
from danban.papers.layout import lay_out
from danban.plans import queries
from danban.plans.states import PlanStatus
from danban.plans.texts import lower_first
from danban.web.desk.plans.forms import IssueForm, KickoffForm
from danban.web.desk.plans.reading import reading_above, reading_of
from danban.web.desk.plans.sheet_form import SheetForm
from danban.web.ui import paper, pieces, qr

if TYPE_CHECKING:
    from danban.plans.models import Approval
    from danban.plans.rules.standing import PlanStanding

Context = dict[str, Any]
OWN, BELOW = "Kế hoạch của đơn vị", "Kế hoạch cấp dưới"
PILLS: dict[str, pieces.PillKind] = {
    PlanStatus.DRAFTING: "info", PlanStatus.APPROVING: "soon", PlanStatus.ISSUED: "done", PlanStatus.RETURNED: "late"
}  # fmt: skip
_STEPS = ("Lập", "Soạn", "Duyệt", "Ban hành")
_NOW = {PlanStatus.DRAFTING: 1, PlanStatus.APPROVING: 2, PlanStatus.RETURNED: 1, PlanStatus.ISSUED: 4}


@dataclass(frozen=True)
class Side:
    """One of the two bodies: its name, and who agreed for it when; ``title`` "" while it has not."""

    name: str
    title: str
    at: datetime | None


def plan(
    found: queries.PlanPage, today: date, *, issue_form: BaseForm | None = None, kickoff_form: BaseForm | None = None
) -> Context:
    """One unit's plan in whatever state it is."""
    standing = found.standing
    status = standing.plan.status if standing else ""
    shown = issue_form or IssueForm(initial={"issued_on": today})
    meeting = kickoff_form or (_kickoff(standing) if standing else KickoffForm())
    return {
        "page": found,
        "standing": standing,
        "plan": standing.plan if standing else None,
        "status": status,
        "pill": pieces.Pill(PILLS[PlanStatus(status)], PlanStatus(status).label) if status else None,
        "crumbs": _crumbs(found),
        "steps": _steps_of(standing) if found.owed else [],
        "papers": found.papers,
        "paper": found.papers[-1],
        "waits_above": _waits_above(found),
        "asked": reading_above(found.above.dates, found.above.items),
        "reading": reading_of(queries.content_of(standing)) if standing else None,
        "sides": _sides(standing) if standing else [],
        "change": standing.change if standing else None,
        "issue_form": shown,
        "kickoff_form": meeting,
        "is_kickoff_open": kickoff_form is not None,
        "unit_name": lower_first(found.place.name),
        "own_side": found.own_side,
        "years": _years(found),
        "today": today,
    }


def _crumbs(found: queries.PlanPage) -> list[pieces.Link]:
    if found.is_own:
        return []
    return [pieces.Link(BELOW, reverse("desk:plans:below")), pieces.Link(found.place.name)]


def _years(found: queries.PlanPage) -> list[pieces.Tab]:
    if len(found.choices) < 2 or not found.is_own:
        return []
    own = reverse("desk:plans:own")
    return [pieces.Tab(one.label, f"{own}?nam={one.key}", one.is_current) for one in found.choices]


def _steps_of(standing: "PlanStanding | None") -> list[pieces.Step]:
    if standing is None:
        return _steps("", has_edition=False, is_approved=False)
    status, is_approved = standing.plan.status, not standing.waiting_for
    return _steps(status, has_edition=standing.edition is not None, is_approved=is_approved)


def _steps(status: str, *, has_edition: bool, is_approved: bool) -> list[pieces.Step]:
    now = _NOW[PlanStatus(status)] if status else 0
    if is_approved and status == PlanStatus.APPROVING:
        now = 3
    passed = 4 if has_edition and status == PlanStatus.ISSUED else now
    return [
        pieces.Step(label, "ok" if place < passed else "now" if place == passed else "later")
        for place, label in enumerate(_STEPS)
    ]


def _waits_above(found: queries.PlanPage) -> str:
    """The unit right above that owes a plan of its own and has none in force, "" otherwise."""
    parent = found.place.parent
    if parent is None or parent.path == "" or found.papers[-1].unit == parent.name:
        return ""
    return parent.name


def _sides(standing: "PlanStanding") -> list[Side]:
    agreed: dict[int, Approval] = {one.body_id: one for one in standing.approvals}
    return [
        Side(body.name, agreed[body.pk].appointment.title, agreed[body.pk].at)
        if body.pk in agreed
        else Side(body.name, "", None)
        for body in standing.chairs.bodies
    ]


def _kickoff(standing: "PlanStanding") -> KickoffForm:
    plan = standing.plan
    return KickoffForm(
        initial={
            "on": plan.kickoff_on, "place": plan.kickoff_place, "attended": plan.kickoff_attended,
            "note": plan.kickoff_note,
        }
    )  # fmt: skip


def sheet(page: queries.SheetPage, form: SheetForm) -> Context:
    """The one form of a plan."""
    plan = page.standing.plan
    address = reverse("desk:plans:show", args=[plan.campaign_id, plan.placement_id])
    return {
        "page": page,
        "plan": plan,
        "form": form,
        "unit_name": lower_first(plan.placement.name),
        "back": address,
        "from_above": reading_above(page.above.dates, page.above.items),
        "optional_lines": [item for item in page.above.items if not item.is_mandatory],
        "dropped": form["dropped"].value() or [],
        "crumbs": [pieces.Link(OWN, address), pieces.Link("Soạn")],
    }


def edition(found: queries.EditionPage) -> Context:
    """One issued plan."""
    one = found.edition
    address = reverse("desk:plans:show", args=[one.plan.campaign_id, one.plan.placement_id])
    crumbs = [pieces.Link(f"Số {one.symbol}")]
    if found.is_own:
        crumbs.insert(0, pieces.Link(OWN, address))
    elif found.is_below:
        crumbs = [
            pieces.Link(BELOW, reverse("desk:plans:below")),
            pieces.Link(one.plan.placement.name, address),
            *crumbs,
        ]
    else:
        crumbs.insert(0, pieces.Link(OWN, reverse("desk:plans:own")))
    check_href = f"{settings.PUBLIC_URL}/kiem-tra/{one.document.public_code}/"
    return {
        "page": found,
        "edition": one,
        "crumbs": crumbs,
        "sheet": paper.draw(lay_out(content_paper(one.document))),
        "check_href": check_href,
        "check_qr": qr.draw(check_href, label=f"Mã kiểm tra văn bản số {one.symbol}"),
    }


def change(found: queries.ChangePage) -> Context:
    """What changed above."""
    plan = found.standing.plan
    address = reverse("desk:plans:show", args=[plan.campaign_id, plan.placement_id])
    return {
        "page": found,
        "plan": plan,
        "change": found.standing.change,
        "moved_days": [one for one in found.days if one.is_visible],
        "same_days": [one for one in found.days if not one.is_visible],
        "back": address,
        "crumbs": [pieces.Link(OWN, address), pieces.Link("Thay đổi của cấp trên")],
    }
