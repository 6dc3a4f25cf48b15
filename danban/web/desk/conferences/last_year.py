"""The first item of an agenda: what was promised last year, and what people asked that is still open (II.1.a.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from danban.commitments import queries as commitments
from danban.petitions import queries as petitions
from danban.web.desk.commitments import pages

if TYPE_CHECKING:
    from danban.conferences.models import Conference
    from danban.kit.actor import Actor

SHOWN = 30


def last_year(actor: Actor, one: Conference) -> dict[str, Any]:
    """Both lists for the item's place, with how many there are in all; constant queries."""
    promises, asked = commitments.first_item(actor, one), petitions.open_for_agenda(actor, one)
    return {
        "promises": [pages.row(promise) for promise in promises[:SHOWN]],
        "asked": asked[:SHOWN],
        "promise_count": len(promises),
        "unsettled": sum(promise.status in ("open", "disputed") for promise in promises),
        "asked_count": len(asked),
        "href": pages.to("unit", don_vi=one.placement_id),
        "enter_href": pages.to("enter", don_vi=one.placement_id) if actor.may("commitment:settle") else "",
    }
