"""A conference that met on paper: its one form; its blank sheets to take along."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from danban.resolutions import actions, queries
from danban.web.desk.resolutions import pages, paper_pages
from danban.web.desk.resolutions.paper_forms import SheetForm
from danban.web.ui.answers import attempt
from danban.web.ui.requests import DeskRequest


@require_http_methods(("GET", "POST"))
def enter(request: DeskRequest, pk: int) -> HttpResponse:
    """Everything typed once; a button for more lines keeps what stands."""
    found = queries.paper_entry(request.actor, pk, at=request.at)
    wants_lines = "them" in request.POST
    is_sent = request.method == "POST" and not wants_lines
    if is_sent:
        form = SheetForm(request.POST, request.FILES)
    else:
        form = SheetForm(initial=request.POST.dict() if wants_lines else paper_pages.known(found))

    def deed() -> str:
        minutes = actions.enter_from_paper(pk, sheet=form.sheet(), actor=request.actor, at=request.at)
        messages.success(request, paper_pages.done(minutes))
        return pages.to("minutes", pk)

    def again(sentence: str) -> HttpResponse:
        shown = paper_pages.entry(request.actor, found, form)
        return render(request, "desk/resolutions/paper_entry.html", shown | {"sentence": sentence})

    return attempt(deed, again=again, form=form) if is_sent else again("")


@require_safe
def blank_forms(request: DeskRequest, pk: int) -> HttpResponse:
    """Every sheet that can be printed empty."""
    found = queries.minutes_page(request.actor, pk, at=request.at)
    return render(
        request, "desk/resolutions/blank_forms.html", paper_pages.blank_forms(request.actor, found, request.at)
    )


@require_safe
def blank_minutes(request: DeskRequest, pk: int) -> HttpResponse:
    """Minutes to be written by hand, with what is known of the conference printed in."""
    found = queries.minutes_page(request.actor, pk, at=request.at)
    return render(request, "desk/resolutions/blank_minutes.html", paper_pages.blank_minutes(request.actor, found))
