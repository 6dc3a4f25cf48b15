"""Look up a unit, a body or a person; print and take away."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from danban.kit.refusals import NotFound
from danban.overviews import exports, queries
from danban.web.desk.directory import pages
from danban.web.desk.directory.forms import LookUpForm
from danban.web.ui.requests import DeskRequest

_FILES = {
    "xlsx": (exports.directory_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (exports.directory_csv, "text/csv; charset=utf-8"),
}


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """My own unit, or what the words typed are found in."""
    form = LookUpForm(request.GET)
    if form.words().strip():
        found = queries.find_in_directory(request.actor, form.words(), at=request.at, number=form.number())
        return render(request, "desk/directory/found.html", pages.looked_up(found))
    page = queries.directory_page(request.actor, None, at=request.at, number=form.number())
    return render(request, "desk/directory/show.html", pages.unit(page))


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """One unit of the tree in force, and those below it."""
    page = queries.directory_page(request.actor, pk, at=request.at, number=LookUpForm(request.GET).number())
    return render(request, "desk/directory/show.html", pages.unit(page))


@require_safe
def print_sheet(request: DeskRequest, pk: int) -> HttpResponse:
    """One unit on paper, or with the units right below it."""
    with_below = request.GET.get("ca") == "cap-duoi"
    found = queries.directory_sheet(request.actor, pk, at=request.at, with_below=with_below)
    return render(request, "desk/directory/print.html", pages.sheet(found, with_below=with_below))


@require_safe
def export(request: DeskRequest, pk: int, ending: str) -> HttpResponse:
    """A unit of my area and everything below it as XLSX or CSV."""
    if ending not in _FILES:
        raise NotFound
    write, media_type = _FILES[ending]
    found = queries.directory_extract(request.actor, pk, at=request.at)
    answer = HttpResponse(write(found), content_type=media_type)
    name = f"danh-ba-{found.place.code}-{request.today:%Y%m%d}.{ending}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
