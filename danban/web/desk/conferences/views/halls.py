"""Halls of an area."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.conferences import actions, queries
from danban.web.desk.conferences import pages
from danban.web.desk.conferences.forms import AddressForm, HallForm
from danban.web.desk.conferences.views.reading import FOLDER
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest


def _list(request: DeskRequest, sentence: str = "") -> HttpResponse:
    asked = AddressForm(request.GET).asked()
    found = queries.list_halls(request.actor, words=asked["q"] or "", number=asked["trang"] or 1)
    shown = {"found": found, "tabs": pages.tabs("halls", may_propose=False), "sentence": sentence}
    return render(request, FOLDER + "halls.html", shown)


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """The halls of the office's area."""
    return _list(request)


@require_http_methods(["GET", "POST"])
def add(request: DeskRequest) -> HttpResponse:
    """A new one."""
    form = HallForm(request.POST or None, units=queries.units_with_halls(request.actor))

    def deed() -> str:
        hall = actions.add_hall(**form.cleaned_data, actor=request.actor, at=request.at)
        messages.success(request, f"Đã thêm {hall.name}.")
        return pages.to("halls")

    return _ask(request, form, "Thêm hội trường", deed)


@require_http_methods(["GET", "POST"])
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    """What is written about one."""
    hall = queries.hall_for(request.actor, pk)
    known = {"name": hall.name, "address": hall.address, "seats": hall.seats}
    form = HallForm(request.POST or None, units=None, initial=known)

    def deed() -> str:
        actions.edit_hall(pk, **form.cleaned_data, actor=request.actor, at=request.at)
        messages.success(request, "Đã lưu.")
        return pages.to("halls")

    return _ask(request, form, "Sửa hội trường", deed, about=hall.name)


def _ask(request: DeskRequest, form: HallForm, title: str, deed: Callable[[], str], *, about: str = "") -> HttpResponse:
    def again(sentence: str) -> HttpResponse:
        asked = Asked(title, about=about, deed="Lưu", back=pages.to("halls"))
        return ask(request, asked, [Link("Hội trường", pages.to("halls"))], form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_POST
def close(request: DeskRequest, pk: int) -> HttpResponse:
    """Out of use."""

    def deed() -> str:
        hall = actions.close_hall(pk, actor=request.actor, at=request.at)
        messages.success(request, f"{hall.name} không còn dùng để họp.")
        return pages.to("halls")

    return attempt(deed, again=lambda sentence: _list(request, sentence))
