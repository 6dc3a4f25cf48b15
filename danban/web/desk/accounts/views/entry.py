"""Come in, go out, and act for one office or another."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from danban.accounts import actions, queries, rules
from danban.installation.queries import is_demo
from danban.kit.refusals import BadInput, NotFound
from danban.web.desk.accounts import throttle
from danban.web.desk.accounts.forms import SignInForm
from danban.web.desk.accounts.loopback import is_loopback
from danban.web.ui.answers import attempt
from danban.web.ui.middleware import OFFICE_KEY, office_not_required
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_BACKEND = "danban.web.desk.accounts.backend.EmailOrPhone"
_WRONG = "E-mail, số điện thoại hoặc mật khẩu chưa đúng."


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: DeskRequest) -> HttpResponse:
    """Come in by e-mail or phone and password; in a demonstration also by one click."""
    way_on = own_address(request.POST.get("next") or request.GET.get("next") or "")
    form = SignInForm(request.POST if request.method == "POST" else None)

    def again(sentence: str) -> HttpResponse:
        people = queries.first_office_of_each_role(on=request.today) if demo_is_open(request) else []
        page = {"form": form, "sentence": sentence, "next": way_on, "people": people}
        return render(request, "desk/accounts/sign_in.html", page)

    def deed() -> str:
        typed = form.cleaned_data
        tried = throttle.begin(rules.normal_identifier(typed["identifier"]), throttle.address_of(request))
        account = authenticate(request, identifier=typed["identifier"], password=typed["password"])
        if account is None:
            raise BadInput(_wrong(tried.left))
        tried.forgive()
        actor = queries.actor_of(account.pk, on=request.today)
        actions.sign_in_account(account.pk, means="password", actor=actor, at=request.at)
        login(request, account, backend=_BACKEND)
        return way_on

    if request.method == "POST":
        return attempt(deed, again=again, form=form)
    return redirect(way_on) if request.user.is_authenticated else again("")


def _wrong(left: int) -> str:
    if left == 0:
        return f"{_WRONG} Bạn đã sai nhiều lần; hãy đợi 15 phút rồi thử lại."
    return f"{_WRONG} Còn {left} lần thử." if left <= 2 else f"{_WRONG} Hãy kiểm tra rồi nhập lại."


def own_address(text: str) -> str:
    """Where to go after sign-in: an address of ours, else the first page."""
    ours = text.startswith("/") and url_has_allowed_host_and_scheme(text, allowed_hosts=None)
    return text if ours and not text.startswith(settings.LOGIN_URL) else settings.LOGIN_REDIRECT_URL


@office_not_required
@require_POST
def sign_out(request: DeskRequest) -> HttpResponse:
    """Leave; the session is gone."""
    logout(request)
    messages.success(request, "Bạn đã đăng xuất.")
    return redirect("desk:accounts:sign_in")


@office_not_required
@require_POST
def switch_office(request: DeskRequest) -> HttpResponse:
    """Act for another office held today."""
    chosen = next((held for held in request.offices if str(held.pk) == request.POST.get("office")), None)
    if chosen is None:
        raise NotFound("Hôm nay bạn không giữ vị trí này. Hãy tải lại trang và chọn trong các vị trí đang giữ.")
    request.session[OFFICE_KEY] = chosen.pk
    messages.success(request, f"Bạn đang làm việc ở vị trí: {chosen.title}.")
    return redirect(settings.LOGIN_REDIRECT_URL)


def demo_is_open(request: HttpRequest) -> bool:
    """Whether one-click sign-in is offered: the setting, the mark in the database, and this very machine."""
    return bool(settings.DEMO) and is_loopback(request) and is_demo()


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def enter_demo(request: DeskRequest) -> HttpResponse:
    """Demonstrations only: find any simulated person (GET) and come in as them (POST)."""
    if not demo_is_open(request):
        raise NotFound
    if request.method == "POST":
        return _enter_as(request)
    text = request.GET.get("q", "")[:120]
    found = queries.find_offices(text, on=request.today) if text.strip() else []
    crumbs = [Link("Đăng nhập", settings.LOGIN_URL), Link("Chọn người mẫu")]
    page = {"text": text, "found": found, "crumbs": crumbs, "next": own_address(request.GET.get("next", ""))}
    return render(request, "desk/accounts/enter_demo.html", page)


def _enter_as(request: DeskRequest) -> HttpResponse:
    chosen = request.POST.get("office", "")
    office = queries.open_office(int(chosen), on=request.today) if chosen.isdecimal() else None
    if office is None:
        raise NotFound("Vị trí này hôm nay không có ai giữ. Hãy chọn người khác.")
    actor = queries.actor_for(office)
    actions.sign_in_account(office.account_id, means="demo", actor=actor, at=request.at)
    login(request, office.account, backend=_BACKEND)
    request.session[OFFICE_KEY] = office.pk
    return redirect(own_address(request.POST.get("next", "")))
