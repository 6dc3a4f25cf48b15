"""The head every page of one conference wears: its name, its state, the pages about it this person may open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import NoReverseMatch, reverse

from danban.conferences import rules
from danban.conferences.texts import when
from danban.kit.refusals import is_allowed
from danban.web.desk.conferences.pages import pills, to
from danban.web.ui.pieces import Link, Pill, Tab

if TYPE_CHECKING:
    from danban.conferences.models import Conference
    from danban.kit.actor import Actor

_PAGES = (
    ("Tổng quan", "desk:conferences:show", ""),
    ("Chuẩn bị", "desk:conferences:agenda", ""),
    ("Đại biểu", "desk:delegates:index", "delegate:see"),
    ("Điểm danh", "desk:delegates:check_in", "attendance:record"),
    ("Điều hành", "desk:sittings:run", ""),
    ("Lãnh đạo dự", "desk:envoys:of_conference", ""),
    ("Biên bản", "desk:resolutions:minutes", ""),
    ("Nghị quyết", "desk:resolutions:resolution", ""),
    ("Tổng hợp", "desk:resolutions:synthesis", ""),
)
_OF_COMMUNES = "desk:resolutions:synthesis"


@dataclass(frozen=True)
class Head:
    """What ``desk/conferences/of_one.html`` draws above the page's own content."""

    conference: Conference
    when: str
    pills: list[Pill]
    crumbs: list[Link]
    tabs: list[Tab]


def head(actor: Actor, conference: Conference, current: str) -> Head:
    """The head of a conference's page; ``current`` is the url name of the page ("desk:delegates:index").

    ``conference`` comes with ``campaign`` and ``placement__parent`` (``queries.conference_for``). Constant queries.
    """
    crumbs = [Link("Hội nghị", to("board")), Link(conference.placement.name, to("show", conference.pk))]
    pages = [page for page in _PAGES if page[1] != _OF_COMMUNES or _is_above_villages(conference)]
    found = [
        Tab(label, href, name == current)
        for label, name, permission in pages
        if (href := _address(name, conference.pk)) and _may_open(actor, conference, permission)
    ]
    return Head(conference, when(conference), pills(conference), crumbs, found)


def _is_above_villages(conference: Conference) -> bool:
    deepest = conference.campaign.tree.scheme.levels.count() - 1
    return conference.placement.depth == deepest - 1


def _may_open(actor: Actor, conference: Conference, permission: str) -> bool:
    return not permission or is_allowed(lambda: rules.check_holds(actor, conference, permission))


def _address(name: str, pk: int) -> str:
    try:
        return reverse(name, args=(pk,))
    except NoReverseMatch:
        return ""
