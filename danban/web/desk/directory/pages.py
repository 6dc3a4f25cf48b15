"""What the pages of the directory are handed: the answer of the query and its ways on."""

from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm
from django.urls import reverse

from danban.overviews import queries
from danban.overviews.queries.places import Crumb
from danban.web.ui.pieces import Link

_INDEX = "desk:directory:index"


@dataclass(frozen=True)
class Editing:
    """The contacts being written on a page: of the body or the post with this id; the other id is 0."""

    form: BaseForm
    body: int = 0
    post: int = 0
    sentence: str = ""


def href(pk: int) -> str:
    """The directory's page of a unit."""
    return reverse("desk:directory:show", args=[pk])


def crumbs(above: tuple[Crumb, ...], last: str) -> list[Link]:
    """The way down from the top of the tree."""
    return [*(Link(one.name, href(one.pk)) for one in above), Link(last)]


def unit(found: queries.DirectoryPage, editing: Editing | None = None) -> dict[str, Any]:
    """One unit; ``editing`` opens one form in its place."""
    place = found.unit.place
    return {
        "found": found,
        "unit": found.unit,
        "seated": [desk for desk in found.unit.desks if desk.posts],
        "others": [desk for desk in found.unit.desks if not desk.posts],
        "crumbs": crumbs(found.above, place.name) if found.above else [],
        "editing": editing,
        "shown_href": href(place.pk),
        "own_href": href(found.own.pk) if found.own else "",
        "print_href": reverse("desk:directory:print", args=[place.pk]),
        "print_all_href": f"{reverse('desk:directory:print', args=[place.pk])}?ca=cap-duoi" if found.below else "",
        "xlsx_href": reverse("desk:directory:export", args=[place.pk, "xlsx"]) if found.may_export else "",
        "csv_href": reverse("desk:directory:export", args=[place.pk, "csv"]) if found.may_export else "",
        "words": "",
    }


def looked_up(found: queries.DirectoryFound) -> dict[str, Any]:
    """What was found."""
    return {"found": found, "words": found.text, "crumbs": [Link("Danh bạ", reverse(_INDEX)), Link("Tìm")]}


def sheet(found: queries.DirectorySheet, *, with_below: bool) -> dict[str, Any]:
    """The paper; of many units only the bodies in which somebody holds a post, so that it stays short."""
    units = [(one.place, [desk for desk in one.desks if desk.posts or not with_below]) for one in found.units]
    return {
        "sheet": found,
        "units": units,
        "with_below": with_below,
        "crumbs": [
            *crumbs(found.above, found.place.name)[:-1],
            Link(found.place.name, href(found.place.pk)),
            Link("In"),
        ],
        "back_href": href(found.place.pk),
    }
