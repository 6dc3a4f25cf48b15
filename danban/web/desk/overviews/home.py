"""What home is handed: the one thing to do, what is owed, what waits, the four steps of a village."""

from datetime import date
from typing import Any

from django.urls import reverse

from danban.overviews import queries
from danban.overviews.texts import late_things
from danban.web.desk.assignments.lines import task_line
from danban.web.desk.overviews import addresses, drawings, steps, waiting
from danban.web.desk.overviews.addresses import by_pk, listing, to
from danban.web.desk.overviews.pages import switcher
from danban.web.ui import pieces

SHOWN_BELOW = 10
Context = dict[str, Any]


def home_context(found: queries.Home, today: date) -> Context:
    """Home at a desk or, for a village, in a hand."""
    is_pressed = bool(found.pile.late or found.pile.soon)
    mine = waiting.lines(found.waits.mine, found, today)
    pressing = None if is_pressed or found.steps else waiting.pressing(mine, today)
    late_below = 0 if is_pressed or pressing or found.shared.everything else found.below_total.late
    next_one = None if late_below or pressing else found.pile.next
    return {
        "home": found,
        "pressing": pressing,
        "mine": [line for line in mine if line is not pressing],
        "late_below": f"{late_things(late_below)} ở các đơn vị bên dưới" if late_below else "",
        "late_label": f"Xem {late_things(late_below)}",
        "next": next_one,
        "next_deed": _deed_or_page(next_one) if next_one else None,
        "late_and_soon": (
            ("Quá hạn", [owed for owed in found.pile.late if owed is not next_one]),
            ("Trong 7 ngày tới", [owed for owed in found.pile.soon if owed is not next_one]),
        ),
        "then": [owed for owed in found.pile.open if owed is not next_one],
        "current": [owed for owed in found.pile.current if owed is not next_one],
        "steps": _steps(found),
        "step_now": next(((n, step.label) for n, step in enumerate(found.steps, 1) if step.state == "now"), None),
        "below": _below(found),
        "below_count": len(found.below),
        "tasks": [task_line(task, today) for task in found.tasks],
        **(steps.of_conference(found.conference) if found.conference else {}),
        **_waits(found, today),
        **_ways_from_home(found),
        "years": switcher(found.year, "home"),
        "today": today,
    }


def _ways_from_home(found: queries.Home) -> Context:
    """Where one goes from home besides the things owed."""
    year, place = found.year.key, found.year.place.pk
    return {
        "body_href": reverse("desk:assignments:body", args=[found.body_id]) if found.body_id else "",
        "calendar_href": reverse("desk:directory:feed"),
        "ask_href": reverse("desk:difficulties:ask") if found.may_ask else "",
        "matrix_href": to("matrix", year=year),
        "late_href": listing(place=place, state="late", year=year),
        "all_href": listing(place=place, year=year),
    }


def _steps(found: queries.Home) -> list[pieces.Step]:
    """The four big steps of a village, each with the thing to do in it."""
    return [
        pieces.Step(step.label, step.state, to("obligation", step.next.pk) if step.next else "") for step in found.steps
    ]


def _below(found: queries.Home) -> list[tuple[Any, str, tuple[pieces.Segment, ...]]]:
    """The first units below, each with its matrix and its bar."""
    href = by_pk("matrix_of", year=found.year.key)
    return [(line, href(line.spot.pk), drawings.segments(line.tally)) for line in found.below[:SHOWN_BELOW]]


def _waits(found: queries.Home, today: date) -> Context:
    """What I wait for, and what is done of late."""
    sides = {"theirs": found.waits.theirs, "settled": found.waits.done}
    return {side: waiting.lines(waits, found, today) for side, waits in sides.items()}


def _deed_or_page(owed: queries.Owed) -> pieces.Link:
    """The deed itself, or the page that says what it is."""
    page = pieces.Link("Xem phải làm gì", to("obligation", owed.pk))
    return addresses.deed(owed.kind_code, owed.pk) or page
