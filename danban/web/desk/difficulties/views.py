"""Difficulties: ask, see what lies with us, answer, pass up, close, ask again, roll up."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.difficulties import actions, queries
from danban.kit.vietnamese import long_day
from danban.web.desk.difficulties import pages
from danban.web.desk.difficulties.forms import AnswerForm, AskForm, ListForm, ReasonForm
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked
from danban.web.ui.asking import ask as ask_first
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_FOLDER = "desk/difficulties/"


def _address(pk: int) -> str:
    return reverse("desk:difficulties:show", args=[pk])


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """What lies with us, what we asked, what was asked in our area."""
    found = queries.list_difficulties(request.actor, ListForm(request.GET).wanted(), today=request.today)
    if found is None:
        return render(request, _FOLDER + "no_year.html")
    return render(request, _FOLDER + "index.html", pages.index(found, request.today))


@require_safe
def summary(request: DeskRequest) -> HttpResponse:
    """The roll-up by the units below and by what difficulties are about."""
    wanted = ListForm(request.GET).wanted()
    found = queries.summary(request.actor, today=request.today, place_id=wanted.place, campaign_id=wanted.campaign_id)
    if found is None:
        return render(request, _FOLDER + "no_year.html")
    return render(request, _FOLDER + "summary.html", pages.summary(found, campaign_id=wanted.campaign_id))


@require_http_methods(["GET", "POST"])
def ask(request: DeskRequest) -> HttpResponse:
    """A few fields, and it is with the direct superior."""
    found = queries.ask_page(request.actor, at=request.at)
    form = AskForm(request.POST or None, kinds=found.kinds, initial={"obligation_kind": request.GET.get("viec")})

    def deed() -> str:
        one = actions.ask_difficulty(found.ground.campaign.pk, **form.cleaned_data, actor=request.actor, at=request.at)
        messages.success(request, f"Đã gửi tới {one.holder.name}. Hạn trả lời: hết {long_day(one.answer_due_on)}.")
        return _address(one.pk)

    def again(sentence: str) -> HttpResponse:
        return render(request, _FOLDER + "ask.html", {**pages.ask(found), "form": form, "sentence": sentence})

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


def _page(request: DeskRequest, pk: int, form: AnswerForm | None = None, sentence: str = "") -> HttpResponse:
    found = queries.difficulty_page(request.actor, pk, at=request.at)
    context = {**pages.show(found, request.today), "form": form or AnswerForm(), "sentence": sentence}
    return render(request, _FOLDER + "show.html", context)


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """One difficulty as a thread, with the deed that is due."""
    return _page(request, pk)


@require_POST
def acknowledge(request: DeskRequest, pk: int) -> HttpResponse:
    """Seen; an answer follows."""

    def deed() -> str:
        one = actions.acknowledge_difficulty(pk, actor=request.actor, at=request.at)
        messages.success(request, f"Đã báo cho {one.placement.name} là đã tiếp nhận.")
        return _address(pk)

    return attempt(deed, again=lambda sentence: _page(request, pk, sentence=sentence))


@require_POST
def answer(request: DeskRequest, pk: int) -> HttpResponse:
    """The answer, written below the thread."""
    queries.difficulty_to("answer", request.actor, pk, at=request.at)
    form = AnswerForm(request.POST)

    def deed() -> str:
        one = actions.answer_difficulty(pk, text=form.cleaned_data["text"], actor=request.actor, at=request.at)
        messages.success(request, f"Đã gửi câu trả lời tới {one.placement.name}.")
        return _address(pk)

    return attempt(deed, again=lambda sentence: _page(request, pk, form, sentence), form=form)


@require_http_methods(["GET", "POST"])
def pass_up(request: DeskRequest, pk: int) -> HttpResponse:
    """To the superior of the unit it lies with."""
    one = queries.difficulty_to("pass_up", request.actor, pk, at=request.at)
    assert one.holder.parent is not None  # its rule has refused the top
    above = one.holder.parent.name
    form = ReasonForm(
        request.POST or None, label="Lý do chuyển lên", help_text=f"{above} và {one.placement.name} cùng đọc được."
    )

    def deed() -> str:
        moved = actions.pass_up_difficulty(pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
        due = f"Hạn trả lời: hết {long_day(moved.answer_due_on)}."
        messages.success(request, f"Đã chuyển lên {moved.holder.name}. {due}")
        return _address(pk)

    def again(sentence: str) -> HttpResponse:
        asked = Asked(f"Chuyển lên {above}", about=one.title, deed=f"Chuyển lên {above}", back=_address(pk))
        return ask_first(request, asked, [Link("Khó khăn", _address(pk))], form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_POST
def close(request: DeskRequest, pk: int) -> HttpResponse:
    """Over, says the unit that asked."""

    def deed() -> str:
        actions.close_difficulty(pk, actor=request.actor, at=request.at)
        messages.success(request, "Đã khép lại. Nếu lại vướng, mở ra và hỏi lại bất cứ lúc nào.")
        return _address(pk)

    return attempt(deed, again=lambda sentence: _page(request, pk, sentence=sentence))


@require_http_methods(["GET", "POST"])
def reopen(request: DeskRequest, pk: int) -> HttpResponse:
    """The answer does not help: asked again where it was answered."""
    one = queries.difficulty_to("reopen", request.actor, pk, at=request.at)
    form = ReasonForm(
        request.POST or None, label="Còn vướng điều gì?", help_text=f"Gửi lại tới {one.holder.name}, nơi đã trả lời."
    )

    def deed() -> str:
        moved = actions.reopen_difficulty(pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
        due = f"Hạn trả lời: hết {long_day(moved.answer_due_on)}."
        messages.success(request, f"Đã hỏi lại {moved.holder.name}. {due}")
        return _address(pk)

    def again(sentence: str) -> HttpResponse:
        asked = Asked("Hỏi lại", about=one.title, deed="Gửi câu hỏi lại", back=_address(pk))
        return ask_first(request, asked, [Link("Khó khăn", _address(pk))], form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")
