"""One's own account: name, offices, password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from danban.accounts import actions
from danban.kit.actor import Actor
from danban.web.desk.accounts import throttle
from danban.web.desk.accounts.forms import PasswordForm
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.middleware import office_not_required
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest


@office_not_required
@require_safe
def account(request: DeskRequest) -> HttpResponse:
    """Who I am here and which offices I hold."""
    return render(request, "desk/accounts/account.html")


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
        actor = Actor(user_id=request.user.pk, appointment_id=request.actor.appointment_id, role=request.actor.role)
        changed = actions.change_password(
            request.user.pk, current=typed["current"], new=typed["new"], actor=actor, at=request.at
        )
        tried.forgive()
        update_session_auth_hash(request, changed)
        messages.success(
            request, "Đã đổi mật khẩu. Những máy khác đang đăng nhập bằng tài khoản này đã được đăng xuất."
        )
        return reverse("desk:accounts:account")

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")
