"""One's own account: name, offices, password, machines."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from danban.accounts import actions, queries
from danban.kit import clock
from danban.web.desk.accounts import gate
from danban.web.desk.accounts.devices import Machine
from danban.web.desk.accounts.forms import PasswordForm
from danban.web.ui import throttle
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.middleware import office_not_required
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest


@office_not_required
@require_safe
def account(request: DeskRequest) -> HttpResponse:
    """Who I am here, which offices I hold, how I come in and where I am signed in."""
    key = request.session.session_key or ""
    here = queries.open_sessions(request.user.pk, here=key, real_now=timezone.now())
    page = {
        "second": queries.second_factor_of(request.user.pk, on=request.today),
        "machines": [Machine.of(one, shift=clock.offset()) for one in here],
    }
    return render(request, "desk/accounts/account.html", page)


@office_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def change_password(request: DeskRequest) -> HttpResponse:
    """Replace my password; other places where I am signed in are signed out."""
    form = PasswordForm(request.POST if request.method == "POST" else None)

    def again(sentence: str) -> HttpResponse:
        back = reverse("desk:accounts:account")
        asked = Asked("Đổi mật khẩu", "", "Đổi mật khẩu", back, leave="Thôi, không đổi", is_kept=False)
        return ask(request, asked, [Link("Tài khoản của tôi", back)], form, sentence)

    def deed() -> str:
        tried = throttle.begin(f"change:{request.user.pk}", throttle.address_of(request))
        typed = form.cleaned_data
        changed = actions.change_password(
            request.user.pk, current=typed["current"], new=typed["new"], session_key=request.session.session_key or "",
            actor=request.actor, at=request.at,
        )  # fmt: skip
        tried.forgive()
        gate.keep_session(request, changed)
        messages.success(
            request, "Đã đổi mật khẩu. Những máy khác đang đăng nhập bằng tài khoản này đã được đăng xuất."
        )
        return reverse("desk:accounts:account")

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")
