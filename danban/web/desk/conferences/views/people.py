"""Who takes part in preparing: presidium and secretary, guests, prepared papers."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.conferences import actions, queries
from danban.web.desk.conferences.agenda_forms import (
    FileForm,
    GuestsForm,
    OfficersForm,
    PaperForm,
    line_of,
    shown_officers,
)
from danban.web.desk.conferences.pages import to
from danban.web.desk.conferences.views.preparing import pressed
from danban.web.desk.conferences.views.reading import FOLDER
from danban.web.desk.documents.travelling import as_attachment
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_BOTH = ("GET", "POST")


def _asked(
    request: DeskRequest, pk: int, form: Form, words: tuple[str, str, str], deed: Callable[[], object]
) -> HttpResponse:
    """Ask with ``words`` (title, what happens, what is said when it is done), then do the deed."""
    title, effect, done = words
    one = queries.conference_to_prepare(request.actor, pk, at=request.at)

    def go() -> str:
        deed()
        messages.success(request, done)
        return to("agenda", pk)

    def again(sentence: str) -> HttpResponse:
        asked = Asked(title, about=one.placement.name, deed="Lưu", back=to("agenda", pk), words=effect)
        crumbs = [Link("Hội nghị", to("board")), Link(one.placement.name, to("agenda", pk))]
        return ask(request, asked, crumbs, form, sentence)

    return attempt(go, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(_BOTH)
def name_officers(request: DeskRequest, pk: int) -> HttpResponse:
    """As proposed; the conference chooses."""
    found = queries.preparing(request.actor, pk, at=request.at)
    form = OfficersForm(request.POST or None, initial=shown_officers(found.officers))
    words = (
        "Đoàn Chủ tịch và thư ký", "Đây là dự kiến: khi khai mạc, hội nghị biểu quyết cử chủ tọa và thư ký.",
        "Đã lưu dự kiến Đoàn Chủ tịch và thư ký.",
    )  # fmt: skip
    return _asked(
        request, pk, form, words,
        lambda: actions.name_officers(pk, officers=form.officers(), actor=request.actor, at=request.at),
    )  # fmt: skip


@require_http_methods(_BOTH)
def list_guests(request: DeskRequest, pk: int) -> HttpResponse:
    """Who is expected."""
    found = queries.preparing(request.actor, pk, at=request.at)
    known = "\n".join(line_of(guest.full_name, guest.title) for guest in found.guests)
    form = GuestsForm(request.POST or None, initial={"guests": known})
    words = ("Khách mời", "Danh sách này được in và đọc khi giới thiệu đại biểu.", "Đã lưu danh sách khách mời.")
    return _asked(
        request, pk, form, words,
        lambda: actions.list_guests(pk, guests=form.lines(), actor=request.actor, at=request.at),
    )  # fmt: skip


@require_http_methods(_BOTH)
def ask_paper(request: DeskRequest, pk: int) -> HttpResponse:
    """Who speaks prepared."""
    form = PaperForm(request.POST or None)
    words = ("Đặt tham luận", "Báo trực tiếp cho người tham luận; bài nộp được lưu ở trang này.", "Đã ghi tham luận.")
    return _asked(
        request, pk, form, words,
        lambda: actions.ask_paper(pk, asking=form.asking(), actor=request.actor, at=request.at),
    )  # fmt: skip


@require_http_methods(_BOTH)
def hand_in_paper(request: DeskRequest, pk: int, paper: int) -> HttpResponse:
    """The file of one."""
    found = queries.prepared_paper_for(request.actor, pk, paper)
    one = queries.conference_to_prepare(request.actor, pk, at=request.at)
    form = FileForm(request.POST or None, request.FILES or None) if request.method == "POST" else FileForm()

    def deed() -> str:
        file = form.cleaned_data["file"]
        actions.hand_in_paper(paper, content=file.read(), name=file.name, actor=request.actor, at=request.at)
        messages.success(request, "Đã nhận bài tham luận.")
        return to("agenda", pk)

    def again(sentence: str) -> HttpResponse:
        crumbs = [Link("Hội nghị", to("board")), Link(one.placement.name, to("agenda", pk)), Link("Nhận bài")]
        shown = {"form": form, "paper": found, "back": to("agenda", pk), "crumbs": crumbs, "sentence": sentence}
        return render(request, FOLDER + "hand_in.html", shown)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_POST
def drop_paper(request: DeskRequest, pk: int, paper: int) -> HttpResponse:
    """Asked in vain."""
    found = queries.prepared_paper_for(request.actor, pk, paper)
    return pressed(
        request, pk, "Đã bỏ tham luận khỏi danh sách.",
        lambda: actions.drop_paper(found.pk, actor=request.actor, at=request.at),
    )  # fmt: skip


@require_safe
def paper_file(request: DeskRequest, pk: int, paper: int) -> HttpResponse:
    """What was handed in."""
    return as_attachment(*queries.prepared_paper_file(request.actor, pk, paper))
