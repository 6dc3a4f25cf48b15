"""How pages of a running conference answer: back to the one screen, with the refusal on top where there is one."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render

from danban.sittings import queries
from danban.web.desk.conferences.last_year import last_year
from danban.web.desk.conferences.pages import to as to_conferences
from danban.web.desk.sittings import pages
from danban.web.desk.sittings.forms import OpinionForm, SpeakerForm
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest


def screen(
    request: DeskRequest,
    pk: int,
    sentence: str = "",
    *,
    opinion: OpinionForm | None = None,
    speaker: SpeakerForm | None = None,
) -> HttpResponse:
    """The one screen, perhaps with a form that was refused."""
    found = queries.running(request.actor, pk, at=request.at)
    context = pages.run(request.actor, found, at=request.at, opinion=opinion, speaker=speaker)
    return render(
        request,
        "desk/sittings/run.html",
        context | {"sentence": sentence, "first": last_year(request.actor, found.conference)},
    )


def pressed(request: DeskRequest, pk: int, deed: Callable[[], object], done: str = "", part: str = "") -> HttpResponse:
    """A button of the screen; ``part`` is where on it the answer stands."""

    def go() -> str:
        deed()
        if done:
            messages.success(request, done)
        return pages.to("run", pk) + (f"#{part}" if part else "")

    return attempt(go, again=lambda sentence: screen(request, pk, sentence))


def asked(
    request: DeskRequest, pk: int, words: tuple[str, str, str], form: BaseForm, deed: Callable[[], object],
    done: str = "Đã ghi.",
) -> HttpResponse:  # fmt: skip
    """A page with one form: title, name of the deed, what happens then."""
    title, name, effect = words
    back = pages.to("run", pk)

    def go() -> str:
        deed()
        messages.success(request, done)
        return back

    def again(sentence: str) -> HttpResponse:
        page = Asked(title, about="", deed=name, back=back, words=effect)
        return ask(request, page, [Link("Hội nghị", to_conferences("board")), Link("Điều hành", back)], form, sentence)

    return attempt(go, again=again, form=form) if request.method == "POST" else again("")
