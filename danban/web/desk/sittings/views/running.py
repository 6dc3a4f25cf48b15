"""The one screen: opened, gone through item by item, closed; and its blank sheets."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.conferences import actions
from danban.sittings import queries
from danban.web.desk.sittings import pages
from danban.web.desk.sittings.forms import NoteForm
from danban.web.desk.sittings.views.answering import asked, pressed, screen
from danban.web.ui.requests import DeskRequest


@require_safe
def run(request: DeskRequest, pk: int) -> HttpResponse:
    """As it stands."""
    return screen(request, pk)


@require_POST
def open_conference(request: DeskRequest, pk: int) -> HttpResponse:
    """It meets."""
    return pressed(
        request, pk, lambda: actions.open_conference(pk, actor=request.actor, at=request.at), "Hội nghị đã khai mạc."
    )


@require_POST
def step_agenda(request: DeskRequest, pk: int, entry: int) -> HttpResponse:
    """The next item."""
    return pressed(request, pk, lambda: actions.step_agenda(pk, entry_id=entry, actor=request.actor, at=request.at))


@require_http_methods(("GET", "POST"))
def explain_entry(request: DeskRequest, pk: int, entry: int) -> HttpResponse:
    """Why an item is not dealt with."""
    queries.conference_to("step", request.actor, pk, at=request.at)
    found = queries.entry_for(request.actor, pk, entry)
    form = NoteForm(request.POST or None, initial={"note": found.note})
    words = ("Ghi chú cho mục chương trình", "Lưu", found.title)
    return asked(
        request, pk, words, form,
        lambda: actions.explain_entry(
            pk, entry_id=entry, note=form.cleaned_data["note"], actor=request.actor, at=request.at
        ),
        "Đã ghi.",
    )  # fmt: skip


@require_POST
def close_conference(request: DeskRequest, pk: int) -> HttpResponse:
    """It was held."""
    return pressed(
        request, pk, lambda: actions.close_conference(pk, actor=request.actor, at=request.at),
        "Hội nghị đã bế mạc. Còn biên bản: lập ở trang Biên bản.",
    )  # fmt: skip


@require_safe
def blank(request: DeskRequest, pk: int) -> HttpResponse:
    """Sheets to print and fill by hand."""
    found = queries.running(request.actor, pk, at=request.at)
    context = pages.run(request.actor, found, at=request.at)
    return render(request, "desk/sittings/blank.html", context | {"lines": range(10), "votes": range(6)})
