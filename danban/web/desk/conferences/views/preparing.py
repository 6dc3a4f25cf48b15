"""Preparing a conference: its agenda read, entered, edited, agreed to, printed."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.conferences import actions, exports, queries, rules
from danban.kit.refusals import NotFound, is_allowed
from danban.papers.paper import Paper
from danban.web.desk.conferences import preparing_pages as shapes
from danban.web.desk.conferences.agenda_forms import AgendaForm, NoteForm
from danban.web.desk.conferences.heads import head
from danban.web.desk.conferences.last_year import last_year
from danban.web.desk.conferences.pages import to
from danban.web.desk.conferences.views.reading import FOLDER
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

HERE = "desk:conferences:agenda"
_BLANK_ROWS = 18


def show_preparing(request: DeskRequest, pk: int, sentence: str = "") -> HttpResponse:
    """The page of preparing, with a refusal on top where there was one."""
    found = queries.preparing(request.actor, pk, at=request.at)
    one = found.conference
    may_schedule = is_allowed(lambda: rules.check_can_schedule(request.actor, one, None, at=request.at))
    shown = {**shapes.agenda(found, may_schedule=may_schedule), "first": last_year(request.actor, one)}
    return render(
        request, FOLDER + "agenda.html", {**shown, "head": head(request.actor, one, HERE), "sentence": sentence}
    )  # fmt: skip


@require_safe
def agenda(request: DeskRequest, pk: int) -> HttpResponse:
    """The same page for planner, secretary and reader."""
    return show_preparing(request, pk)


@require_safe
def agenda_of_duty(request: DeskRequest, pk: int) -> HttpResponse:
    """From what is owed to where it is done."""
    return redirect(to("agenda", queries.conference_of_duty(request.actor, pk)))


def pressed(request: DeskRequest, pk: int, done: str, deed: Callable[[], object]) -> HttpResponse:
    """A button of the page of preparing."""

    def go() -> str:
        deed()
        messages.success(request, done)
        return to("agenda", pk)

    return attempt(go, again=lambda sentence: show_preparing(request, pk, sentence))


@require_POST
def draft_agenda(request: DeskRequest, pk: int) -> HttpResponse:
    """From the plan."""
    return pressed(
        request, pk, "Đã đưa đủ nội dung của kế hoạch vào chương trình.",
        lambda: actions.draft_agenda(pk, actor=request.actor, at=request.at),
    )  # fmt: skip


@require_POST
def agree_agenda(request: DeskRequest, pk: int) -> HttpResponse:
    """One of the two heads, to what stood on the page."""
    seen = request.POST.get("seen", "")[:16]
    return pressed(
        request, pk, "Đã ghi ý kiến thống nhất của bạn và báo người kia.",
        lambda: actions.agree_agenda(pk, seen=seen, actor=request.actor, at=request.at),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def edit_agenda(request: DeskRequest, pk: int) -> HttpResponse:
    """Order, presenters, minutes, local items: every button saves what was typed."""
    found = queries.preparing(request.actor, pk, at=request.at)
    rules.check_can_draft_agenda(request.actor, found.conference, at=request.at)
    form = AgendaForm(
        request.POST or None, rows=found.rows, additions=found.additions, mark=found.programme.mark
    )  # fmt: skip

    def deed() -> str:
        seen = form.cleaned_data["seen"] or found.programme.mark
        actions.set_agenda(pk, lines=form.lines(), seen=seen, actor=request.actor, at=request.at)
        if "luu" in request.POST:
            messages.success(request, "Đã lưu chương trình.")
            return to("agenda", pk)
        touched = form.touched()
        return to("edit_agenda", pk) + (f"#muc-{touched}" if touched else "#them")

    def again(sentence: str) -> HttpResponse:
        shown = {**shapes.edited(found, form), "head": head(request.actor, found.conference, HERE)}
        return render(request, FOLDER + "edit_agenda.html", {**shown, "sentence": sentence})

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def note_entry(request: DeskRequest, pk: int, entry: int) -> HttpResponse:
    """What belongs to an item, by hand."""
    found = queries.entry_for(request.actor, pk, entry, at=request.at)
    form = NoteForm(request.POST or None, initial={"note": found.note})

    def deed() -> str:
        note = form.cleaned_data["note"]
        actions.note_entry(pk, entry_id=entry, note=note, actor=request.actor, at=request.at)
        messages.success(request, "Đã lưu nội dung chuẩn bị.")
        return to("agenda", pk)

    def again(sentence: str) -> HttpResponse:
        words = "Ghi những điều người trình bày sẽ nói. Hai bên không phải thống nhất lại vì phần ghi này."
        asked = Asked("Nội dung chuẩn bị", about=found.title, deed="Lưu", back=to("agenda", pk), words=words)
        crumbs = [Link("Hội nghị", to("board")), Link(found.conference.placement.name, to("agenda", pk))]
        return ask(request, asked, crumbs, form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_safe
def print_agenda(request: DeskRequest, pk: int) -> HttpResponse:
    """For the table and the wall."""
    found = queries.preparing(request.actor, pk, at=request.at)
    shown = shapes.agenda(found, may_schedule=False)
    return render(request, FOLDER + "print_agenda.html", {**shown, "head": head(request.actor, found.conference, HERE)})


@require_safe
def blank_agenda(request: DeskRequest, pk: int) -> HttpResponse:
    """To be filled in by hand: what the plan wants is printed, the rest are empty lines."""
    found = queries.preparing(request.actor, pk, at=request.at)
    shown = shapes.agenda(found, may_schedule=False)
    standing = [row.entry.title for row in found.rows if row.stays]
    fixed = standing or rules.missing_contents((), of=found.conference)
    shown["fixed"] = fixed
    shown["blank"] = range(max(_BLANK_ROWS - len(fixed), 4))
    return render(request, FOLDER + "blank_agenda.html", {**shown, "head": head(request.actor, found.conference, HERE)})


@require_safe
def agenda_file(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """As .docx or .pdf."""
    found = queries.preparing(request.actor, pk, at=request.at)
    return sent(kind, f"chuong-trinh-{pk}", lambda: exports.agenda_paper(found, on=request.today))


def sent(kind: str, name: str, paper: Callable[[], Paper]) -> HttpResponse:
    """A paper as a file to keep."""
    if kind not in exports.MEDIA_TYPES:
        raise NotFound
    content = exports.file_of(paper(), kind, fonts=settings.PAPER_FONTS)
    answer = HttpResponse(content, content_type=exports.MEDIA_TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return answer
