"""Clean-ups: the rhythm of an area, the records behind it, log one, put one right, withdraw one."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from danban.culture import actions, exports, queries
from danban.kit.refusals import NotFound
from danban.kit.vietnamese import number
from danban.web.desk.culture import pages
from danban.web.desk.culture.addresses import to
from danban.web.desk.culture.forms import CleanUpForm, ListForm, ReasonForm, StartForm
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_FOLDER = "desk/culture/"
_FILES = {
    "xlsx": (exports.clean_ups_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (exports.clean_ups_csv, "text/csv; charset=utf-8"),
}


@require_safe
def clean_ups(request: DeskRequest) -> HttpResponse:
    """The rhythm of a unit's area over a year."""
    wanted = ListForm(request.GET).wanted()
    found = queries.overview(request.actor, today=request.today, place_id=wanted.place, year=wanted.year)
    return render(request, _FOLDER + "clean_ups.html", pages.overview(found, today=request.today))


@require_safe
def records(request: DeskRequest) -> HttpResponse:
    """The clean-ups behind a number."""
    found = queries.list_clean_ups(request.actor, ListForm(request.GET).wanted(), today=request.today)
    return render(request, _FOLDER + "records.html", pages.records(found))


@require_safe
def export(request: DeskRequest, ending: str) -> HttpResponse:
    """The same clean-ups as XLSX or CSV."""
    if ending not in _FILES:
        raise NotFound
    ground, rows = queries.rows_to_export(request.actor, ListForm(request.GET).wanted(), today=request.today)
    write, media_type = _FILES[ending]
    answer = HttpResponse(write(rows), content_type=media_type)
    name = f"tong-ve-sinh-{ground.place.code or 'toan-bo'}-{ground.year}.{ending}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_http_methods(["GET", "POST"])
def log(request: DeskRequest) -> HttpResponse:
    """Two numbers, and it is logged."""
    start = StartForm(request.GET)
    found = queries.log_page(request.actor, at=request.at, place_id=start.place())
    initial = start.initial_of(found.open_slots)
    starts_with = pages.slot_words(**initial) if initial["held_on"] else ""
    form = CleanUpForm(request.POST or None, initial=initial)

    def deed() -> str:
        one = actions.log_clean_up(
            found.place.pk, told=form.told(), is_sure=form.cleaned_data["is_sure"], actor=request.actor, at=request.at
        )
        told = f"{number(one.people)} người, {number(one.places)} nơi"
        messages.success(request, f"Đã ghi {pages.slot_words(one.held_on, one.slot)}: {told}.")
        return to("clean_ups")

    def again(sentence: str) -> HttpResponse:
        context = pages.form("Ghi tổng vệ sinh", found, found.place, starts_with=starts_with)
        return _form(request, context, form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


def _form(request: DeskRequest, context: dict[str, Any], form: CleanUpForm, sentence: str) -> HttpResponse:
    asks_twice = "is_sure" in form.errors or bool(form.is_bound and form.data.get("is_sure"))
    return render(
        request, _FOLDER + "log.html", {**context, "form": form, "sentence": sentence, "asks_twice": asks_twice}
    )


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """One clean-up, what it put right, what may be done with it."""
    found = queries.clean_up_page(request.actor, pk, at=request.at)
    return render(request, _FOLDER + "show.html", pages.show(found))


@require_http_methods(["GET", "POST"])
def correct(request: DeskRequest, pk: int) -> HttpResponse:
    """Put a clean-up right; what was there is kept."""
    one = queries.clean_up_to_correct(request.actor, pk, at=request.at)
    names = ("held_on", "slot", "people", "places", "text")
    form = CleanUpForm(request.POST or None, initial={name: getattr(one, name) for name in names})

    def deed() -> str:
        right = actions.correct_clean_up(
            pk, told=form.told(), is_sure=form.cleaned_data["is_sure"], actor=request.actor, at=request.at
        )
        messages.success(request, "Đã sửa. Lần ghi trước vẫn được giữ lại.")
        return to("show", right.pk)

    def again(sentence: str) -> HttpResponse:
        return _form(request, pages.form("Sửa buổi tổng vệ sinh", None, one.placement), form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    """Out of the count, with a reason."""
    one = queries.clean_up_to_correct(request.actor, pk, at=request.at)
    form = ReasonForm(request.POST or None)

    def deed() -> str:
        actions.withdraw_clean_up(pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
        messages.success(request, "Đã rút. Buổi này không còn được tính, lần ghi vẫn được giữ lại.")
        return to("show", pk)

    def again(sentence: str) -> HttpResponse:
        about = f"{one.placement.name}, {pages.slot_words(one.held_on, one.slot)}"
        asked = Asked("Rút buổi tổng vệ sinh", about=about, deed="Rút buổi này", back=to("show", pk))
        return ask(request, asked, [Link("Tổng vệ sinh", to("clean_ups"))], form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")
