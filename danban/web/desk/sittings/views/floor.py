"""What is said: opinions, answers, the speakers' queue; targets as they stand."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from danban.conferences.queries import conference_for
from danban.sittings import actions, queries
from danban.web.desk.sittings.forms import AnswerForm, OpinionForm, SpeakerForm, TargetForm
from danban.web.desk.sittings.pages import asked, to
from danban.web.desk.sittings.views.running import do, show_run
from danban.web.ui.answers import attempt
from danban.web.ui.requests import DeskRequest

_BOTH = ("GET", "POST")
_TURNS = {"moi": actions.begin_turn, "xong": actions.end_turn, "rut": actions.leave_queue}


def _entries(pk: int) -> list[tuple[int, str]]:
    return [(entry.pk, entry.title) for entry in queries.record_of(pk).entries]


@require_POST
def record(request: DeskRequest, pk: int) -> HttpResponse:
    """An opinion is written down."""
    conference_for(request.actor, pk)
    form = OpinionForm(request.POST, entries=_entries(pk))

    def go() -> str:
        actions.record_opinion(
            pk, uuid=form.cleaned_data["uuid"], sheet=form.sheet(), actor=request.actor, at=request.at
        )  # fmt: skip
        return to("run", pk) + "#y-kien"

    return attempt(go, again=lambda sentence: show_run(request, pk, sentence, opinion=form), form=form)


@require_http_methods(_BOTH)
def edit(request: DeskRequest, opinion: int) -> HttpResponse:
    """What was written down is put right."""
    one = queries.opinion_for(request.actor, opinion)
    initial = {"text": one.text, "speaker": one.speaker, "entry_id": one.entry_id, "field": one.field}
    form = OpinionForm(request.POST or None, entries=_entries(one.conference_id), initial=initial)
    words = ("Sửa ý kiến", "", "Đã sửa ý kiến.")
    return asked(
        request, one.conference, words, form,
        lambda: actions.edit_opinion(opinion, sheet=form.sheet(), actor=request.actor, at=request.at), part="y-kien",
    )  # fmt: skip


@require_http_methods(_BOTH)
def answer(request: DeskRequest, opinion: int) -> HttpResponse:
    """A leader present answers."""
    one = queries.opinion_for(request.actor, opinion)
    initial = {"answer": one.answer, "answered_by": one.answered_by, "due_on": one.answer_due_on}
    form = AnswerForm(request.POST or None, initial=initial)
    words = ("Trả lời tại chỗ", f"Ý kiến: {one.text}", "Đã ghi câu trả lời. Hãy hỏi lại người nêu.")
    return asked(
        request, one.conference, words, form,
        lambda: actions.answer_opinion(opinion, sheet=form.sheet(), actor=request.actor, at=request.at), part="y-kien",
    )  # fmt: skip


@require_POST
def settle(request: DeskRequest, opinion: int, enough: str) -> HttpResponse:
    """The asker's view of the answer."""
    one = queries.opinion_for(request.actor, opinion)
    return do(
        request, one.conference_id,
        lambda: actions.settle_opinion(opinion, is_enough=enough == "du", actor=request.actor, at=request.at),
        part="y-kien",
    )  # fmt: skip


@require_POST
def petition(request: DeskRequest, opinion: int) -> HttpResponse:
    """One tap: a petition, or not."""
    one = queries.opinion_for(request.actor, opinion)
    return do(
        request, one.conference_id,
        lambda: actions.mark_petition(
            opinion, is_petition=not one.is_petition, actor=request.actor, at=request.at
        ),
        part="y-kien",
    )  # fmt: skip


@require_POST
def ask_to_speak(request: DeskRequest, pk: int) -> HttpResponse:
    """Somebody asks for the floor."""
    form = SpeakerForm(request.POST)

    def go() -> str:
        actions.ask_to_speak(
            pk, uuid=form.cleaned_data["uuid"], speaker=form.cleaned_data["speaker"], actor=request.actor, at=request.at
        )  # fmt: skip
        return to("run", pk) + "#phat-bieu"

    return attempt(go, again=lambda sentence: show_run(request, pk, sentence), form=form)


@require_POST
def turn(request: DeskRequest, pk: int, turn: int, step: str) -> HttpResponse:
    """Called to the floor, finished, stepped back."""
    conference_for(request.actor, pk)
    return do(request, pk, lambda: _TURNS[step](turn, actor=request.actor, at=request.at), part="phat-bieu")


@require_http_methods(_BOTH)
def put_target(request: DeskRequest, pk: int) -> HttpResponse:
    """A new target."""
    one = conference_for(request.actor, pk)
    form = TargetForm(request.POST or None)
    words = (
        "Thêm chỉ tiêu",
        "Chỉ tiêu được hội nghị thông qua sẽ thành cam kết trong nghị quyết.",
        "Đã thêm chỉ tiêu.",
    )
    return asked(
        request, one, words, form,
        lambda: actions.put_target(pk, sheet=form.sheet(), actor=request.actor, at=request.at), part="chi-tieu",
    )  # fmt: skip


@require_http_methods(_BOTH)
def change_target(request: DeskRequest, target: int) -> HttpResponse:
    """A target changed from the floor."""
    one = queries.target_for(request.actor, target)
    names = ("indicator", "value", "unit_label", "denominator", "base", "owner", "measure")
    form = TargetForm(request.POST or None, initial={name: getattr(one, name) for name in names})
    words = ("Sửa chỉ tiêu", "Mức đưa ra lúc đầu vẫn được giữ để đối chiếu.", "Đã sửa chỉ tiêu.")
    return asked(
        request, one.conference, words, form,
        lambda: actions.change_target(target, sheet=form.sheet(), actor=request.actor, at=request.at), part="chi-tieu",
    )  # fmt: skip


@require_POST
def drop_target(request: DeskRequest, target: int) -> HttpResponse:
    """A target is taken off."""
    one = queries.target_for(request.actor, target)
    return do(
        request, one.conference_id, lambda: actions.drop_target(target, actor=request.actor, at=request.at),
        "Đã bỏ chỉ tiêu.", "chi-tieu",
    )  # fmt: skip
