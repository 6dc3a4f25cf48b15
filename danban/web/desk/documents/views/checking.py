"""Check the form of any Word file: the answer stands on the same page, the file is not kept."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from danban.papers.check.report import Report
from danban.papers.check.sandbox import inspect_bytes
from danban.web.desk.documents import sheets
from danban.web.desk.documents.forms.checking import CheckPaperForm
from danban.web.ui.answers import attempt_to_show
from danban.web.ui.requests import DeskRequest


@require_http_methods(["GET", "POST"])
def inspect_paper(request: DeskRequest) -> HttpResponse:
    """Bring a file in and read what departs from its form."""
    if request.method != "POST":
        return _page(request, CheckPaperForm())
    form = CheckPaperForm(request.POST, request.FILES)
    return attempt_to_show(
        lambda: _page(request, form, report=_checked(form)), form=form,
        again=lambda sentence: _page(request, form, sentence),
    )  # fmt: skip


def _checked(form: CheckPaperForm) -> Report:
    file = form.cleaned_data["file"]
    return inspect_bytes(file.read(), profile=form.chosen, file_name=file.name or "")


def _page(
    request: DeskRequest, form: CheckPaperForm, sentence: str = "", *, report: Report | None = None
) -> HttpResponse:
    file = form.files.get("file") if form.is_bound else None
    context = {
        "form": form, "sentence": sentence, "report": report, "file_name": file.name if file else "",
        "doors": sheets.doors(request.actor, "desk:documents:check_paper"),
    }  # fmt: skip
    return render(request, "desk/documents/check_paper.html", context)
