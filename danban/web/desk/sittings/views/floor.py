"""The floor: who asks to speak, what is said, answers on the spot."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from danban.sittings import actions, queries
from danban.web.desk.sittings import pages
from danban.web.desk.sittings.forms import AnswerForm, SpeakerForm
from danban.web.desk.sittings.views.answering import asked, pressed, screen
from danban.web.ui.answers import attempt_to_show
from danban.web.ui.requests import DeskRequest

_BOTH = ("GET", "POST")
_SPEAKERS, _OPINIONS = "phat-bieu", "y-kien"


@require_POST
def record_opinion(request: DeskRequest, pk: int) -> HttpResponse:
    """Written down; the address says which form was taken, so that the browser forgets its copy."""
    queries.conference_to("record", request.actor, pk, at=request.at)
    found = queries.running(request.actor, pk, at=request.at)
    form = pages.opinion_form(found, request.POST)

    def go() -> HttpResponse:
        uuid = form.cleaned_data["uuid"]
        actions.record_opinion(pk, uuid=uuid, sheet=form.sheet(found.names), actor=request.actor, at=request.at)
        return redirect(f"{pages.to('run', pk)}?da-ghi={uuid}#{_OPINIONS}")

    return attempt_to_show(go, again=lambda sentence: screen(request, pk, sentence, opinion=form), form=form)


@require_http_methods(_BOTH)
def edit_opinion(request: DeskRequest, pk: int, opinion: int) -> HttpResponse:
    """Put right."""
    queries.conference_to("record", request.actor, pk, at=request.at)
    found = queries.running(request.actor, pk, at=request.at)
    one = queries.opinion_for(request.actor, pk, opinion)
    first = {name: getattr(one, name) for name in ("text", "speaker", "entry_id", "village_id", "field")}
    form = pages.opinion_form(found, request.POST or None, initial=first)
    form.fields.pop("village_id", None)
    return asked(
        request, pk, ("Sửa ý kiến", "Lưu", ""), form,
        lambda: actions.edit_opinion(one.pk, sheet=form.sheet(found.names), actor=request.actor, at=request.at),
        "Đã sửa ý kiến.",
    )  # fmt: skip


@require_http_methods(_BOTH)
def answer_opinion(request: DeskRequest, pk: int, opinion: int) -> HttpResponse:
    """A leader present answers."""
    queries.conference_to("record", request.actor, pk, at=request.at)
    one = queries.opinion_for(request.actor, pk, opinion)
    first = {"text": one.answer, "answered_by": one.answered_by, "due_on": one.answer_due_on}
    form = AnswerForm(request.POST or None, initial=first)
    return asked(
        request, pk, ("Trả lời tại chỗ", "Ghi trả lời", f"Ý kiến: {one.text}"), form,
        lambda: actions.answer_opinion(one.pk, sheet=form.sheet(), actor=request.actor, at=request.at),
        "Đã ghi trả lời. Hãy hỏi người nêu đã đồng ý chưa.",
    )  # fmt: skip


@require_POST
def settle_opinion(request: DeskRequest, pk: int, opinion: int) -> HttpResponse:
    """The asker's view."""
    one = queries.opinion_for(request.actor, pk, opinion)
    is_enough = request.POST.get("du") == "1"
    return pressed(
        request, pk, part=_OPINIONS,
        deed=lambda: actions.settle_opinion(one.pk, is_enough=is_enough, actor=request.actor, at=request.at),
    )  # fmt: skip


@require_POST
def mark_petition(request: DeskRequest, pk: int, opinion: int) -> HttpResponse:
    """One tap."""
    one = queries.opinion_for(request.actor, pk, opinion)
    wanted = request.POST.get("kien_nghi") == "1"
    return pressed(
        request, pk, part=_OPINIONS,
        deed=lambda: actions.mark_petition(one.pk, is_petition=wanted, actor=request.actor, at=request.at),
    )  # fmt: skip


@require_POST
def ask_to_speak(request: DeskRequest, pk: int) -> HttpResponse:
    """Last in the queue."""
    queries.conference_to("queue", request.actor, pk, at=request.at)
    found = queries.running(request.actor, pk, at=request.at)
    form = SpeakerForm(request.POST)

    def go() -> HttpResponse:
        name, uuid = form.cleaned_data["speaker"], form.cleaned_data["uuid"]
        actions.ask_to_speak(
            pk, uuid=uuid, speaker=name, delegate_id=found.names.get(name), actor=request.actor, at=request.at
        )
        return redirect(f"{pages.to('run', pk)}#{_SPEAKERS}")

    return attempt_to_show(go, again=lambda sentence: screen(request, pk, sentence, speaker=form), form=form)


@require_POST
def begin_turn(request: DeskRequest, pk: int, turn: int) -> HttpResponse:
    """Called."""
    return pressed(request, pk, lambda: actions.begin_turn(turn, actor=request.actor, at=request.at), part=_SPEAKERS)


@require_POST
def end_turn(request: DeskRequest, pk: int, turn: int) -> HttpResponse:
    """Finished."""
    return pressed(request, pk, lambda: actions.end_turn(turn, actor=request.actor, at=request.at), part=_SPEAKERS)


@require_POST
def leave_queue(request: DeskRequest, pk: int, turn: int) -> HttpResponse:
    """Stepped back."""
    return pressed(request, pk, lambda: actions.leave_queue(turn, actor=request.actor, at=request.at), part=_SPEAKERS)
