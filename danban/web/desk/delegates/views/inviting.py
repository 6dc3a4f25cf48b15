"""Invitations: made, printed with their QR, told again; lists on paper."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from danban.delegates import actions, queries
from danban.web.desk.conferences.heads import head
from danban.web.desk.delegates import pages
from danban.web.desk.delegates.views.listed import FOLDER, show_index
from danban.web.ui.answers import attempt_to_show
from danban.web.ui.requests import DeskRequest

_BLANK_ROWS = 40
_MOST_ON_PAPER = 2_000


@require_POST
def invite(request: DeskRequest, pk: int) -> HttpResponse:
    """Everybody not invited yet; their papers, shown this once."""
    return _letters(request, pk, None)


@require_POST
def invite_again(request: DeskRequest, delegate: int) -> HttpResponse:
    """One person anew: a lost paper opens nothing any more."""
    found = queries.delegate_for(request.actor, delegate)
    return _letters(request, found.conference_id, [delegate])


@require_POST
def tell_again(request: DeskRequest, pk: int) -> HttpResponse:
    """Those invited for a day that no longer holds, with new papers."""
    return _letters(request, pk, queries.untold_of(request.actor, pk))


def _letters(request: DeskRequest, pk: int, delegate_ids: list[int] | None) -> HttpResponse:
    def look() -> HttpResponse:
        made = actions.invite_delegates(pk, delegate_ids=delegate_ids, actor=request.actor, at=request.at)
        one = made[0].delegate.conference
        root = settings.PUBLIC_URL if not settings.DEMO else request.build_absolute_uri("/").rstrip("/")
        shown = {
            "letters": pages.letters(made, one, root),
            "agenda": list(one.agenda.order_by("position", "pk").values_list("title", flat=True)),
            "head": head(request.actor, one, "desk:delegates:index"),
        }
        return render(request, FOLDER + "letters.html", shown)

    return attempt_to_show(look, again=lambda sentence: show_index(request, pk, sentence))


@require_safe
def printed(request: DeskRequest, pk: int) -> HttpResponse:
    """The list on paper, A4."""
    found = queries.delegates_page(request.actor, pk, at=request.at)
    shown = {
        "people": queries.everybody(found.conference)[:_MOST_ON_PAPER], "blank": range(0),
        "head": head(request.actor, found.conference, ""),
    }  # fmt: skip
    return render(request, FOLDER + "printed.html", shown)


@require_safe
def blank(request: DeskRequest, pk: int) -> HttpResponse:
    """The list to be written by hand."""
    found = queries.delegates_page(request.actor, pk, at=request.at)
    shown = {"people": [], "blank": range(1, _BLANK_ROWS + 1), "head": head(request.actor, found.conference, "")}
    return render(request, FOLDER + "printed.html", shown)
