"""The phones' door: the page itself, the names it shows, and the one address that takes operations."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from danban.delegates import actions, queries, rules
from danban.delegates.states import Group
from danban.kit import clock
from danban.kit.refusals import Refused
from danban.web.meeting.checkin.pages import answer_of, people_of
from danban.web.meeting.checkin.reading import read_object, read_operations
from danban.web.ui.answers import status_of
from danban.web.ui.middleware import set_clock_once

View = Callable[[HttpRequest], HttpResponse]


def by_token(view: View) -> View:
    """A door opened by the token in the body alone: no cookie is read, so nothing can be forged across sites."""

    @csrf_exempt
    @login_not_required
    @require_POST
    @wraps(view)
    def answered(request: HttpRequest) -> HttpResponse:
        set_clock_once()
        try:
            answer = view(request)
        except Refused as refusal:
            answer = JsonResponse({"sentence": refusal.sentence}, status=status_of(refusal))
        answer["Cache-Control"] = "no-store"
        return answer

    return answered


@login_not_required
@require_safe
@never_cache
def page(request: HttpRequest) -> HttpResponse:
    """The page, the same for every phone: the token comes after "#", names come with the token."""
    answer = render(request, "meeting/checkin/page.html", {"groups": Group.choices})
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


@by_token
def people(request: HttpRequest) -> HttpResponse:
    """Names of one conference and who is in; with ``"only": "present"`` the latter alone."""
    asked, at = read_object(request.body), clock.now()
    device = queries.device_by_token(asked.get("device"), at=at)
    return JsonResponse(people_of(device, with_names=asked.get("only") != "present"))


@by_token
def send(request: HttpRequest) -> HttpResponse:
    """Operations of one phone, up to 200; the same ones again change nothing."""
    sent, at = read_operations(request.body), clock.now()
    device_id, conference_id, secret = rules.read_device_token(sent.token)
    done = actions.check_in(
        sent.operations, conference_id=conference_id, device_id=device_id, secret=secret, at=at
    )  # fmt: skip
    return JsonResponse(answer_of(done, sent))
