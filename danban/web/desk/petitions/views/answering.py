"""A body at work: it acknowledges, answers one or a whole group, with evidence anybody may look at."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.petitions import actions, queries
from danban.petitions.actions import Evidence
from danban.petitions.rules import AnswerSheet
from danban.web.desk.petitions import pages
from danban.web.desk.petitions.addresses import to
from danban.web.desk.petitions.forms import AnswerForm
from danban.web.ui.answers import attempt
from danban.web.ui.requests import DeskRequest

FOLDER = "desk/petitions/"


@require_POST
def acknowledge(request: DeskRequest, pk: int) -> HttpResponse:
    """Seen; an answer follows."""

    def deed() -> str:
        one = actions.acknowledge_petition(pk, actor=request.actor, at=request.at)
        messages.success(request, f"Đã tiếp nhận. Hạn trả lời: hết {pages.due_words(one)}.")
        return to("show", pk)

    def again(sentence: str) -> HttpResponse:
        found = queries.petition_page(request.actor, pk, at=request.at)
        return render(request, FOLDER + "show.html", {**pages.show(found, request.today), "sentence": sentence})

    return attempt(deed, again=again)


@require_http_methods(["GET", "POST"])
def answer(request: DeskRequest, pk: int) -> HttpResponse:
    """The answer to one petition."""
    one = queries.petition_to("answer", request.actor, pk, at=request.at)
    options = queries.answer_options(one, today=request.today)

    def deed(sheet: AnswerSheet, evidence: Evidence | None) -> str:
        actions.answer_petition(pk, sheet=sheet, evidence=evidence, actor=request.actor, at=request.at)
        messages.success(request, f"Đã trả lời. {one.seat.name} sẽ đọc lại cho bà con và xác nhận.")
        return to("show", pk)

    return _answered(request, options, pages.answering(one, options), deed)


@require_http_methods(["GET", "POST"])
def answer_group(request: DeskRequest, pk: int) -> HttpResponse:
    """One answer for a whole group."""
    found = queries.group_to_answer(request.actor, pk, at=request.at)
    options = queries.answer_options(found.petitions[0], today=request.today)

    def deed(sheet: AnswerSheet, evidence: Evidence | None) -> str:
        done = actions.answer_group(pk, sheet=sheet, evidence=evidence, actor=request.actor, at=request.at)
        messages.success(request, f"Đã trả lời {len(done)} kiến nghị; mỗi nơi được báo riêng.")
        return to("show_group", pk)

    return _answered(request, options, pages.answering_group(found, options), deed)


@require_safe
def show_group(request: DeskRequest, pk: int) -> HttpResponse:
    """The same request of several villages."""
    found = queries.group_page(request.actor, pk, at=request.at)
    return render(request, FOLDER + "group.html", pages.group(found, request.today))


@require_safe
def evidence(request: DeskRequest, pk: int, answer: int) -> HttpResponse:
    """The photograph or file of an answer."""
    file, content = queries.evidence_of(request.actor, pk, answer)
    response = HttpResponse(content, content_type=file.media_type)
    is_seen = file.media_type.startswith("image/")
    response["Content-Disposition"] = f'{"inline" if is_seen else "attachment"}; filename="bang-chung-{answer}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _answered(
    request: DeskRequest,
    options: queries.AnswerOptions,
    context: pages.Context,
    deed: Callable[[AnswerSheet, Evidence | None], str],
) -> HttpResponse:
    form = AnswerForm(
        request.POST or None, request.FILES or None, decisions=options.decisions, bodies=pages.bodies(options.bodies)
    )

    def done() -> str:
        file = form.cleaned_data["file"]
        return deed(form.sheet(), Evidence(file.read(), file.name or "tep") if file else None)

    def again(sentence: str) -> HttpResponse:
        return render(request, FOLDER + "answer.html", {**context, "form": form, "sentence": sentence})

    return attempt(done, again=again, form=form) if request.method == "POST" else again("")
