"""Each page: one query, arranged for its template."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from danban.kit.refusals import NotFound
from danban.overviews import exports, queries
from danban.web.desk.overviews import addresses, pages, steps
from danban.web.desk.overviews.forms import FilterForm
from danban.web.desk.overviews.home import home_context
from danban.web.ui.requests import DeskRequest

_FOLDER = "desk/overviews/"
_FILES = {
    "xlsx": (exports.matrix_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (exports.matrix_csv, "text/csv; charset=utf-8"),
}


@login_not_required
@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """The bare address: to one's own work, or to the sign-in page."""
    return redirect(addresses.to("home") if request.user.is_authenticated else settings.LOGIN_URL)


@require_safe
def home(request: DeskRequest) -> HttpResponse:
    """What I owe, and the next thing to do."""
    found = queries.home(request.actor, today=request.today, key=_key(request))
    if found is None:
        return _no_year(request)
    template = "village.html" if found.steps else "home.html"
    return _page(request, template, home_context(found, request.today))


@require_safe
def my_conference(request: DeskRequest) -> HttpResponse:
    """My own unit's conference in four steps, the next deed on top."""
    found = queries.conference_steps(request.actor, at=request.at)
    if found is None:
        raise NotFound("Đơn vị của bạn chưa có hội nghị trong danh sách của năm.")
    return _page(request, "my_conference.html", steps.of_conference(found))


@require_safe
def city(request: DeskRequest) -> HttpResponse:
    """The whole area at a glance."""
    found = queries.city(request.actor, today=request.today, key=_key(request))
    if found is None:
        return _no_year(request)
    return _page(request, "city.html", pages.city(found, request.today))


@require_safe
def matrix(request: DeskRequest, pk: int | None = None) -> HttpResponse:
    """Units down, obligations across."""
    found = _matrix(request, pk)
    if found is None:
        return _no_year(request)
    return _page(request, "matrix.html", pages.matrix(found))


@require_safe
def matrix_export(request: DeskRequest, pk: int, ending: str) -> HttpResponse:
    """The matrix as XLSX or CSV."""
    found = _matrix(request, pk)
    if found is None or ending not in _FILES:
        raise NotFound
    write, media_type = _FILES[ending]
    name = f"ma-tran-{found.place.code}-{addresses.level_word(found.level.code)}.{ending}"
    answer = HttpResponse(write(found), content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_safe
def obligations(request: DeskRequest) -> HttpResponse:
    """The list behind a number."""
    form = FilterForm(request.GET)
    found = queries.obligations(request.actor, form.filters(), today=request.today)
    if found is None:
        return _no_year(request)
    return _page(request, "obligations.html", pages.obligations(found, request.today, has_problem=bool(form.errors)))


@require_safe
def obligation(request: DeskRequest, pk: int) -> HttpResponse:
    """One obligation: what, by when, why."""
    found = queries.obligation_page(request.actor, pk, today=request.today)
    return _page(request, "obligation.html", pages.obligation(found, request.today))


@require_safe
def unit(request: DeskRequest, pk: int) -> HttpResponse:
    """One unit: who, what it owes, what lies below."""
    found = queries.unit_page(request.actor, pk, today=request.today, key=_key(request))
    return _page(request, "unit.html", pages.unit(found, request.today))


@require_safe
def timeline(request: DeskRequest) -> HttpResponse:
    """The days and windows of the cycle."""
    found = queries.timeline(request.actor, today=request.today, key=_key(request))
    if found is None:
        return _no_year(request)
    return _page(request, "timeline.html", pages.timeline(found, request.today))


@require_safe
def search(request: DeskRequest) -> HttpResponse:
    """One box for units, duties, days, the plan and people."""
    found = queries.search(request.actor, request.GET.get("q", ""), today=request.today, key=_key(request))
    return _page(request, "search.html", pages.search(found))


def _key(request: DeskRequest) -> str:
    return request.GET.get("nam", "")[:20]


def _matrix(request: DeskRequest, pk: int | None) -> queries.Matrix | None:
    level = addresses.level_code(request.GET.get("cap", ""))
    return queries.matrix(request.actor, pk, today=request.today, level_code=level, key=_key(request))


def _page(request: DeskRequest, template: str, context: Mapping[str, Any]) -> HttpResponse:
    return render(request, _FOLDER + template, dict(context))


def _no_year(request: DeskRequest) -> HttpResponse:
    return render(request, _FOLDER + "no_year.html", pages.no_year(request.actor))
