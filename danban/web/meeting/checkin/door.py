"""The thin door: what phones send at a conference is answered before sessions, cookies and pages come into play.

Hundreds of phones send at the same quarter of an hour. Their signed token is all that lets them write, so this
address needs no session, no signed-in account and no CSRF check; it keeps the headers of security.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

SHORT = "d/"


def thin_door(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answers the one address of operations; everything else goes the usual way."""
    from danban.web.meeting.checkin.views import send  # noqa: PLC0415 - apps are not loaded when settings are read

    def middleware(request: HttpRequest) -> HttpResponse:
        return send(request) if request.path_info == f"/{SHORT}" else get_response(request)

    return middleware
