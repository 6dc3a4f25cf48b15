"""Files: publish one with an assignment, read one, withdraw one."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from danban.assignments import actions, queries
from danban.web.desk.assignments import pages
from danban.web.desk.assignments.addresses import to
from danban.web.desk.assignments.forms import FileForm, ReasonForm
from danban.web.desk.assignments.views.lists import FOLDER
from danban.web.desk.assignments.views.work import crumbs_to, names_of_files
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.assignments.models import Attachment


@require_http_methods(["GET", "POST"])
def attach(request: DeskRequest, pk: int) -> HttpResponse:
    """An outline, an own plan, guidance, a report."""
    assignment = queries.assignment_to("attach", request.actor, pk, at=request.at)
    first = {"title": request.GET.get("ten", "")[:300], "purpose": request.GET.get("loai", "outline")}
    form = FileForm(request.POST or None, request.FILES or None, initial=first)

    def deed() -> str:
        kept = actions.attach_file(form.sheet(), assignment_id=pk, actor=request.actor, at=request.at)
        words = f"bản {kept.version} của “{kept.title}”" if kept.version > 1 else f"“{kept.title}”"
        messages.success(request, f"Đã đính kèm {words}.")
        return to("show", pk)

    def again(sentence: str) -> HttpResponse:
        context = {"form": form, "sentence": sentence, "lost": names_of_files(request), "title": "Đính kèm tài liệu",
                   "about": assignment.actor, "crumbs": crumbs_to(assignment, "Đính kèm tài liệu"),
                   "back_href": to("show", pk)}  # fmt: skip
        return render(request, FOLDER + "attach.html", context)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_safe
def send(request: DeskRequest, pk: int) -> HttpResponse:
    """A file as an attachment: nothing of it is shown inside our pages."""
    found = queries.file_to_send(request.actor, pk)
    answer = HttpResponse(found.content, content_type=found.kind.media_type)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(found.name)}"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


@require_http_methods(["GET", "POST"])
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    """Attached by mistake."""
    file = queries.file_to_withdraw(request.actor, pk, at=request.at)
    form, back = ReasonForm(request.POST or None), _home_of(file)

    def deed() -> str:
        actions.withdraw_file(pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
        messages.success(request, f"Đã rút “{file.title}”. Không ai tải được nữa.")
        return back

    def again(sentence: str) -> HttpResponse:
        words = "Không ai tải được tệp này nữa. Dòng ghi đã có tệp vẫn còn trong danh sách."
        asked = Asked("Rút tài liệu", file.title, "Rút tài liệu này", back, words)
        return ask(request, asked, pages.crumbs(), form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


def _home_of(file: "Attachment") -> str:
    """The page the file stands on."""
    return to("briefing", file.briefing.placement_id) if file.briefing else to("show", file.assignment_id)
