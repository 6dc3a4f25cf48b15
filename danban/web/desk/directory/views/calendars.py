"""The days of one's post in a calendar: once as a file, or for good through a secret address."""

import hashlib
from datetime import UTC

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from danban.accounts import actions
from danban.accounts import queries as accounts
from danban.overviews import exports, queries
from danban.overviews.queries.deadlines import Deadline, Deadlines
from danban.web.ui.requests import DeskRequest

_PAGE = "desk/directory/feed.html"
_MEDIA_TYPE = "text/calendar; charset=utf-8"


@require_safe
def feed(request: DeskRequest) -> HttpResponse:
    """What a calendar of one's own brings, and whether it has an address now."""
    opened = accounts.open_feed_of(request.actor.appointment_id or 0)
    return render(request, _PAGE, {"opened_at": opened.created_at if opened else None, "address": ""})


@never_cache
@require_POST
def create_feed(request: DeskRequest) -> HttpResponse:
    """Open the secret address and show it, this once: it is kept nowhere, so there is no page to go on to."""
    secret = actions.create_feed(request.actor.appointment_id or 0, actor=request.actor, at=request.at)
    address = request.build_absolute_uri(reverse("desk:directory:subscribe", args=[secret]))
    return render(request, _PAGE, {"opened_at": request.at, "address": address})


@require_POST
def revoke_feed(request: DeskRequest) -> HttpResponse:
    """Close the secret address."""
    actions.revoke_feed(request.actor.appointment_id or 0, actor=request.actor, at=request.at)
    messages.success(request, "Đã thu hồi địa chỉ lịch. Từ bây giờ địa chỉ đó không mở được nữa.")
    return redirect("desk:directory:feed")


@require_safe
def download(request: DeskRequest) -> HttpResponse:
    """The calendar as it stands today, as a file."""
    found = queries.deadlines(request.actor, today=request.today)
    answer = HttpResponse(_written(request, found), content_type=_MEDIA_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="lich-viec-{request.today:%Y%m%d}.ics"'
    return answer


@login_not_required
@require_safe
def subscribe(request: DeskRequest, secret: str) -> HttpResponse:
    """The calendar for whoever knows its secret. A program that has the latest gets an empty 304."""
    found = queries.deadlines_of_feed(secret, today=request.today)
    etag = f'"{hashlib.sha256(repr((found, request.get_host())).encode()).hexdigest()[:32]}"'
    modified = int(found.modified_at.astimezone(UTC).timestamp()) if found.modified_at else None
    answer = get_conditional_response(request, etag=etag, last_modified=modified)
    if answer is None:
        answer = HttpResponse(_written(request, found), content_type=_MEDIA_TYPE)
    answer["ETag"] = etag
    answer["Cache-Control"] = "private, no-cache"
    if modified is not None:
        answer["Last-Modified"] = http_date(modified)
    return answer


def _written(request: DeskRequest, found: Deadlines) -> bytes:
    def href_of(entry: Deadline) -> str:
        if entry.obligation is None:
            return request.build_absolute_uri(reverse("desk:overviews:timeline"))
        return request.build_absolute_uri(reverse("desk:overviews:obligation", args=[entry.obligation]))

    return exports.calendar_ics(found, href_of)
