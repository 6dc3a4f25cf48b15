"""What the templates of a synthesis are handed: figures, each with the list it counts."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse

from danban.resolutions.queries import field_name
from danban.web.desk.conferences import heads
from danban.web.desk.conferences.pages import to as to_conferences
from danban.web.ui.pieces import Link

if TYPE_CHECKING:
    from danban.kit.actor import Actor
    from danban.resolutions.queries import Synthesis

Context = dict[str, Any]
ROWS, FIELDS, VOTES = "#theo-don-vi", "#theo-linh-vuc", "#bieu-quyet"


def of_conference(actor: Actor, found: Synthesis) -> Context:
    """The synthesis a commune's conference opens with."""
    assert found.conference is not None
    petitions = groupby(found.petitions, key=lambda one: one.field)
    return _figures(found) | {
        "head": heads.head(actor, found.conference, "desk:resolutions:synthesis"),
        "missing": [
            (one, to_conferences("show", one.conference_id) if one.conference_id else "") for one in found.missing
        ],
        "petitions": [(field_name(code), list(rows)) for code, rows in petitions],
        "is_of_villages": True,
    }


def of_area(found: Synthesis) -> Context:
    """The figures of an area."""
    place = found.place
    crumbs = [Link("Hội nghị", to_conferences("board"))]
    crumbs += [Link("Tổng hợp", _area(place.parent_id))] if place.parent_id else []
    return _figures(found) | {"crumbs": [*crumbs, Link(place.name)], "is_of_villages": False}


def _figures(found: Synthesis) -> Context:
    return {
        "found": found,
        "total": found.total,
        "held_href": to_conferences("index", don_vi=found.place.pk, tinh_trang="held"),
        "rows": [(line, _href(found, line.place.pk, line.conference_id)) for line in found.lines],
        "fields": [(field_name(one.code), one) for one in found.fields],
        "rows_href": ROWS,
        "fields_href": FIELDS,
        "votes_href": VOTES,
    }


def _href(found: Synthesis, place_id: int, conference_id: int | None) -> str:
    """Where a row leads: the figures of the unit, or the minutes of a village's conference."""
    if conference_id is not None:
        return reverse("desk:resolutions:minutes", args=[conference_id])
    return "" if found.conference else _area(place_id)


def _area(place_id: int | None) -> str:
    return f"{reverse('desk:resolutions:area')}?{urlencode({'don_vi': place_id})}"
