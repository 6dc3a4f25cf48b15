"""The front page: come in by a password or choose another way; go out; act for one office or another."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from danban.accounts import queries, rules
from danban.kit.refusals import BadInput, NotFound
from danban.web.desk.accounts import codes, gate
from danban.web.desk.accounts.forms import NameForm, SignInForm
from danban.web.desk.accounts.loopback import demo_is_open
from danban.web.ui import throttle
from danban.web.ui.answers import attempt
from danban.web.ui.middleware import OFFICE_KEY, office_not_required
from danban.web.ui.navigation import address_of
from danban.web.ui.requests import DeskRequest

_WRONG = "E-mail, số điện thoại hoặc mật khẩu chưa đúng."


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: DeskRequest) -> HttpResponse:
    """Choose a way in; whoever chose the password types it on the same page."""
    way_on = way_on_of(request)
    if request.method == "GET":
        return redirect(way_on) if request.user.is_authenticated else front_page(request, NameForm(), way_on)
    if "password" not in request.POST:
        return front_page(request, SignInForm(initial={"identifier": request.POST.get("identifier", "")}), way_on)
    form = SignInForm(request.POST)

    def again(sentence: str) -> HttpResponse:
        return front_page(request, form, way_on, sentence)

    def deed() -> str:
        typed = form.cleaned_data
        tried = throttle.begin(rules.normal_identifier(typed["identifier"]), throttle.address_of(request))
        account = authenticate(request, identifier=typed["identifier"], password=typed["password"])
        if account is None:
            raise BadInput(_wrong(tried.left))
        tried.forgive()
        return gate.let_in(request, account, means="password", way_on=way_on)

    return attempt(deed, again=again, form=form)


def front_page(request: DeskRequest, form: NameForm, way_on: str, sentence: str = "") -> HttpResponse:
    """The page with every way in; a ``SignInForm`` asks for the password as well."""
    page = {
        "form": form,
        "sentence": sentence,
        "next": way_on,
        "people": queries.first_office_of_each_role(on=request.today) if demo_is_open(request) else [],
        "asks_password": isinstance(form, SignInForm),
        "can_send": codes.can_send(request),
        "authority": settings.OIDC.name if settings.OIDC.is_on else "",
        "card_href": address_of("desk:accounts:card"),
    }
    return render(request, "desk/accounts/sign_in.html", page)


def way_on_of(request: DeskRequest) -> str:
    """Where to go after sign-in, as the page asked for."""
    return gate.own_address(request.POST.get("next") or request.GET.get("next") or "")


def _wrong(left: int) -> str:
    if left == 0:
        return f"{_WRONG} Bạn đã sai nhiều lần; hãy đợi 15 phút rồi thử lại."
    return f"{_WRONG} Còn {left} lần thử." if left <= 2 else f"{_WRONG} Hãy kiểm tra rồi nhập lại."


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
