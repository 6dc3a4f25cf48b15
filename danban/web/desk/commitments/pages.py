"""What each template is handed."""

from __future__ import annotations

from dataclasses import asdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse

from danban.commitments.queries import EnterPage, Line, Measure, PromisePage, RollUpPage, UnitPage
from danban.commitments.states import CommitmentStatus, Outcome
from danban.web.ui.charts import trend
from danban.web.ui.pieces import Link, Pill, Segment, Tab

if TYPE_CHECKING:
    from danban.commitments.models import Commitment

Context = dict[str, Any]
_PILLS = {Outcome.DONE.value: "done", Outcome.PARTLY.value: "soon", Outcome.NOT_DONE.value: "late"}


def to(name: str, *args: int, **query: object) -> str:
    """The address of a page; empty parts of the query are left out."""
    kept = {key: value for key, value in query.items() if value not in ("", None, False)}
    path = reverse(f"desk:commitments:{name}", args=args)
    return f"{path}?{urlencode(kept)}" if kept else path


def pill(one: Commitment) -> Pill:
    """How it stands."""
    if one.status == CommitmentStatus.SETTLED:
        return Pill(_PILLS[one.outcome], one.get_outcome_display())  # type: ignore[arg-type]  # a kind of pill
    if one.status == CommitmentStatus.DISPUTED:
        return Pill("late", one.get_status_display())
    return Pill("quiet", one.get_status_display())


def figure(value: Decimal | None, unit: str = "") -> str:
    """ "95,5%", "10 đèn", "–"."""
    if value is None:
        return "–"
    text = f"{value.normalize():f}".replace(".", ",")
    return f"{text}%" if unit == "%" else f"{text} {unit}".strip()


def of_target(one: Commitment) -> str:
    """The result as per cent of the target."""
    if not one.value or one.result is None:
        return ""
    return f"bằng {one.result * 100 / one.value:.0f}% chỉ tiêu"


def row(one: Commitment) -> tuple[Commitment, Pill, str, str, str]:
    """A promise as a line: how it stands, its target, its result, the share reached."""
    return one, pill(one), figure(one.value, one.unit_label), figure(one.result, one.unit_label), of_target(one)


def index(found: RollUpPage) -> Context:
    """The roll-up of an area."""
    place = found.place
    return {
        "found": found,
        "rows": [_line(one) for one in found.lines],
        "years": [
            Tab(f"Năm {year}", to("index", don_vi=place.pk, nam=year), year == found.year) for year in found.years
        ],
        "below": [
            (one, to("index", don_vi=one.pk, nam=found.year), units, told, reached)
            for one, units, told, reached in found.below
            if units
        ],
        "silent": sum(not units for _, units, _, _ in found.below),
        "unit_href": to("unit", don_vi=place.pk) if place.level.code == "commune" else "",
        "catalogue_href": to("catalogue") if not place.path else "",
        "crumbs": [
            Link("Chỉ tiêu nghị quyết", to("index")),
            *(Link(one.name, to("index", don_vi=one.pk, nam=found.year)) for one in found.above),
            Link(place.name),
        ],
    }


def _line(one: Line) -> tuple[Line, str, str, list[Segment], str]:
    unit = one.measure.unit_label
    counted = (
        f"{one.count:,.0f}\u00a0/\u00a0{one.of:,.0f}".replace(",", ".") if one.of and one.count is not None else ""
    )
    told = one.told or 1
    parts = [
        Segment(one.reached / told, "s4", f"Đạt: {one.reached}"),
        Segment(one.partly / told, "s-soon", f"Đạt một phần: {one.partly}"),
    ]  # fmt: skip
    return one, figure(one.result, unit), counted, parts, f"{one.reached}/{one.told}"


def unit(found: UnitPage) -> Context:
    """A unit's promises, last year's first."""
    place = found.place
    return {
        "found": found,
        "last": [row(one) for one in found.last],
        "now": [row(one) for one in found.promises],
        "years": [
            Tab(f"Hội nghị {year + 1}", to("unit", don_vi=place.pk, nam=year + 1), year + 1 == found.year)
            for year in found.years
        ],
        "enter_href": to("enter", don_vi=place.pk) if found.may_enter else "",
        "crumbs": [Link("Chỉ tiêu nghị quyết", to("index")), Link(place.name)],
    }


def show(found: PromisePage) -> Context:
    """One promise."""
    one = found.commitment
    points = [trend.Year(point.year, point.value, point.result) for point in found.trend]
    return {
        "found": found,
        "one": one,
        "pill": pill(one),
        "target": figure(one.value, one.unit_label),
        "base": figure(one.base, one.unit_label),
        "result": figure(one.result, one.unit_label),
        "share": of_target(one),
        "counted": f"{figure(one.result_count)} trên {figure(one.result_of)}" if one.result_of is not None else "",
        "chart": trend.draw(points, unit=one.unit_label, caption=f"{one.title} qua các năm") if len(points) > 1 else "",
        "crumbs": [
            Link("Chỉ tiêu nghị quyết", to("index")), Link(one.placement.name, to("unit", don_vi=one.placement_id)),
            Link(one.title),
        ],
    }  # fmt: skip


def enter(found: EnterPage) -> Context:
    """The form to type last year's resolution."""
    return {
        "found": found,
        "crumbs": [Link("Chỉ tiêu nghị quyết", to("index")), Link("Nhập từ giấy")],
    }


def settle(found: PromisePage) -> Context:
    """The form to settle."""
    one = found.commitment
    return {
        "one": one,
        "measure": found.measure,
        "target": figure(one.value, one.unit_label),
        "disputes": [said for said in found.disputes if said.answered_at is None],
        "crumbs": [Link("Chỉ tiêu nghị quyết", to("index")), Link(one.title, to("show", one.pk)), Link("Đánh giá")],
    }


def settled(one: Commitment) -> Context:
    """What stands filled in where it was settled before."""
    return {
        "outcome": one.outcome, "count": one.result_count, "of": one.result_of,
        "value": None if one.result_of is not None else one.result, "limits": one.limits, "causes": one.causes,
        "remedy": one.remedy,
    }  # fmt: skip


def catalogue(found: dict[str, Measure]) -> Context:
    """The catalogue."""
    return {
        "rows": [(one, to("catalogue", ma=one.code), _range(one)) for one in found.values()],
        "crumbs": [Link("Chỉ tiêu nghị quyết", to("index")), Link("Danh mục")],
    }


def _range(one: Measure) -> str:
    return f"{figure(one.low)}–{figure(one.high)}" if one.low is not None or one.high is not None else "–"


def line(one: Measure) -> Context:
    """A line of the catalogue as it stands in the form."""
    return asdict(one)
