"""What each template is handed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from danban.evaluations.queries import Desk, EvaluationPage, FormList, ToWrite
from danban.evaluations.states import EvaluationStatus
from danban.web.ui.pieces import Link, Pill

if TYPE_CHECKING:
    from danban.evaluations.models import Evaluation

Context = dict[str, Any]
_PILLS = {
    EvaluationStatus.DRAFTED: "soon", EvaluationStatus.SUBMITTED: "done", EvaluationStatus.RETURNED: "late",
}  # fmt: skip


def crumbs(*labels: str) -> list[Link]:
    """From the desk down."""
    return [Link("Tự đánh giá", reverse("desk:evaluations:index")), *(Link(one) for one in labels)]


def pill(one: Evaluation | None) -> Pill:
    """How a form stands."""
    if one is None:
        return Pill("quiet", "Chưa lập")
    status = EvaluationStatus(one.status)
    return Pill(_PILLS[status], status.label)  # type: ignore[arg-type]  # a kind of pill


def index(found: Desk | None) -> Context:
    """The desk; ``found`` is None where the office has no year."""
    if found is None:
        return {"found": None, "own": []}
    own = []
    for form, one in found.own:
        href = reverse("desk:evaluations:write", args=[form.code]) if found.may_write else ""
        href = reverse("desk:evaluations:show", args=[one.pk]) if one else href
        own.append((form, one, pill(one), href))
    return {"found": found, "own": own}


def write(found: ToWrite) -> Context:
    """The form to fill in."""
    return {"found": found, "crumbs": crumbs(found.form.name)}


def filled(one: Evaluation | None) -> Context:
    """What stands in it."""
    if one is None:
        return {}
    words = {name: getattr(one, name) for name in ("done", "result", "limits", "causes", "petitions")}
    return {**words, **one.figures}


def show(found: EvaluationPage) -> Context:
    """One form."""
    one = found.evaluation
    return {
        "found": found,
        "one": one,
        "pill": pill(one),
        "figures": [(label, one.figures.get(code)) for code, label in found.form.figures],
        "parts": [
            ("Đã làm gì", one.done), ("Kết quả", one.result), ("Hạn chế", one.limits), ("Nguyên nhân", one.causes),
            ("Đề xuất, kiến nghị", one.petitions),
        ],
        "crumbs": crumbs(found.form.name),
    }  # fmt: skip


def form_list(found: FormList) -> Context:
    """One form over an area."""
    return {
        "found": found, "rows": [(one, pill(one)) for one in found.sent], "crumbs": crumbs(found.form.name),
    }  # fmt: skip
