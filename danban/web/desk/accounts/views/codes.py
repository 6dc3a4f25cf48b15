"""Come in by a one-time code, and set a new password by one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from danban.accounts import actions, queries
from danban.kit.actor import Actor
from danban.kit.refusals import NotNow
from danban.web.desk.accounts import codes, gate
from danban.web.desk.accounts.forms import CodeForm, NameForm, NewPasswordForm
from danban.web.desk.accounts.views.entry import front_page, way_on_of
from danban.web.ui.answers import attempt
from danban.web.ui.requests import DeskRequest

_LOST = "Chưa có mã nào được xin trên máy này, hoặc mã đã quá 10 phút. Hãy xin mã mới."


@login_not_required
@never_cache
@require_POST
def send_code(request: DeskRequest) -> HttpResponse:
    """Send a code to sign in with."""
    form, way_on = NameForm(request.POST), way_on_of(request)

    def again(sentence: str) -> HttpResponse:
        return front_page(request, form, way_on, sentence)

    def deed() -> str:
        codes.send(request, form.cleaned_data["identifier"], purpose="sign_in", way_on=way_on)
        return reverse("desk:accounts:enter_by_code")

    return attempt(deed, again=again, form=form)


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def forgotten(request: DeskRequest) -> HttpResponse:
    """Who forgot the password gets a code to set a new one."""
    form = NameForm(request.POST if request.method == "POST" else None)

    def again(sentence: str) -> HttpResponse:
        page = {"form": form, "sentence": sentence, "can_send": codes.can_send(request)}
        return render(request, "desk/accounts/forgotten.html", page)

    def deed() -> str:
        codes.send(request, form.cleaned_data["identifier"], purpose="new_password", way_on="")
        return reverse("desk:accounts:enter_by_code")

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@login_not_required
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def enter_by_code(request: DeskRequest) -> HttpResponse:
    """Type the code that was sent: it opens the door, or the page of a new password."""
    sent = codes.waiting(request)
    if sent is None:
        messages.warning(request, _LOST)
        return redirect("desk:accounts:sign_in")
    form = CodeForm(request.POST if request.method == "POST" else None)

    def again(sentence: str) -> HttpResponse:
        page = {"form": form, "sentence": sentence, "sent": sent, "is_for_password": sent.purpose == "new_password"}
        return render(request, "desk/accounts/enter_by_code.html", page)

    def deed() -> str:
        account_id = codes.take(request, form.cleaned_data["code"])
        if sent.purpose == "new_password":
            codes.remember_proved(request, account_id)
            return reverse("desk:accounts:new_password")
        return _let_in(request, account_id, sent.way_on)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def new_password(request: DeskRequest) -> HttpResponse:
    """Set a new password after a code was right; then come in."""
    account_id = codes.proved(request)
    if account_id is None:
        messages.warning(request, _LOST)
        return redirect("desk:accounts:forgotten")
    form = NewPasswordForm(request.POST if request.method == "POST" else None)

    def again(sentence: str) -> HttpResponse:
        return render(request, "desk/accounts/new_password.html", {"form": form, "sentence": sentence})

    def deed() -> str:
        actor = Actor(user_id=account_id)
        actions.reset_password(account_id, new=form.cleaned_data["new"], actor=actor, at=request.at)
        codes.forget_proved(request)
        messages.success(request, "Đã đặt mật khẩu mới. Những máy khác của bạn đã được đăng xuất.")
        return _let_in(request, account_id, gate.own_address(""))

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


def _let_in(request: DeskRequest, account_id: int, way_on: str) -> str:
    account = queries.active_account(account_id)
    if account is None:
        raise NotNow(_LOST)
    return gate.let_in(request, account, means="code", way_on=way_on)
