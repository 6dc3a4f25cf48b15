"""Before a page: who is asking, for which office, and when. After a refusal: an answer with a sentence."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse

from danban.accounts import queries as accounts
from danban.installation import queries as installation
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import NotNow, Refused
from danban.web.ui.answers import refusal_page

OFFICE_KEY = "office"
_clock_is_set = False
_OTHER_OFFICE = (
    "Mẫu này được mở khi bạn làm việc ở vị trí khác. Hãy đổi lại vị trí ở góc trên rồi gửi lại, hoặc mở lại mẫu."
)


def actor(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Set ``request.at``, ``today``, ``offices``, ``office`` and ``actor`` (the office acted for)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        _set_clock_once()
        at = clock.now()
        request.at = at  # type: ignore[attr-defined]
        request.today = clock.day_of(at)  # type: ignore[attr-defined]
        _set_office(request)
        return get_response(request)

    return middleware


def _set_office(request: HttpRequest) -> None:
    offices = []
    if request.user.is_authenticated:
        offices = accounts.list_appointments_of(request.user.pk, on=request.today)  # type: ignore[attr-defined]
    chosen = request.session.get(OFFICE_KEY) if offices else None
    office = next((held for held in offices if held.pk == chosen), offices[0] if offices else None)
    request.offices = offices  # type: ignore[attr-defined]
    request.office = office  # type: ignore[attr-defined]
    request.actor = accounts.actor_for(office) if office else Actor(user_id=request.user.pk)  # type: ignore[attr-defined]


def _set_clock_once() -> None:
    global _clock_is_set  # noqa: PLW0603 - once a process
    if not _clock_is_set:
        clock.set_offset(installation.clock_offset())
        _clock_is_set = True


class Refusals:
    """Turns a refusal that reached the door into its page: 404, 403, 409 or 422."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],  # noqa: ARG002
        args: Sequence[Any],  # noqa: ARG002
        kwargs: Mapping[str, Any],  # noqa: ARG002
    ) -> HttpResponse | None:
        """Refuse a form shown for one office and sent while acting for another."""
        shown_for = request.POST.get("office_id") if request.method == "POST" else None
        office = getattr(request, "office", None)
        if shown_for and shown_for != str(getattr(office, "pk", "")):
            return refusal_page(request, NotNow(_OTHER_OFFICE))
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page of a refusal; None for any other exception."""
        return refusal_page(request, exception) if isinstance(exception, Refused) else None
