"""Promises: of a unit, one with its trend, entered from paper, settled, doubted; the roll-up; the catalogue."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from danban.commitments import actions, queries
from danban.web.desk.commitments import pages
from danban.web.desk.commitments.forms import (
    IndicatorForm,
    ListForm,
    ReasonForm,
    RowsForm,
    SettleForm,
    YearForm,
)
from danban.web.desk.commitments.pages import to
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_FOLDER = "desk/commitments/"


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """A village sees its own promises, an office above them the roll-up of its area."""
    asked = ListForm(request.GET).asked()
    found = queries.roll_up(request.actor, place_id=asked.get("don_vi"), year=asked.get("nam"), at=request.at)
    if found.place.level.code == "village":
        return _unit(request, found.place.pk, asked.get("nam"))
    return render(request, _FOLDER + "index.html", pages.index(found))


@require_safe
def unit(request: DeskRequest) -> HttpResponse:
    """A unit's own promises, last year's first."""
    asked = ListForm(request.GET).asked()
    return _unit(request, asked.get("don_vi"), asked.get("nam"))


def _unit(request: DeskRequest, place_id: int | None, year: int | None) -> HttpResponse:
    found = queries.unit_page(request.actor, place_id, year=year, at=request.at)
    return render(request, _FOLDER + "unit.html", pages.unit(found))


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """One promise with its trend."""
    return render(request, _FOLDER + "show.html", pages.show(queries.promise_page(request.actor, pk, at=request.at)))


@require_http_methods(["GET", "POST"])
def enter(request: DeskRequest) -> HttpResponse:
    """Last year's resolution from paper, a line a promise."""
    asked = ListForm(request.GET).asked()
    found = queries.place_to_enter(request.actor, asked.get("don_vi"), at=request.at)
    year = YearForm(request.POST or None, initial={"year": found.year - 1})
    rows = RowsForm(request.POST or None, prefix="dong")

    def deed() -> str:
        filled = [form.row() for form in rows if form.cleaned_data.get("title")] if rows.is_valid() else []
        count = actions.enter_commitments(
            found.place.pk, year=year.cleaned_data["year"], rows=filled, actor=request.actor, at=request.at
        )
        messages.success(request, f"Đã nhập {count} chỉ tiêu từ giấy.")
        return to("unit", don_vi=found.place.pk)

    def again(sentence: str) -> HttpResponse:
        context = {**pages.enter(found), "year_form": year, "rows": rows, "sentence": sentence}
        return render(request, _FOLDER + "enter.html", context)

    if request.method == "POST" and not rows.is_valid():
        answer = again("Có dòng chưa đúng, xem chỗ được đánh dấu.")
        answer.status_code = 422
        return answer
    return attempt(deed, again=again, form=year) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def settle(request: DeskRequest, pk: int) -> HttpResponse:
    """Done, partly, not."""
    one = queries.promise_to("settle", request.actor, pk, at=request.at)
    form = SettleForm(request.POST or None, request.FILES or None, initial=pages.settled(one))

    def deed() -> str:
        file = form.cleaned_data["file"]
        evidence = (file.read(), file.name or "tep") if file else None
        done = actions.settle_commitment(
            pk, result=form.result(), evidence=evidence, actor=request.actor, at=request.at
        )
        messages.success(request, f"Đã đánh giá: {done.get_outcome_display().lower()}.")
        return to("unit", don_vi=one.placement_id, nam=one.year + 1)

    def again(sentence: str) -> HttpResponse:
        found = queries.promise_page(request.actor, pk, at=request.at)
        context = {**pages.settle(found), "form": form, "sentence": sentence}
        return render(request, _FOLDER + "settle.html", context)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


def _reasoned(request: DeskRequest, pk: int, verb: str, act: Any, words: tuple[str, str, str, str]) -> HttpResponse:
    """A deed that needs a reason and nothing else; ``words``: title, label, button, what is said afterwards."""
    title, label, button, after = words
    one = queries.promise_to(verb, request.actor, pk, at=request.at)
    form = ReasonForm(request.POST or None, label=label)

    def deed() -> str:
        act(pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
        messages.success(request, after)
        return to("show", pk)

    def again(sentence: str) -> HttpResponse:
        page = Asked(title, about=one.title, deed=button, back=to("show", pk))
        return ask(request, page, [Link("Chỉ tiêu", to("index")), Link(one.title, to("show", pk))], form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def dispute(request: DeskRequest, pk: int) -> HttpResponse:
    """Residents do not see what is claimed."""
    words = (
        "Bà con chưa đồng ý",
        "Bà con nói gì?",
        "Ghi ý kiến bà con",
        "Đã ghi; đơn vị phải đánh giá lại và trả lời.",
    )
    return _reasoned(request, pk, "dispute", actions.dispute_commitment, words)


@require_http_methods(["GET", "POST"])
def cancel(request: DeskRequest, pk: int) -> HttpResponse:
    """Given up."""
    words = ("Thôi thực hiện chỉ tiêu", "Vì sao thôi?", "Thôi thực hiện", "Đã ghi; chỉ tiêu vẫn hiện để bà con biết.")
    return _reasoned(request, pk, "cancel", actions.cancel_commitment, words)


@require_http_methods(["GET", "POST"])
def catalogue(request: DeskRequest) -> HttpResponse:
    """The catalogue of indicators."""
    found = queries.catalogue_page(request.actor, at=request.at)
    chosen = found.get(ListForm(request.GET).asked().get("ma") or "")
    form = IndicatorForm(request.POST or None, initial=pages.line(chosen) if chosen else None)

    def deed() -> str:
        retired = form.cleaned_data["is_retired"]
        actions.set_indicator(form.measure(), is_retired=retired, actor=request.actor, at=request.at)
        messages.success(request, "Đã lưu danh mục.")
        return to("catalogue")

    def again(sentence: str) -> HttpResponse:
        context = {**pages.catalogue(found), "form": form, "chosen": chosen, "sentence": sentence}
        return render(request, _FOLDER + "catalogue.html", context)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")
