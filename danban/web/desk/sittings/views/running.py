"""The screen of a conference that meets; opening, going on, closing."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.conferences import actions as conferences
from danban.conferences.queries import conference_for
from danban.sittings import queries
from danban.web.desk.conferences.heads import head
from danban.web.desk.sittings import pages
from danban.web.desk.sittings.forms import NoteForm, OpinionForm, SpeakerForm
from danban.web.desk.sittings.pages import asked, to
from danban.web.meeting.projector.links import projector_address
from danban.web.ui.answers import attempt
from danban.web.ui.requests import DeskRequest

FOLDER = "desk/sittings/"


def show_run(
    request: DeskRequest, pk: int, sentence: str = "", *, opinion: OpinionForm | None = None
) -> HttpResponse:  # fmt: skip
    """The screen, with a refusal on top where there was one and what was typed still there."""
    found = queries.sitting(request.actor, pk, at=request.at)
    entries = [(entry.pk, entry.title) for entry in found.record.entries]
    running = {"entry_id": found.running.pk} if found.running else {}
    return render(
        request, FOLDER + "run.html",
        {
            **pages.run(found),
            "head": head(request.actor, found.conference, "desk:sittings:run"),
            "opinion_form": opinion or OpinionForm(entries=entries, initial=running),
            "speaker_form": SpeakerForm(),
            "projector_href": projector_address(found.conference) if found.may_see_names else "",
            "sentence": sentence,
        },
    )  # fmt: skip


@require_safe
def run(request: DeskRequest, pk: int) -> HttpResponse:
    """The screen."""
    return show_run(request, pk)


@require_safe
def blanks(request: DeskRequest, pk: int) -> HttpResponse:
    """Forms to fill by hand, A4."""
    one = conference_for(request.actor, pk)
    shown = {"entries": queries.record_of(pk).entries, "lines": range(8), "head": head(request.actor, one, "")}
    return render(request, FOLDER + "blanks.html", shown)


def do(request: DeskRequest, pk: int, deed: Callable[[], object], done: str = "", part: str = "") -> HttpResponse:
    """A deed of one tap, then the screen again at ``part``."""

    def go() -> str:
        deed()
        if done:
            messages.success(request, done)
        return to("run", pk) + (f"#{part}" if part else "")

    return attempt(go, again=lambda sentence: show_run(request, pk, sentence))


@require_POST
def open_it(request: DeskRequest, pk: int) -> HttpResponse:
    """Khai mạc."""
    return do(
        request, pk, lambda: conferences.open_conference(pk, actor=request.actor, at=request.at), "Hội nghị đã khai mạc."
    )  # fmt: skip


@require_POST
def step(request: DeskRequest, pk: int, entry: int) -> HttpResponse:
    """On to an item."""
    return do(
        request, pk, lambda: conferences.step_agenda(pk, entry_id=entry, actor=request.actor, at=request.at)
    )  # fmt: skip


@require_POST
def close(request: DeskRequest, pk: int) -> HttpResponse:
    """Bế mạc."""
    return do(
        request, pk, lambda: conferences.close_conference(pk, actor=request.actor, at=request.at),
        "Hội nghị đã bế mạc. Việc tiếp theo: biên bản.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def explain(request: DeskRequest, pk: int, entry: int) -> HttpResponse:
    """Why an item is not dealt with."""
    one = conference_for(request.actor, pk)
    form = NoteForm(request.POST or None)
    words = ("Ghi chú nội dung", "Ghi vì sao không bàn, hoặc điều cần nhớ về nội dung này.", "Đã ghi.")
    return asked(
        request, one, words, form,
        lambda: conferences.explain_entry(
            pk, entry_id=entry, note=form.cleaned_data["note"], actor=request.actor, at=request.at
        ),
    )  # fmt: skip
