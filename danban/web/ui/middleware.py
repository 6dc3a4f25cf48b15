"""Before a page: who is asking, for which office, and when. After a refusal: an answer with a sentence."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django_htmx.http import HttpResponseClientRedirect

from danban.accounts import queries as accounts
from danban.accounts.rules import is_second_factor_required
from danban.installation import queries as installation
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, NotNow, NotYours, Refused
from danban.web.ui.answers import refusal_page
from danban.web.ui.errors import not_allowed
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.accounts.models import Appointment

OFFICE_KEY = "office"
SECOND_FACTOR_KEY = "second_factor"
CARD_KEY = "card"
CLOSED_TO_CARDS = frozenset(
    f"desk:accounts:{verb}"
    for verb in (
        "change_password", "set_up_second_factor", "remove_second_factor", "recovery_codes", "renew_recovery_codes",
        "end_session", "end_other_sessions",
    )
)  # fmt: skip
"""Ways in are not changed by who came in by a card: a card is printed by somebody else."""
_SET_UP = "desk:accounts:set_up_second_factor"
_BIGGEST = 2**63 - 1
AnyView = TypeVar("AnyView", bound=Callable[..., HttpResponse])
_clock_is_set = False
_LOST_SIGN_IN = (
    "Phiên làm việc đã hết nên điều vừa gửi chưa được ghi. Hãy đăng nhập lại; trang bạn đang mở sẽ hiện ra để gửi lại."
)
_BY_CARD = "Bạn đang vào bằng thẻ nên không đổi được cách đăng nhập. Hãy đăng nhập bằng mật khẩu hoặc mã rồi đổi."
_OTHER_OFFICE = (
    "Mẫu này được mở khi bạn làm việc ở vị trí khác. Hãy đổi lại vị trí ở góc trên rồi gửi lại, hoặc mở lại mẫu."
)


def actor(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[DeskRequest], HttpResponse]:
    """Make a ``DeskRequest``: set ``at``, ``today``, ``offices``, ``office`` and ``actor`` (the office acted for)."""

    def middleware(request: DeskRequest) -> HttpResponse:
        set_clock_once()
        request.at = clock.now()
        request.today = clock.day_of(request.at)
        _set_office(request)
        return get_response(request)

    return middleware


def _set_office(request: DeskRequest) -> None:
    offices = _held_by(request) if request.user.is_authenticated else []
    chosen = request.session.get(OFFICE_KEY) if offices else None
    office = next((held for held in offices if held.pk == chosen), offices[0] if offices else None)
    request.offices = offices
    request.office = office
    request.actor = accounts.actor_for(office) if office else Actor(user_id=request.user.pk)


def _held_by(request: DeskRequest) -> "list[Appointment]":
    """The offices held today; whoever came in by a card acts for its post alone, and is out once it is taken back."""
    held = accounts.list_appointments_of(request.user.pk, on=request.today)
    card = request.session.get(CARD_KEY)
    if card is None:
        return held
    only = accounts.office_of_card(card)
    if only is None:
        logout(request)
    return [office for office in held if office.pk == only]


def set_clock_once() -> None:
    """The demonstration's shifted clock, read from the installation when the first request comes."""
    global _clock_is_set  # noqa: PLW0603 - once a process
    if not _clock_is_set:
        clock.set_offset(installation.clock_offset())
        _clock_is_set = True


class SignInRequired(LoginRequiredMiddleware):
    """Sends whoever is not signed in to the sign-in page, and says so when a form was being sent."""

    def handle_no_permission(  # type: ignore[override]  # htmx is answered with 200 and a header, no redirect
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],  # noqa: ARG002
    ) -> HttpResponse:
        """A redirect that keeps the page to come back to; htmx is told to leave the page."""
        if request.method != "GET":
            messages.warning(request, _LOST_SIGN_IN)
        return _leave_for(request, f"{settings.LOGIN_URL}?{urlencode({'next': _address_asked(request)})}")


def _leave_for(request: HttpRequest, address: str) -> HttpResponse:
    """Go elsewhere; htmx is told to leave the page."""
    return HttpResponseClientRedirect(address) if _is_by_htmx(request) else redirect(address)


def _is_by_htmx(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def _address_asked(request: HttpRequest) -> str:
    """The page to come back to: the one asked for, or the one on which a form or fragment was asked for."""
    is_page = request.method == "GET" and not _is_by_htmx(request)
    return request.get_full_path() if is_page else _page_shown(request)


def _page_shown(request: HttpRequest) -> str:
    """The page of ours from which a form or fragment was asked for, else the first page."""
    shown = urlsplit(request.headers.get("HX-Current-URL") or request.headers.get("Referer", ""))
    if shown.netloc != request.get_host() or not shown.path.startswith("/"):
        return str(settings.LOGIN_REDIRECT_URL)
    return f"{shown.path}?{shown.query}" if shown.query else shown.path


def office_not_required(view: AnyView) -> AnyView:
    """Mark a page that a person signed in without any office may open."""
    view.office_required = False  # type: ignore[attr-defined]
    return view


class Refusals:
    """Turns a refusal that reached the door into its page: 404, 403, 405, 409 or 422.

    Pages of a person signed in stay in no cache, so that after signing out nobody finds them by going back.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if isinstance(answer, HttpResponseNotAllowed):
            allowed = answer["Allow"]
            answer = not_allowed(request)
            answer["Allow"] = allowed
        if request.user.is_authenticated and not answer.has_header("Cache-Control"):
            patch_cache_control(answer, private=True, no_store=True)
        return answer

    def process_view(
        self,
        request: DeskRequest,
        view: Callable[..., HttpResponse],
        args: Sequence[Any],  # noqa: ARG002
        kwargs: Mapping[str, Any],
    ) -> HttpResponse | None:
        """Refuse a number no table can hold, whoever holds no office, and a form of another office than the present.

        An office of the city waits until its holder has a second factor.
        """
        if any(isinstance(value, int) and value > _BIGGEST for value in kwargs.values()):
            return refusal_page(request, NotFound())
        if request.user.is_authenticated and not request.office and _needs_office(view):
            return render(request, "ui/no_office.html", status=403)
        asked = request.resolver_match.view_name if request.resolver_match else ""
        if asked in CLOSED_TO_CARDS and request.session.get(CARD_KEY):
            return refusal_page(request, NotYours(_BY_CARD))
        if _lacks_second_factor(request, view):
            return _leave_for(request, f"{reverse(_SET_UP)}?{urlencode({'next': _address_asked(request)})}")
        shown_for = request.POST.get("office_id") if request.method == "POST" else None
        if shown_for and shown_for != str(getattr(request.office, "pk", "")):
            return refusal_page(request, NotNow(_OTHER_OFFICE))
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page of a refusal; None for any other exception."""
        return refusal_page(request, exception) if isinstance(exception, Refused) else None


def _lacks_second_factor(request: DeskRequest, view: Callable[..., HttpResponse]) -> bool:
    """Whether the office demands a second factor that the person has not set up; asked once a session."""
    if request.office is None or not _waits(request, view) or not is_second_factor_required(request.office.role):
        return False
    if not request.session.get(SECOND_FACTOR_KEY) and accounts.has_second_factor(request.user.pk):
        request.session[SECOND_FACTOR_KEY] = True
    return not request.session.get(SECOND_FACTOR_KEY)


def _waits(request: HttpRequest, view: Callable[..., HttpResponse]) -> bool:
    """Whether a page opens only after the second factor: all but public ones and those of the account itself."""
    name = request.resolver_match.view_name if request.resolver_match else ""
    is_own = not _needs_office(view) and (name.startswith("desk:accounts:") or name == "desk:overviews:root")
    return getattr(view, "login_required", True) and not is_own


def _needs_office(view: Callable[..., HttpResponse]) -> bool:
    return getattr(view, "login_required", True) and getattr(view, "office_required", True)
