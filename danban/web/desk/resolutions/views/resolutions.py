"""Resolution of a conference: read, drafted from what was agreed, edited, issued, replaced, taken out as a file."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.resolutions import actions, queries
from danban.resolutions.rules import articles_from
from danban.web.desk.conferences.pages import to as to_conferences
from danban.web.desk.resolutions import pages
from danban.web.desk.resolutions.forms import ArticlesForm, ReasonForm, RevisionForm
from danban.web.desk.resolutions.views.files import as_file
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_BOTH = ("GET", "POST")


@require_safe
def resolution(request: DeskRequest, pk: int) -> HttpResponse:
    """As it stands."""
    return _page(request, pk)


@require_safe
def resolution_file(request: DeskRequest, pk: int, ending: str) -> HttpResponse:
    """The last revision as a file."""
    return as_file(queries.resolution_draft(request.actor, pk, at=request.at), f"nghi-quyet-hoi-nghi-{pk}", ending)


@require_POST
def draft_resolution(request: DeskRequest, pk: int) -> HttpResponse:
    """Begin, from what was agreed."""
    return _pressed(
        request, pk, "Đã lập dự thảo từ các chỉ tiêu và biểu quyết.",
        lambda: actions.draft_resolution(pk, actor=request.actor, at=request.at),
    )  # fmt: skip


@require_POST
def issue_resolution(request: DeskRequest, pk: int) -> HttpResponse:
    """In force from now on."""
    return _pressed(
        request, pk, "Đã ban hành nghị quyết.",
        lambda: actions.issue_resolution(pk, actor=request.actor, at=request.at),
    )  # fmt: skip


@require_http_methods(_BOTH)
def edit_resolution(request: DeskRequest, pk: int) -> HttpResponse:
    """Other words."""
    _, one = queries.resolution_to("edit", request.actor, pk, at=request.at)
    form = ArticlesForm(request.POST or None, articles=articles_from(one.articles if one else ()))

    def deed() -> str:
        actions.edit_resolution(pk, articles=form.articles(), actor=request.actor, at=request.at)
        messages.success(request, "Đã lưu nghị quyết.")
        return pages.to("resolution", pk)

    effect = (
        "Mỗi khoản một dòng. Điều để trống cả tên và nội dung sẽ được bỏ. Chỉ tiêu cam kết theo kết quả biểu quyết."
    )
    return _asked(request, pk, ("Sửa nghị quyết", "Lưu", effect), form, deed)


@require_http_methods(_BOTH)
def replace_resolution(request: DeskRequest, pk: int) -> HttpResponse:
    """Another in its place."""
    queries.resolution_to("replace", request.actor, pk, at=request.at)
    form = ReasonForm(request.POST or None)

    def deed() -> str:
        actions.replace_resolution(pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
        messages.success(request, "Đã lập bản thay thế. Bản đang có còn giá trị tới khi bản này được ban hành.")
        return pages.to("resolution", pk)

    effect = "Bản đã ban hành không đổi và còn giá trị cho tới khi bản thay thế được ban hành."
    return _asked(request, pk, ("Lập nghị quyết thay thế", "Lập bản thay thế", effect), form, deed)


def _page(request: DeskRequest, pk: int, sentence: str = "") -> HttpResponse:
    revision = RevisionForm(request.GET).asked()
    found = queries.resolution_page(request.actor, pk, revision=revision, at=request.at)
    return render(
        request, "desk/resolutions/resolution.html", pages.resolution(request.actor, found) | {"sentence": sentence}
    )  # fmt: skip


def _pressed(request: DeskRequest, pk: int, done: str, deed: Callable[[], object]) -> HttpResponse:
    def go() -> str:
        deed()
        messages.success(request, done)
        return pages.to("resolution", pk)

    return attempt(go, again=lambda sentence: _page(request, pk, sentence))


def _asked(
    request: DeskRequest, pk: int, words: tuple[str, str, str], form: Form, go: Callable[[], str]
) -> HttpResponse:
    title, deed, effect = words
    back = pages.to("resolution", pk)

    def again(sentence: str) -> HttpResponse:
        asked = Asked(title, about="", deed=deed, back=back, words=effect)
        crumbs = [Link("Hội nghị", to_conferences("board")), Link("Nghị quyết", back)]
        return ask(request, asked, crumbs, form, sentence)

    return attempt(go, again=again, form=form) if request.method == "POST" else again("")
