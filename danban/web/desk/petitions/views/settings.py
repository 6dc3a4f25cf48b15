"""The city's own settings: days, closed days, who answers what."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from danban.petitions import actions, queries
from danban.web.desk.petitions import pages
from danban.web.desk.petitions.addresses import to
from danban.web.desk.petitions.forms import ClosedDayForm, RouteForm, TermsForm
from danban.web.ui.answers import attempt
from danban.web.ui.requests import DeskRequest


def _page(request: DeskRequest, found: queries.SettingsPage, sentence: str = "", **forms_: forms.Form) -> HttpResponse:
    context = {**pages.settings(found), "sentence": sentence, **_blank(found, request), **forms_}
    return render(request, "desk/petitions/settings.html", context)


def _blank(found: queries.SettingsPage, request: DeskRequest) -> dict[str, forms.Form]:
    now = found.terms[0] if found.terms else found.default
    first = {
        "starts_on": request.today, "acknowledge_days": now.acknowledge_days, "answer_days": now.answer_days,
        "is_working": now.is_working, "basis": now.basis,
    }  # fmt: skip
    return {
        "terms_form": TermsForm(initial=first),
        "day_form": ClosedDayForm(),
        "route_form": RouteForm(levels=found.levels, kinds=found.kinds),
    }


def _done(
    request: DeskRequest, found: queries.SettingsPage, name: str, form: forms.Form, deed: Callable[[], str]
) -> HttpResponse:
    def go() -> str:
        messages.success(request, deed())
        return to("settings")

    return attempt(go, again=lambda sentence: _page(request, found, sentence, **{name: form}), form=form)


@require_safe
def settings(request: DeskRequest) -> HttpResponse:
    """Everything petitions are counted and routed by."""
    return _page(request, queries.settings_page(request.actor, at=request.at))


@require_POST
def set_terms(request: DeskRequest) -> HttpResponse:
    """New days from a day on."""
    found, form = queries.settings_page(request.actor, at=request.at), TermsForm(request.POST)

    def deed() -> str:
        starts_on = form.cleaned_data["starts_on"]
        actions.set_terms(
            found.ground.campaign.pk, terms=form.terms(), starts_on=starts_on, actor=request.actor, at=request.at
        )
        return "Đã đặt thời hạn mới."

    return _done(request, found, "terms_form", form, deed)


@require_POST
def set_closed_day(request: DeskRequest) -> HttpResponse:
    """A day the offices are closed; due days follow."""
    found, form = queries.settings_page(request.actor, at=request.at), ClosedDayForm(request.POST)

    def deed() -> str:
        moved = actions.set_closed_day(**form.cleaned_data, actor=request.actor, at=request.at)
        return f"Đã ghi. {moved} thời hạn được tính lại."

    return _done(request, found, "day_form", form, deed)


@require_POST
def drop_closed_day(request: DeskRequest) -> HttpResponse:
    """It was none."""
    found, form = (
        queries.settings_page(request.actor, at=request.at),
        ClosedDayForm({**request.POST.dict(), "name": "-"}),
    )

    def deed() -> str:
        moved = actions.drop_closed_day(form.cleaned_data["day"], actor=request.actor, at=request.at)
        return f"Đã bỏ. {moved} thời hạn được tính lại."

    return _done(request, found, "day_form", form, deed)


@require_POST
def set_route(request: DeskRequest) -> HttpResponse:
    """A line of the routing table."""
    found = queries.settings_page(request.actor, at=request.at)
    form = RouteForm(request.POST, levels=found.levels, kinds=found.kinds)

    def deed() -> str:
        actions.set_route(found.scheme.pk, **form.cleaned_data, actor=request.actor, at=request.at)
        return "Đã sửa bảng thẩm quyền; đề xuất từ nay theo dòng này."

    return _done(request, found, "route_form", form, deed)


@require_POST
def drop_route(request: DeskRequest, pk: int) -> HttpResponse:
    """Back to the table that comes with the system."""
    found = queries.settings_page(request.actor, at=request.at)
    form = forms.Form(request.POST)

    def deed() -> str:
        actions.drop_route(pk, actor=request.actor, at=request.at)
        return "Đã bỏ dòng này."

    return _done(request, found, "drop_form", form, deed)
