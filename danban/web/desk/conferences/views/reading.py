"""The board of a week, lists, one conference."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from danban.conferences import queries, rules
from danban.web.desk.conferences import calendars, pages
from danban.web.desk.conferences.forms import AddressForm
from danban.web.desk.conferences.heads import head
from danban.web.desk.conferences.preparing_pages import checklist
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
def calendar(request: DeskRequest) -> HttpResponse:
    """The whole span at once: units down, days across."""
    if not queries.has_year(request.actor):
        return render(request, FOLDER + "no_year.html")
    asked = AddressForm(request.GET).asked()
    found = queries.calendar(request.actor, place_id=asked["don_vi"])
    return render(request, FOLDER + "calendar.html", calendars.calendar(found, request.today))


@require_safe
def sent(request: DeskRequest) -> HttpResponse:
    """What changed since the schedule was sent up, and who below has sent theirs (IV.5)."""
    if not queries.has_year(request.actor):
        return render(request, FOLDER + "no_year.html")
    asked = AddressForm(request.GET).asked()
    return render(
        request, FOLDER + "sent.html", calendars.sent(queries.sent_page(request.actor, place_id=asked["don_vi"]))
    )


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """The conferences of an area."""
    if not queries.has_year(request.actor):
        return render(request, FOLDER + "no_year.html")
    asked = AddressForm(request.GET).asked()
    found = queries.list_conferences(
        request.actor, place_id=asked["don_vi"], status=asked["tinh_trang"] or "", words=asked["q"] or "",
        number=asked["trang"] or 1, day=asked["ngay"], is_pilot=bool(asked["diem"]),
    )  # fmt: skip
    return render(request, FOLDER + "index.html", pages.index(found))


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """One conference, with what may be done with it."""
    return show_page(request, pk)


def show_page(request: DeskRequest, pk: int, sentence: str = "") -> HttpResponse:
    """The page, with a refusal on top where there was one."""
    found = queries.conference_page(request.actor, pk, at=request.at)
    one = found.conference
    is_open = one.status in rules.OPEN_TO_TIMETABLE
    return render(
        request,
        FOLDER + "show.html",
        {
            **pages.show(found),
            "head": head(request.actor, one, "desk:conferences:show"),
            "checks": checklist(one, found.needs, may_schedule="schedule" in found.verbs) if is_open else None,
            "agenda_href": pages.to("agenda", pk),
            "sentence": sentence,
        },
    )
