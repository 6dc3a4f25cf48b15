"""Outlines: find one that fits, read it, begin one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from danban.library import actions, queries
from danban.web.desk.library import pages
from danban.web.desk.library.addresses import crumbs, to
from danban.web.desk.library.forms.outlines import OutlineForm, OutlineListForm
from danban.web.ui.answers import attempt
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_FOLDER = "desk/library/"


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """What fits the own unit first, everything one tab away."""
    wanted = OutlineListForm(request.GET).outlines()
    found = queries.outlines_page(request.actor, wanted, at=request.at, on=request.today)
    return render(request, _FOLDER + "outlines.html", pages.outlines(found))


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """One outline, to be read; an older version by its number."""
    asked = OutlineListForm(request.GET).asked().get("ban")
    return page_of(request, pk, number=asked)


def page_of(request: DeskRequest, pk: int, *, number: int | None, sentence: str = "") -> HttpResponse:
    """The page of an outline, with what was refused on it."""
    found = queries.outline_page(request.actor, pk, number=number, at=request.at, on=request.today)
    context = {**pages.outline(found, request.today), "sentence": sentence}
    return render(request, _FOLDER + "outline.html", context)


@require_http_methods(["GET", "POST"])
def begin(request: DeskRequest) -> HttpResponse:
    """A new one, with its first words."""
    queries.check_may_begin(request.actor, at=request.at)
    form = OutlineForm(request.POST or None, levels=queries.levels_for(request.actor, request.today))

    def deed() -> str:
        version = actions.begin_outline(form.heading(), words=form.words(), actor=request.actor, at=request.at)
        messages.success(request, "Đã lưu bản đang soạn. Đọc lại rồi đưa ra dùng.")
        return to("outline", version.outline_id)

    def again(sentence: str) -> HttpResponse:
        way = {"crumbs": crumbs("index", Link("Soạn đề cương")), "back": to("index")}
        context = {"form": form, "sentence": sentence, "title": "Soạn đề cương", "deed": "Lưu bản đang soạn"}
        return render(request, _FOLDER + "version_form.html", context | way)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")
