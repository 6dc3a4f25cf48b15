"""Self-evaluations: written, sent, returned; one form over an area."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.evaluations import actions, queries
from danban.web.desk.evaluations import pages
from danban.web.desk.evaluations.forms import ReasonForm, WriteForm
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.requests import DeskRequest

_FOLDER = "desk/evaluations/"


def _to(name: str, *args: object) -> str:
    return reverse(f"desk:evaluations:{name}", args=args)


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """What the office has to write, and how its area stands."""
    found = queries.desk(request.actor, at=request.at)
    return render(request, _FOLDER + "index.html", pages.index(found))


@require_http_methods(["GET", "POST"])
def write(request: DeskRequest, code: str) -> HttpResponse:
    """Fill in a form as far as one gets; it is kept."""
    found = queries.form_to_write(request.actor, code, at=request.at)
    form = WriteForm(request.POST or None, form=found.form, initial=pages.filled(found.written))

    def deed() -> str:
        one = actions.save_evaluation(
            found.campaign.pk, found.place.pk, form=code, told=form.told(), actor=request.actor, at=request.at
        )
        messages.success(request, "Đã lưu. Xem lại rồi gửi.")
        return _to("show", one.pk)

    def again(sentence: str) -> HttpResponse:
        return render(request, _FOLDER + "write.html", {**pages.write(found), "form": form, "sentence": sentence})

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


def _page(request: DeskRequest, pk: int, sentence: str = "") -> HttpResponse:
    found = queries.evaluation_page(request.actor, pk, at=request.at)
    return render(request, _FOLDER + "show.html", {**pages.show(found), "sentence": sentence})


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """One form as it stands."""
    return _page(request, pk)


@require_POST
def submit(request: DeskRequest, pk: int) -> HttpResponse:
    """Send it."""
    queries.evaluation_for(request.actor, pk)

    def deed() -> str:
        actions.submit_evaluation(pk, actor=request.actor, at=request.at)
        messages.success(request, "Đã gửi bản tự đánh giá.")
        return _to("show", pk)

    return attempt(deed, again=lambda sentence: _page(request, pk, sentence))


@require_http_methods(["GET", "POST"])
def give_back(request: DeskRequest, pk: int) -> HttpResponse:
    """To be completed."""
    one = queries.evaluation_to("return", request.actor, pk, at=request.at)
    form = ReasonForm(request.POST or None)

    def deed() -> str:
        actions.return_evaluation(pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
        messages.success(request, f"Đã trả lại {one.placement.name}.")
        return _to("show", pk)

    def again(sentence: str) -> HttpResponse:
        asked = Asked("Trả lại để bổ sung", about=one.placement.name, deed="Trả lại", back=_to("show", pk))
        return ask(request, asked, pages.crumbs(), form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_safe
def form_list(request: DeskRequest, code: str) -> HttpResponse:
    """One form over the area: what was sent, who has not."""
    return render(request, _FOLDER + "form_list.html", pages.form_list(queries.form_list(request.actor, code)))
