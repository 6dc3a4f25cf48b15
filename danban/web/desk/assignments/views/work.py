"""One assignment: read it, take it on, say what was done, finish, reopen, name who answers and who helps."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.assignments import actions, queries
from danban.kit.vietnamese import day
from danban.web.desk.assignments import pages
from danban.web.desk.assignments.addresses import to
from danban.web.desk.assignments.forms import BodyForm, FinishForm, NoteForm, ReasonForm, sent
from danban.web.desk.assignments.views.lists import FOLDER
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.campaigns.models import Assignment


def _page(request: DeskRequest, pk: int, sentence: str = "") -> HttpResponse:
    found = queries.assignment_page(request.actor, pk, at=request.at)
    context = {**pages.show(found, request.actor, request.today), "sentence": sentence}
    return render(request, FOLDER + "show.html", context)


def crumbs_to(assignment: "Assignment", last: str) -> list[Link]:
    """The way to a form about an assignment."""
    return pages.crumbs(Link(assignment.actor, to("show", assignment.pk)), Link(last))


def names_of_files(request: DeskRequest) -> list[str]:
    """The files that came with a refused form: a browser does not keep them, so they are named to be chosen again."""
    return [file.name or "" for name in request.FILES for file in request.FILES.getlist(name)]


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """What it is, who works on it, what was done."""
    return _page(request, pk)


@require_safe
def of_obligation(request: DeskRequest, pk: int) -> HttpResponse:
    """From a thing owed by a body to the assignment it stands for."""
    return redirect(to("show", queries.assignment_of_obligation(request.actor, pk)))


@require_POST
def accept(request: DeskRequest, pk: int) -> HttpResponse:
    """Take it on."""

    def deed() -> str:
        actions.accept_assignment(pk, actor=request.actor, at=request.at)
        messages.success(request, "Đã nhận việc. Khi có kết quả, hãy ghi tiến độ ở đây.")
        return to("show", pk)

    return attempt(deed, again=lambda sentence: _page(request, pk, sentence))


@require_http_methods(["GET", "POST"])
def note(request: DeskRequest, pk: int) -> HttpResponse:
    """Say what was done."""
    sheet = queries.note_sheet(request.actor, pk, at=request.at)
    first = {"on": request.today, "week_of": request.GET.get("tuan") or _first_open(sheet)}
    form = NoteForm(request.POST or None, request.FILES or None, weeks=sheet.weeks, initial=first)

    def deed() -> str:
        typed = form.cleaned_data
        actions.note_assignment(
            pk, text=typed["text"], on=typed["on"], figures=form.figures(), uploads=sent(typed["uploads"]),
            week_of=typed.get("week_of"), actor=request.actor, at=request.at,
        )  # fmt: skip
        messages.success(request, "Đã ghi tiến độ.")
        return to("show", pk)

    def again(sentence: str) -> HttpResponse:
        context = {"form": form, "sentence": sentence, "lost": names_of_files(request), "assignment": sheet.assignment,
                   "crumbs": crumbs_to(sheet.assignment, "Ghi tiến độ"), "back_href": to("show", pk)}  # fmt: skip
        return render(request, FOLDER + "note.html", context)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


def _first_open(sheet: queries.NoteSheet) -> str:
    """The running week, or the latest one without a note where the running one has its own."""
    return next((monday.isoformat() for monday, is_noted in sheet.weeks if not is_noted), "")


@require_http_methods(["GET", "POST"])
def finish(request: DeskRequest, pk: int) -> HttpResponse:
    """Say that it is done."""
    assignment = queries.assignment_to("finish", request.actor, pk, at=request.at)
    form = FinishForm(request.POST or None, initial={"on": request.today})

    def deed() -> str:
        work = actions.finish_assignment(pk, **form.cleaned_data, actor=request.actor, at=request.at)
        assert work.done_on is not None
        messages.success(request, f"Đã ghi hoàn thành ngày {day(work.done_on)}. Thành phố thấy kết quả ở trang này.")
        return to("show", pk)

    words = "Việc chuyển sang “Đã hoàn thành” trong danh sách của Thành phố. Nếu còn thiếu, có thể mở lại, có lý do."
    asked = Asked("Ghi hoàn thành", assignment.actor, "Ghi đã hoàn thành", to("show", pk), words)
    return _ask(request, assignment, asked, form, deed)


@require_http_methods(["GET", "POST"])
def reopen(request: DeskRequest, pk: int) -> HttpResponse:
    """Finished too early."""
    assignment = queries.assignment_to("reopen", request.actor, pk, at=request.at)
    form = ReasonForm(request.POST or None)

    def deed() -> str:
        actions.reopen_assignment(pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
        messages.success(request, "Đã mở lại việc này. Kết quả đã ghi vẫn nằm trong diễn biến.")
        return to("show", pk)

    words = "Việc trở lại “Đang thực hiện” và lại nằm trong những việc chưa xong của cơ quan."
    asked = Asked("Mở lại việc", assignment.actor, "Mở lại việc này", to("show", pk), words)
    return _ask(request, assignment, asked, form, deed)


@require_http_methods(["GET", "POST"])
def name_body(request: DeskRequest, pk: int) -> HttpResponse:
    """Who answers, where the plan names nobody that stands."""
    sheet = queries.naming_sheet("name", request.actor, pk, at=request.at)
    form = BodyForm(request.POST or None, bodies=sheet.bodies)

    def deed() -> str:
        actions.name_body(pk, body_id=form.cleaned_data["body"], actor=request.actor, at=request.at)
        messages.success(request, "Đã ghi cơ quan chịu trách nhiệm.")
        return to("show", pk)

    words = "Kế hoạch không nêu cơ quan nào đang hoạt động cho việc này. Cơ quan được chọn sẽ thấy việc ở trang đầu."
    asked = Asked("Cơ quan chịu trách nhiệm", sheet.assignment.actor, "Giao cho cơ quan này", to("show", pk), words)
    return _ask(request, sheet.assignment, asked, form, deed)


@require_http_methods(["GET", "POST"])
def add_partner(request: DeskRequest, pk: int) -> HttpResponse:
    """Who helps; a body the plan's words name is one button away on the page of the assignment."""
    sheet = queries.naming_sheet("add", request.actor, pk, at=request.at)
    form = BodyForm(request.POST or None, bodies=sheet.bodies)

    def deed() -> str:
        actions.add_partner(pk, body_id=form.cleaned_data["body"], actor=request.actor, at=request.at)
        messages.success(request, "Đã thêm cơ quan phối hợp.")
        return to("show", pk)

    words = "Cơ quan phối hợp đọc được tiến độ, ghi phần việc của mình và đính kèm tài liệu."
    asked = Asked("Thêm cơ quan phối hợp", sheet.assignment.actor, "Thêm cơ quan này", to("show", pk), words)
    return _ask(request, sheet.assignment, asked, form, deed)


@require_POST
def remove_partner(request: DeskRequest, pk: int, body: int) -> HttpResponse:
    """A partner named by mistake."""

    def deed() -> str:
        actions.remove_partner(pk, body_id=body, actor=request.actor, at=request.at)
        messages.success(request, "Đã bỏ cơ quan phối hợp. Những gì cơ quan đó đã ghi vẫn giữ.")
        return to("show", pk)

    return attempt(deed, again=lambda sentence: _page(request, pk, sentence))


def _ask(
    request: DeskRequest, assignment: "Assignment", asked: Asked, form: BaseForm, deed: Callable[[], str]
) -> HttpResponse:
    def again(sentence: str) -> HttpResponse:
        return ask(request, asked, crumbs_to(assignment, "")[:-1], form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")
