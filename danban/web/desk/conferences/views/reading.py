"""The board of a week, lists, one conference."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from danban.conferences import queries
from danban.web.desk.conferences import pages
from danban.web.desk.conferences.forms import AddressForm
from danban.web.desk.conferences.heads import head
from danban.web.ui.requests import DeskRequest

FOLDER = "desk/conferences/"


@require_safe
def board(request: DeskRequest) -> HttpResponse:
    """A week of an area."""
    if not queries.has_year(request.actor):
        return render(request, FOLDER + "no_year.html")
    asked = AddressForm(request.GET).asked()
    found = queries.board(request.actor, day=asked["ngay"], place_id=asked["don_vi"], today=request.today)
    return render(request, FOLDER + "board.html", pages.board(found, request.today))


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """The conferences of an area."""
    if not queries.has_year(request.actor):
        return render(request, FOLDER + "no_year.html")
    asked = AddressForm(request.GET).asked()
    found = queries.list_conferences(
        request.actor, place_id=asked["don_vi"], status=asked["tinh_trang"] or "", words=asked["q"] or "",
        number=asked["trang"] or 1,
    )  # fmt: skip
    return render(request, FOLDER + "index.html", pages.index(found))


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """One conference, with what may be done with it."""
    return show_page(request, pk)


def show_page(request: DeskRequest, pk: int, sentence: str = "") -> HttpResponse:
    """The page, with a refusal on top where there was one."""
    found = queries.conference_page(request.actor, pk, at=request.at)
    return render(
        request,
        FOLDER + "show.html",
        {
            **pages.show(found),
            "head": head(request.actor, found.conference, "desk:conferences:show"),
            "sentence": sentence,
        },
    )
