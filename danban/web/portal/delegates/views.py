"""An invitation by its link: who, when, where; accept, be busy, send somebody else; a calendar file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_POST, require_safe
from icalendar import Calendar, Event

from danban.conferences.texts import when
from danban.delegates import actions, queries, rules
from danban.kit.refusals import NotFound, is_allowed
from danban.web.ui import throttle
from danban.web.ui.answers import attempt
from danban.web.ui.fields import text_field
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.delegates.models import Delegate

AnyView = Callable[..., HttpResponse]
_GONE = "Giấy mời này không còn dùng được: có thể đã được in lại hoặc đã cử người thay. Hãy hỏi ban tổ chức hội nghị."
_LENGTH = timedelta(hours=2, minutes=30)


class OtherForm(forms.Form):
    """Who comes instead."""

    full_name = text_field("Họ và tên người thay", most=120, autocomplete="name")
    phone = text_field("Điện thoại (nếu có)", most=40, required=False, inputmode="tel", autocomplete="tel")


def by_link(view: AnyView) -> AnyView:
    """Anybody with the link, so often an address; never listed, the link never told to another site."""

    @login_not_required
    @wraps(view)
    def counted(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        throttle.count(throttle.address_of(request), throttle.CHECKING)
        answer = view(request, *args, **kwargs)
        answer["X-Robots-Tag"], answer["Referrer-Policy"] = "noindex, nofollow", "same-origin"
        answer["Cache-Control"] = "no-store"
        return answer

    return counted


def _delegate(token: str) -> Delegate:
    found = queries.delegate_by_token(token)
    if found is None:
        raise NotFound(_GONE)
    return found


def _page(request: DeskRequest, token: str, sentence: str = "", form: OtherForm | None = None) -> HttpResponse:
    found = _delegate(token)
    one = found.conference
    shown = {
        "person": found, "one": one, "when": when(one), "token": token, "form": form or OtherForm(),
        "agenda": list(one.agenda.order_by("position", "pk").values_list("title", flat=True)),
        "may_accept": is_allowed(lambda: rules.check_can_accept(found, at=request.at)),
        "may_decline": is_allowed(lambda: rules.check_can_decline(found, at=request.at)),
        "has_come": found.attendances.filter(taken_back_at__isnull=True).exists(),
        "ballot_href": _ballot(token), "sentence": sentence,
    }  # fmt: skip
    return render(request, "portal/delegates/invitation.html", shown)


def _ballot(token: str) -> str:
    try:
        return reverse("meeting:ballot:show", args=(token,))
    except NoReverseMatch:
        return ""


def _reply(request: DeskRequest, token: str, deed: Callable[[], object], form: OtherForm | None = None) -> HttpResponse:
    def go() -> str:
        deed()
        return reverse("portal:delegates:show", args=(token,))

    return attempt(go, again=lambda sentence: _page(request, token, sentence, form), form=form)


@by_link
@require_safe
def show(request: DeskRequest, token: str) -> HttpResponse:
    """The invitation."""
    return _page(request, token)


@by_link
@require_POST
def accept(request: DeskRequest, token: str) -> HttpResponse:
    """I come."""
    return _reply(request, token, lambda: actions.accept_invitation(token, at=request.at))


@by_link
@require_POST
def decline(request: DeskRequest, token: str) -> HttpResponse:
    """I am busy."""
    return _reply(request, token, lambda: actions.decline_invitation(token, at=request.at))


@by_link
@require_POST
def replace(request: DeskRequest, token: str) -> HttpResponse:
    """Somebody else comes."""
    form = OtherForm(request.POST)
    return _reply(
        request, token,
        lambda: actions.replace_invitation(token, **form.cleaned_data, at=request.at), form,
    )  # fmt: skip


@by_link
@require_safe
def calendar(request: DeskRequest, token: str) -> HttpResponse:
    """The day for the phone's calendar."""
    one = _delegate(token).conference
    if one.starts_at is None:
        raise NotFound("Hội nghị đang chờ lịch mới nên chưa có gì để thêm vào lịch.")
    event = Event()
    event.add("uid", f"hoi-nghi-{one.pk}@danban")
    event.add("dtstamp", request.at)
    event.add("dtstart", one.starts_at)
    event.add("dtend", one.starts_at + _LENGTH)
    event.add("summary", f"Hội nghị đại biểu Nhân dân {one.placement.name}")
    event.add("location", ", ".join(filter(None, [one.hall.name, one.hall.address] if one.hall else [])))
    sheet = Calendar()
    sheet.add("prodid", "-//Dân Bàn//Giấy mời//VI")
    sheet.add("version", "2.0")
    sheet.add_component(event)
    answer = HttpResponse(sheet.to_ical(), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="hoi-nghi.ics"'
    return answer
