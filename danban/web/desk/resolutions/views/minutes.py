"""Minutes of a conference: read, drafted, handed on, confirmed, corrected, taken out as a file."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.resolutions import actions, queries
from danban.resolutions.rules import parts_of
from danban.resolutions.texts import RESOLUTION_KIND
from danban.web.desk.conferences.pages import to as to_conferences
from danban.web.desk.resolutions import pages
from danban.web.desk.resolutions.forms import ReasonForm, RemarksForm, RevisionForm
from danban.web.desk.resolutions.views.files import as_file
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_BOTH = ("GET", "POST")


@require_safe
def minutes(request: DeskRequest, pk: int) -> HttpResponse:
    """As they stand."""
    return _page(request, pk)


@require_safe
def of_obligation(request: DeskRequest, pk: int) -> HttpResponse:
    """From what is owed to where it is done: minutes or resolution of the conference held for that unit."""
    conference_id, kind_code = queries.conference_of_obligation(request.actor, pk)
    return redirect(pages.to("resolution" if kind_code == RESOLUTION_KIND else "minutes", conference_id))


@require_safe
def minutes_file(request: DeskRequest, pk: int, ending: str) -> HttpResponse:
    """The last revision as a file."""
    return as_file(queries.minutes_draft(request.actor, pk, at=request.at), f"bien-ban-hoi-nghi-{pk}", ending)


@require_POST
def draft_minutes(request: DeskRequest, pk: int) -> HttpResponse:
    """Begin."""
    return _pressed(
        request, pk, "Đã lập dự thảo. Số liệu theo sát sổ điểm danh, ý kiến và biểu quyết cho tới khi xác nhận.",
        lambda: actions.draft_minutes(pk, actor=request.actor, at=request.at),
    )  # fmt: skip


@require_POST
def submit_minutes(request: DeskRequest, pk: int) -> HttpResponse:
    """To the chair."""
    return _pressed(
        request, pk, "Đã trình chủ tọa.", lambda: actions.submit_minutes(pk, actor=request.actor, at=request.at)
    )


@require_POST
def confirm_minutes(request: DeskRequest, pk: int) -> HttpResponse:
    """Frozen from now on."""
    return _pressed(
        request, pk, "Đã xác nhận. Biên bản đã khóa và ban hành.",
        lambda: actions.confirm_minutes(pk, actor=request.actor, at=request.at),
    )  # fmt: skip


@require_http_methods(_BOTH)
def edit_minutes(request: DeskRequest, pk: int) -> HttpResponse:
    """Words beside the figures."""
    conference, one = queries.minutes_to("edit", request.actor, pk, at=request.at)
    parts = parts_of(queries.facts_of(conference))
    form = RemarksForm(request.POST or None, parts=parts, initial=one.remarks if one else {})

    def deed() -> str:
        actions.edit_minutes(pk, remarks=form.remarks(), actor=request.actor, at=request.at)
        messages.success(request, "Đã lưu phần ghi thêm.")
        return pages.to("minutes", pk)

    effect = "Số liệu lấy từ điểm danh, ý kiến và biểu quyết; cần sửa thì sửa ở các trang ấy. Ở đây ghi thêm lời."
    return _asked(request, pk, ("Ghi thêm vào biên bản", "Lưu", effect), form, deed)


@require_http_methods(_BOTH)
def return_minutes(request: DeskRequest, pk: int) -> HttpResponse:
    """Back to be put right."""
    queries.minutes_to("return", request.actor, pk, at=request.at)
    form = ReasonForm(request.POST or None)

    def deed() -> str:
        actions.return_minutes(pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
        messages.success(request, "Đã trả lại để ghi lại.")
        return pages.to("minutes", pk)

    return _asked(request, pk, ("Trả biên bản để ghi lại", "Trả lại", "Thư ký được báo lý do."), form, deed)


@require_http_methods(_BOTH)
def correct_minutes(request: DeskRequest, pk: int) -> HttpResponse:
    """A new revision."""
    queries.minutes_to("correct", request.actor, pk, at=request.at)
    form = ReasonForm(request.POST or None)

    def deed() -> str:
        actions.correct_minutes(pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
        messages.success(request, "Đã lập bản sửa. Bản đã xác nhận còn giá trị tới khi bản sửa được xác nhận.")
        return pages.to("minutes", pk)

    effect = "Bản đã xác nhận không đổi. Bản sửa tính lại từ sổ sách hiện tại, cần trình và xác nhận như bản đầu."
    return _asked(request, pk, ("Lập bản sửa biên bản", "Lập bản sửa", effect), form, deed)


def _page(request: DeskRequest, pk: int, sentence: str = "") -> HttpResponse:
    revision = RevisionForm(request.GET).asked()
    found = queries.minutes_page(request.actor, pk, revision=revision, at=request.at)
    return render(
        request, "desk/resolutions/minutes.html", pages.minutes(request.actor, found) | {"sentence": sentence}
    )  # fmt: skip


def _pressed(request: DeskRequest, pk: int, done: str, deed: Callable[[], object]) -> HttpResponse:
    def go() -> str:
        deed()
        messages.success(request, done)
        return pages.to("minutes", pk)

    return attempt(go, again=lambda sentence: _page(request, pk, sentence))


def _asked(
    request: DeskRequest, pk: int, words: tuple[str, str, str], form: Form, go: Callable[[], str]
) -> HttpResponse:
    title, deed, effect = words
    back = pages.to("minutes", pk)

    def again(sentence: str) -> HttpResponse:
        asked = Asked(title, about="", deed=deed, back=back, words=effect)
        crumbs = [Link("Hội nghị", to_conferences("board")), Link("Biên bản", back)]
        return ask(request, asked, crumbs, form, sentence)

    return attempt(go, again=again, form=form) if request.method == "POST" else again("")
