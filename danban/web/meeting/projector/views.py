"""The page on the wall; asked again every few seconds, it answers "nothing new" with one query."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.views.decorators.http import require_safe

from danban.kit.refusals import NotFound
from danban.sittings import queries
from danban.web.meeting.projector.links import conference_of


@login_not_required
@require_safe
def show(request: HttpRequest, signed: str) -> HttpResponse:
    """What runs, what is voted, the numbers. 304 as long as nothing shown has changed."""
    pk = conference_of(signed)
    if pk is None:
        raise NotFound
    mark = f'"{queries.wall_mark(pk)}"'
    if request.headers.get("If-None-Match") == mark:
        return HttpResponseNotModified(headers={"ETag": mark})
    found = queries.wall(pk)
    if found is None:
        raise NotFound
    answer = render(request, "meeting/projector/wall.html", {"wall": found, "reload_seconds": 3})
    answer["ETag"], answer["Cache-Control"] = f'"{found.mark}"', "no-cache"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer
