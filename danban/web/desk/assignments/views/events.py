"""Joint events of two bodies: a list, a new one, one recorded by mistake."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from danban.assignments import actions, queries
from danban.kit.vietnamese import day
from danban.web.desk.assignments import pages
from danban.web.desk.assignments.addresses import to
from danban.web.desk.assignments.forms import EventForm, ListForm, ReasonForm
from danban.web.desk.assignments.views.lists import FOLDER, no_year
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_LIST = "Hoạt động phối hợp"


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """What bodies held together."""
    found = queries.event_list(request.actor, ListForm(request.GET).of_events(), at=request.at)
    if found is None:
        return no_year(request)
    return render(request, FOLDER + "events.html", pages.events(found))


@require_http_methods(["GET", "POST"])
def record(request: DeskRequest) -> HttpResponse:
    """Record one."""
    found = queries.event_choices(request.actor, at=request.at)
    form = EventForm(
        request.POST or None, bodies=found.bodies, works=found.works,
        initial={"held_on": request.today, "host": found.own_id, "assignment": request.GET.get("viec")},
    )  # fmt: skip

    def deed() -> str:
        event = actions.record_event(found.campaign.pk, form.sheet(), actor=request.actor, at=request.at)
        messages.success(request, f"Đã ghi hoạt động ngày {day(event.held_on)}.")
        return to("events")

    def again(sentence: str) -> HttpResponse:
        context = {"form": form, "sentence": sentence, "found": found, "back_href": to("events"),
                   "crumbs": pages.crumbs(Link(_LIST, to("events")), Link("Ghi hoạt động"))}  # fmt: skip
        return render(request, FOLDER + "record.html", context)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    """Recorded by mistake."""
    event = queries.event_to_withdraw(request.actor, pk, at=request.at)
    form = ReasonForm(request.POST or None)

    def deed() -> str:
        actions.withdraw_event(pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
        messages.success(request, "Đã rút hoạt động ghi nhầm.")
        return to("events")

    def again(sentence: str) -> HttpResponse:
        asked = Asked("Rút hoạt động", f"{event.topic}, ngày {day(event.held_on)}", "Rút hoạt động này", to("events"))
        return ask(request, asked, pages.crumbs(Link(_LIST, to("events"))), form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")
