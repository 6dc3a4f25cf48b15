"""The second factor: asked for when coming in, set up, its recovery codes, removed, and reset for somebody else."""

import time
from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from danban.accounts import actions, queries
from danban.kit.actor import Actor
from danban.web.desk.accounts import authenticator, gate
from danban.web.desk.accounts.forms import CodeForm, LostForm, NewAppForm
from danban.web.desk.accounts.views.entry import way_on_of
from danban.web.ui import throttle
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.middleware import SECOND_FACTOR_KEY, office_not_required
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_RESET_MEANS = (
    "Hãy chắc chắn đúng là người này đề nghị. Người này bị đăng xuất khỏi mọi máy; nếu giữ vị trí cấp Thành phố thì "
    "phải thiết lập lại ở lần đăng nhập tới."
)
_SHOWN_FOR = 10 * 60
_SHOWN_KEY = "recovery_codes_made"


@login_not_required
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def second_factor(request: DeskRequest) -> HttpResponse:
    """The second step of coming in."""
    step = gate.waiting(request)
    if step is None:
        return redirect("desk:accounts:sign_in")
    account_id = step.login.user.pk
    form = CodeForm(request.POST if request.method == "POST" else None)

    def again(sentence: str) -> HttpResponse:
        return render(request, "desk/accounts/second_factor.html", {"form": form, "sentence": sentence})

    def deed() -> str:
        tried = throttle.begin(f"second:{account_id}", throttle.address_of(request))
        actor = Actor(user_id=account_id)
        kind = actions.prove_second_factor(account_id, code=form.cleaned_data["code"], actor=actor, at=request.at)
        tried.forgive()
        return gate.go_on(step, second=kind)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@office_not_required
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def set_up_second_factor(request: DeskRequest) -> HttpResponse:
    """Scan the key into an app and type what it shows. Offices of the city come here before anything else."""
    if queries.has_second_factor(request.user.pk):
        return redirect("desk:accounts:account")
    secret, way_on = authenticator.secret_of(request), way_on_of(request)
    form = NewAppForm(request.POST if request.method == "POST" else None)

    def again(sentence: str) -> HttpResponse:
        page = {"form": form, "sentence": sentence, "next": way_on, "key": authenticator.apart(secret)}
        page["address"] = authenticator.address(request.user, secret)
        page["drawing"] = authenticator.drawing(request.user, secret)
        page["state"] = queries.second_factor_of(request.user.pk, on=request.today)
        return render(request, "desk/accounts/set_up_second_factor.html", page)

    def deed() -> str:
        tried = throttle.begin(f"second:{request.user.pk}", throttle.address_of(request))
        actions.set_up_second_factor(
            request.user.pk, secret=secret, code=form.cleaned_data["code"],
            session_key=request.session.session_key or "", actor=request.actor, at=request.at,
        )  # fmt: skip
        tried.forgive()
        authenticator.forget_secret(request)
        request.session[SECOND_FACTOR_KEY] = True
        return _show_codes(request, way_on)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


def _show_codes(request: DeskRequest, way_on: str) -> str:
    """The recovery codes may be read for ten minutes after they were made, in this browser only."""
    request.session[_SHOWN_KEY] = {"at": time.time(), "next": way_on}
    return reverse("desk:accounts:recovery_codes")


@office_not_required
@never_cache
@require_safe
def recovery_codes(request: DeskRequest) -> HttpResponse:
    """The recovery codes just made, to be written down or printed."""
    made = request.session.get(_SHOWN_KEY)
    if not made or time.time() - made["at"] > _SHOWN_FOR:
        return redirect("desk:accounts:account")
    codes = [authenticator.apart(code) for code in queries.recovery_codes_of(request.user.pk)]
    return render(request, "desk/accounts/recovery_codes.html", {"codes": codes, "next": made["next"]})


@office_not_required
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def renew_recovery_codes(request: DeskRequest) -> HttpResponse:
    """Ten new recovery codes; the old ones are worth nothing then."""
    queries.account_to_renew_codes(request.actor, at=request.at)
    asked = Asked(
        "Tạo bộ mã dự phòng mới", "", "Tạo bộ mã mới", reverse("desk:accounts:account"),
        "Bộ mã cũ hết dùng được ngay sau đó.", leave="Thôi, giữ bộ cũ", is_kept=False,
    )  # fmt: skip

    def deed(code: str) -> str:
        actions.renew_recovery_codes(request.user.pk, code=code, actor=request.actor, at=request.at)
        return _show_codes(request, reverse("desk:accounts:account"))

    return _ask_for_code(request, asked, deed)


@office_not_required
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def remove_second_factor(request: DeskRequest) -> HttpResponse:
    """Do without a second factor again."""
    queries.account_to_relieve(request.actor, at=request.at)
    asked = Asked(
        "Gỡ xác thực hai lớp", "", "Gỡ xác thực hai lớp", reverse("desk:accounts:account"),
        "Từ lần sau, khi đăng nhập bạn không bị hỏi mã trong ứng dụng nữa.", leave="Thôi, giữ lại", is_kept=False,
    )  # fmt: skip

    def deed(code: str) -> str:
        actions.remove_second_factor(request.user.pk, code=code, actor=request.actor, at=request.at)
        request.session.pop(SECOND_FACTOR_KEY, None)
        messages.success(request, "Đã gỡ xác thực hai lớp.")
        return reverse("desk:accounts:account")

    return _ask_for_code(request, asked, deed)


def _ask_for_code(request: DeskRequest, asked: Asked, deed: Callable[[str], str]) -> HttpResponse:
    form = CodeForm(request.POST if request.method == "POST" else None)

    def again(sentence: str) -> HttpResponse:
        return ask(request, asked, [Link("Tài khoản của tôi", asked.back)], form, sentence)

    def proved_deed() -> str:
        tried = throttle.begin(f"second:{request.user.pk}", throttle.address_of(request))
        address = deed(form.cleaned_data["code"])
        tried.forgive()
        return address

    return attempt(proved_deed, again=again, form=form) if request.method == "POST" else again("")


@never_cache
@require_http_methods(["GET", "POST"])
def reset_second_factor(request: DeskRequest, pk: int) -> HttpResponse:
    """Take a lost second factor off somebody's account."""
    account = queries.account_to_reset(request.actor, pk, at=request.at)
    form = LostForm(request.POST if request.method == "POST" else None)
    back = reverse("desk:accounts:person", args=[pk])

    def again(sentence: str) -> HttpResponse:
        asked = Asked(
            "Gỡ xác thực hai lớp", account.full_name, "Gỡ xác thực hai lớp", back,
            _RESET_MEANS, leave="Thôi, không gỡ",
        )  # fmt: skip
        crumbs = [Link("Người và vị trí", reverse("desk:accounts:people")), Link(account.full_name, back)]
        return ask(request, asked, crumbs, form, sentence)

    def deed() -> str:
        actions.reset_second_factor(pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
        messages.success(request, f"Đã gỡ xác thực hai lớp của {account.full_name}.")
        return back

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")
