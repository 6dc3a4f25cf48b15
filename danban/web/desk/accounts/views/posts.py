"""Posts outlive holders: pass one on, name a deputy, let a deputy go, see one's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from danban.accounts import actions, queries
from danban.accounts.actions import Newcomer
from danban.kit.refusals import NotFound
from danban.kit.vietnamese import day
from danban.overviews import queries as overviews
from danban.web.desk.accounts.first_passwords import first_password
from danban.web.desk.accounts.post_forms import (
    DeputyForm,
    HandOverForm,
    HandOverToNewForm,
    LastDayForm,
    NewDeputyForm,
)
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.middleware import office_not_required
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.accounts.models import Account, Appointment

_NEW = "moi"
_NEWCOMER = ("full_name", "email", "phone", "password")


@dataclass(frozen=True)
class Passing:
    """The words of a page on which somebody takes a post, for good or for a while; ``fields`` come after who it is."""

    title: str
    who: str
    when: str
    deed: str
    kept: str
    fields: tuple[str, ...]


_HAND_OVER = Passing("Bàn giao vị trí", "Người nhận", "Bàn giao", "Bàn giao vị trí", "ban-giao", ("last_day", "note"))
_DEPUTISE = Passing(
    "Cử người thay", "Người thay", "Thời gian thay", "Cử người thay", "nguoi-thay", ("starts_on", "ends_on")
)


@office_not_required
@require_safe
def posts(request: DeskRequest) -> HttpResponse:
    """Every post of mine, who stands in for me, and for whom I stand in."""
    mine = queries.own_posts(request.actor, request.user.pk, at=request.at)
    crumbs = [Link("Tài khoản của tôi", reverse("desk:accounts:account")), Link("Vị trí của tôi")]
    return render(request, "desk/accounts/posts.html", {"posts": mine, "crumbs": crumbs})


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def hand_over(request: DeskRequest, pk: int) -> HttpResponse:
    """Choose the successor, known or new, then the last day: the post and all that is open pass on."""
    post = queries.appointment_to_hand_over(request.actor, pk, at=request.at)
    if "nguoi" not in request.GET:
        return _choose(request, post, _HAND_OVER)
    taker = _taker(request, post)
    work = overviews.open_work(post.unit_id, post.body_id, today=request.today)
    shape: type[forms.Form] = HandOverForm if taker else HandOverToNewForm
    form = shape(request.POST if request.method == "POST" else None, initial=_initial(last_day=request.today))

    def deed() -> str:
        typed = form.cleaned_data
        handover = actions.hand_over(
            pk, account_id=taker.pk if taker else None, newcomer=_newcomer(typed), last_day=typed["last_day"],
            note=typed["note"], open_work=work, actor=request.actor, at=request.at,
        )  # fmt: skip
        name = handover.incoming.account.full_name
        messages.success(request, f"Đã bàn giao. {name} giữ vị trí này từ {day(handover.incoming.starts_on)}.")
        return reverse("desk:accounts:handover", args=[handover.pk])

    def again(sentence: str) -> HttpResponse:
        return _take(request, post, _HAND_OVER, {"form": form, "taker": taker, "sentence": sentence, "open_work": work})

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_safe
def handover(request: DeskRequest, pk: int) -> HttpResponse:
    """The record of a handover, made to be printed."""
    shown = queries.handover_page(request.actor, pk)
    crumbs = [*_crumbs(shown.outgoing_id, shown.outgoing_name), Link("Biên bản bàn giao")]
    return render(request, "desk/accounts/handover.html", {"shown": shown, "crumbs": crumbs})


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def name_deputy(request: DeskRequest, pk: int) -> HttpResponse:
    """Choose who stands in for a post, then from when to when."""
    post = queries.appointment_to_deputise(request.actor, pk, at=request.at)
    if "nguoi" not in request.GET:
        return _choose(request, post, _DEPUTISE)
    taker = _taker(request, post)
    shape: type[forms.Form] = DeputyForm if taker else NewDeputyForm
    form = shape(request.POST if request.method == "POST" else None, initial=_initial(starts_on=request.today))

    def deed() -> str:
        typed = form.cleaned_data
        deputy = actions.name_deputy(
            pk, account_id=taker.pk if taker else None, newcomer=_newcomer(typed), starts_on=typed["starts_on"],
            ends_on=typed["ends_on"], actor=request.actor, at=request.at,
        )  # fmt: skip
        term = f"từ {day(typed['starts_on'])} đến hết {day(typed['ends_on'])}"
        messages.success(request, f"{deputy.account.full_name} thay vị trí này {term}.")
        return _back(request, post)

    def again(sentence: str) -> HttpResponse:
        return _take(request, post, _DEPUTISE, {"form": form, "taker": taker, "sentence": sentence, "open_work": {}})

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def end_deputy(request: DeskRequest, pk: int) -> HttpResponse:
    """Let a deputy go before the time."""
    deputy = queries.deputy_to_end(request.actor, pk, at=request.at)
    form = LastDayForm(request.POST if request.method == "POST" else None, initial={"last_day": request.today})
    back = _back(request, deputy)

    def deed() -> str:
        actions.end_deputy(pk, last_day=form.cleaned_data["last_day"], actor=request.actor, at=request.at)
        messages.success(request, f"Đã ghi ngày {deputy.account.full_name} thôi thay.")
        return back

    def again(sentence: str) -> HttpResponse:
        term = f"{day(deputy.starts_on)} – {day(deputy.ends_on)}" if deputy.ends_on else ""
        about = f"{deputy.account.full_name} · {deputy.title} · {term}"
        asked = Asked("Thôi thay", about, "Ghi ngày thôi thay", back, leave="Thôi, không ghi")
        return ask(request, asked, _crumbs(deputy.account_id, deputy.account.full_name), form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


def _choose(request: DeskRequest, post: "Appointment", asked: Passing) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:120]
    page = {
        "asked": asked,
        "about": _about(post),
        "text": text,
        "found": queries.find_takers(request.actor, text, post, on=request.today),
        "may_enter": request.actor.may("appointment:appoint"),
        "crumbs": [*_crumbs(post.account_id, post.account.full_name), Link(asked.title)],
    }
    return render(request, "desk/accounts/choose_person.html", page)


def _take(request: DeskRequest, post: "Appointment", asked: Passing, page: Mapping[str, Any]) -> HttpResponse:
    crumbs = [*_crumbs(post.account_id, post.account.full_name), Link(asked.title)]
    given = {"asked": asked, "about": _about(post), "crumbs": crumbs, "back": _back(request, post)}
    return render(request, "desk/accounts/take_post.html", {**given, **page})


def _taker(request: DeskRequest, post: "Appointment") -> "Account | None":
    """Who was chosen: a person of my area, or None for somebody new."""
    chosen = request.GET.get("nguoi", "")
    if chosen == _NEW and request.actor.may("appointment:appoint"):
        return None
    if not chosen.isdecimal() or len(chosen) > 18:
        raise NotFound("Không tìm thấy người này trong phạm vi của bạn.")
    return queries.taker_for(request.actor, int(chosen), post, at=request.at)


def _newcomer(typed: Mapping[str, Any]) -> Newcomer | None:
    return Newcomer(*(typed[name] for name in _NEWCOMER)) if "full_name" in typed else None


def _initial(**days: Any) -> dict[str, Any]:
    return {"password": first_password(), **days}


def _about(post: "Appointment") -> str:
    return f"{post.account.full_name} · {post.title} · {post.unit.name}"


def _crumbs(account_id: int, name: str) -> list[Link]:
    people = Link("Người và vị trí", reverse("desk:accounts:people"))
    return [people, Link(name, reverse("desk:accounts:person", args=[account_id]))]


def _back(request: DeskRequest, post: "Appointment") -> str:
    """Back to one's own posts, or to the person whose post it is."""
    if request.actor.appointment_id in {post.pk, post.stands_in_for_id}:
        return reverse("desk:accounts:posts")
    return reverse("desk:accounts:person", args=[post.account_id])
