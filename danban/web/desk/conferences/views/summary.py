"""The socio-economic summary: each unit writes its section once, each conference reads its copy."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from danban.conferences import actions, exports, queries, rules
from danban.papers.layout import lay_out
from danban.papers.lengths import pages_of
from danban.web.desk.conferences import preparing_pages as shapes
from danban.web.desk.conferences.agenda_forms import SummaryForm
from danban.web.desk.conferences.heads import head
from danban.web.desk.conferences.pages import to
from danban.web.desk.conferences.views.preparing import HERE, sent
from danban.web.desk.conferences.views.reading import FOLDER
from danban.web.ui.answers import attempt
from danban.web.ui.paper import draw
from danban.web.ui.requests import DeskRequest


@require_http_methods(["GET", "POST"])
def summary(request: DeskRequest) -> HttpResponse:
    """The own section, and what is written above."""
    found = queries.summary_desk(request.actor)
    if request.method == "POST":
        year = found.year
        rules.check_can_write_summary(request.actor, year.campaign, year.own, "?", deepest=year.deepest)
    known = found.own.section.text if found.own and found.own.section else ""
    form = SummaryForm(request.POST or None, initial={"text": known})

    def deed() -> str:
        actions.write_summary(
            found.year.campaign.pk, placement_id=found.year.own.pk, text=form.cleaned_data["text"],
            actor=request.actor, at=request.at,
        )  # fmt: skip
        messages.success(request, "Đã lưu. Bản tóm tắt của mọi thôn, tổ dân phố bên dưới có ngay phần này.")
        return to("summary")

    def again(sentence: str) -> HttpResponse:
        return render(
            request, FOLDER + "summary.html", {**shapes.summary(found), "form": form, "sentence": sentence}
        )  # fmt: skip

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_safe
def summary_copy(request: DeskRequest, pk: int) -> HttpResponse:
    """The copy of one conference."""
    one, rows = queries.sections_for(request.actor, pk)
    paper = exports.summary_paper(one, rows, on=request.today) if any(row.section for row in rows) else None
    pages = pages_of(paper) if paper else 0.0
    shown = {
        "one": one,
        "missing": queries.missing_sections(rows),
        "drawing": draw(lay_out(paper)) if paper else "",
        "pages": pages,
        "is_long": pages > exports.PAGES_OF_SUMMARY,
        "head": head(request.actor, one, HERE),
    }
    return render(request, FOLDER + "summary_copy.html", shown)


@require_safe
def summary_file(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """As .docx or .pdf."""
    one, rows = queries.sections_for(request.actor, pk)
    return sent(kind, f"tom-tat-{pk}", lambda: exports.summary_paper(one, rows, on=request.today))
