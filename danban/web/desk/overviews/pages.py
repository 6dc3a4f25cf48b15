"""What each template is handed: the answer of the query, its drawings, its ways on."""

from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse

from danban.kit.actor import Actor
from danban.kit.clock import HANOI
from danban.kit.terms import is_in_term
from danban.kit.vietnamese import number
from danban.overviews import queries
from danban.overviews.queries.timeline import Following, Moment
from danban.overviews.texts import PLAN, deed_to_come, late_things
from danban.web.desk.overviews import addresses, drawings
from danban.web.desk.overviews.addresses import by_pk, listing, to
from danban.web.ui import navigation, pieces

if TYPE_CHECKING:
    from danban.units.models import Placement

Context = dict[str, Any]


def switcher(year: queries.Year, name: str, pk: int | None = None) -> list[pieces.Tab]:
    """The cycles to change to on a page; nothing where there is only one."""
    if len(year.choices) < 2:
        return []
    return [pieces.Tab(choice.label, to(name, pk, year=choice.key), choice.is_current) for choice in year.choices]


def crumbs_to(crumbs: tuple[Any, ...], name: str, last: str, *, year: str, query: str = "") -> list[pieces.Link]:
    """The units above, each opening the same kind of page, and the page itself."""
    href = by_pk(name, year=year)
    return [*(pieces.Link(crumb.name, href(crumb.pk) + query) for crumb in crumbs), pieces.Link(last)]


def no_year(actor: Actor) -> Context:
    """Nothing runs yet: why, and what this person can do about it."""
    return {"plan_href": navigation.address_of("desk:campaigns:index") if actor.may("plan:read") else ""}


def city(found: queries.Overview, today: date) -> Context:
    """The whole area."""
    year, place = found.year.key, found.year.place
    late = found.everything.late
    return {
        "overview": found,
        "area": navigation.area_label(place.name),
        "line": drawings.year_line(found.moments, today=today, year=year),
        "figures": [
            {
                "figure": figure,
                "parts": drawings.segments(figure.tally),
                "links": drawings.figure_links(figure, place=place.pk, year=year),
                "href": listing(place=place.pk, kind=figure.code, level=figure.level, state="done", year=year),
            }
            for figure in found.figures
        ],
        "map": drawings.area_map(found.map, year=year),
        "map_title": f"{number(found.map.tiles)} {found.map.level.name.lower()}",
        "legend": drawings.LEGEND,
        "attention": [
            (one, by_pk("matrix_of", year=year)(one.spot.pk), listing(place=one.spot.pk, state="late", year=year))
            for one in found.attention
        ],
        "has_plans": any(one.plans.total for one in found.attention),
        "late_label": f"Xem {late_things(late)}" if late else "",
        "late_href": listing(place=place.pk, state="late", year=year),
        "matrix_href": to("matrix", year=year),
        "timeline_href": to("timeline", year=year),
        "export_href": _export(place.pk, "xlsx", year),
        "years": switcher(found.year, "city"),
    }


def matrix(found: queries.Matrix) -> Context:
    """Units down, obligations across."""
    year, place = found.year.key, found.place
    level = addresses.level_word(found.level.code)
    tabs = [
        pieces.Tab(
            one.name, to("matrix_of", place.pk, cap=addresses.level_word(one.code), year=year), one.pk == found.level.pk
        )
        for one in found.levels
    ]
    return {
        "matrix": found,
        "crumbs": crumbs_to(found.crumbs, "matrix_of", place.name, year=year),
        "tabs": tabs if len(tabs) > 1 else [],
        "table": drawings.matrix_table(found),
        "unit_href": to("unit", place.pk, year=year),
        "late_href": listing(place=place.pk, level=found.level.code, state="late", year=year),
        "remind_label": f"Đôn đốc {late_things(found.to_remind)}",
        "remind_href": addresses.reminding(found.year.campaign.pk, place=place.pk, level=found.level.code)
        if found.to_remind
        else "",
        "xlsx_href": _export(place.pk, "xlsx", year, level),
        "csv_href": _export(place.pk, "csv", year, level),
        "years": switcher(found.year, "matrix"),
    }


def _export(pk: int, ending: str, year: str, level: str = "") -> str:
    return to("matrix_export", pk, ending, cap=level, year=year)


def obligations(found: queries.ObligationList, today: date, *, has_problem: bool) -> Context:
    """The list behind a number."""
    filters = found.filters
    return {
        "found": found,
        "rows": [(row, found.steps[row.pk]) for row in found.page.object_list],
        "filters": filters,
        "has_problem": has_problem,
        "crumbs": crumbs_to(found.crumbs, "unit", found.place.name, year=found.year.key),
        "states": [
            (word, addresses.STATE_LABELS[code], code == filters.state) for code, word in addresses.STATES.items()
        ],
        "levels": [(addresses.level_word(one.code), one.name, one.code == filters.level) for one in found.levels],
        "kinds": [(kind.code, kind.name, kind.code == filters.kind) for kind in found.kinds],
        "heading": addresses.STATE_LABELS.get(filters.state, "Việc phải làm"),
        "clear_href": to("obligations", don_vi=found.place.pk, nam=found.year.key),
        "is_narrowed": bool(filters.kind or filters.level or filters.state or filters.words),
        "remind_label": f"Đôn đốc {late_things(found.to_remind)}",
        "remind_href": addresses.reminding(
            found.year.campaign.pk, place=found.place.pk, kind=filters.kind, level=filters.level
        )
        if found.to_remind
        else "",
        "today": today,
    }


def obligation(found: queries.ObligationPage, today: date) -> Context:
    """One obligation."""
    owed, year = found.owed, found.year.key
    parent, deed = found.parent, addresses.deed(found.owed.kind_code, found.owed.pk)
    return {
        "page": found,
        "owed": owed,
        "crumbs": crumbs_to((*found.crumbs, found.place), "unit", owed.short, year=year),
        "deed": deed,
        "to_come": "" if deed or owed.fulfilled_on else deed_to_come(owed.kind_code),
        "contents_href": navigation.address_of("desk:campaigns:show", owed.campaign_id),
        "ask_href": f"{reverse('desk:difficulties:ask')}?viec={owed.kind_code}" if found.may_ask else "",
        "remind_href": addresses.reminding(found.year.campaign.pk, owed=owed.pk) if found.can_remind else "",
        "reminders": [
            pieces.Point(one.get_step_display(), on=f"{one.at.astimezone(HANOI):%H:%M %d/%m/%Y}", text=_reminded(one))
            for one in found.reminders
        ],
        "unit_href": to("unit", found.place.pk, year=year),
        "neighbours": drawings.segments(found.neighbours),
        "neighbours_href": listing(place=parent.pk, kind=owed.kind_code, level=found.level_code, year=year)
        if parent
        else "",
        "today": today,
    }


def _reminded(one: Any) -> str:
    """Who reminded, and how many people were told."""
    by = f"{one.by_office.title}: " if one.by_office else ""
    return f"{by}{number(one.people)} người được báo"


def unit(found: queries.UnitPage, today: date) -> Context:
    """One unit."""
    place = found.place
    year = found.year.key if found.year else ""
    return {
        "unit": found,
        "crumbs": crumbs_to(found.crumbs, "unit", place.name, year=year),
        "matrix_href": to("matrix_of", place.pk, year=year) if found.below_count and found.year else "",
        "below_parts": drawings.segments(found.below),
        "late_href": listing(place=place.pk, state="late", year=year),
        "list_href": listing(place=place.pk, year=year) if found.year else "",
        "directory_href": _directory(place, today),
        "plan_href": _plan_of(found),
        "years": switcher(found.year, "unit", place.pk) if found.year else [],
        "today": today,
    }


def _plan_of(found: queries.UnitPage) -> str:
    """The plan of a unit that must issue one of its own; the top unit's is the plan of the year."""
    owes = any(owed.kind_code == PLAN for owed in found.pile.everything)
    if found.year is None or not owes or found.place.path == "":
        return ""
    return reverse("desk:plans:show", args=[found.year.campaign.pk, found.place.pk])


def _directory(place: "Placement", today: date) -> str:
    """The unit in the directory, which holds the tree in force alone."""
    is_in_force = is_in_term(today, place.tree.starts_on, place.tree.ends_on)
    return reverse("desk:directory:show", args=[place.pk]) if is_in_force else ""


def timeline(found: queries.Timeline, today: date) -> Context:
    """The days of the cycle."""
    year, place = found.year.key, found.year.place
    return {
        "timeline": found,
        "line": drawings.year_line(found.moments, today=today, year=year),
        "moments": [
            (moment, drawings.segments(moment.tally), _by_level(moment, place=place.pk, year=year))
            for moment in found.moments
        ],
        "years": switcher(found.year, "timeline"),
        "today": today,
    }


def _by_level(moment: Moment, *, place: int, year: str) -> list[tuple[Any, list[tuple[Following, str]]]]:
    """What follows from a milestone, level by level, each figure with its list."""
    return [
        (
            level,
            [
                (one, listing(place=place, kind=one.kind.code, level=level.code, year=year))
                for one in moment.following
                if one.kind.level_id == level.pk
            ],
        )
        for level in dict.fromkeys(one.kind.level for one in moment.following)
    ]


def search(found: queries.Found) -> Context:
    """What was found, by kind."""
    year = found.year.key if found.year else ""
    place = found.year.place.pk if found.year else 0
    return {
        "found": found,
        "units": [(unit, unit.way.partition(" · ")[2], by_pk("unit", year=year)(unit.pk)) for unit in found.units],
        "kinds": [
            (kind, listing(place=place, kind=kind.code, level=kind.level.code, year=year)) for kind in found.kinds
        ],
        "milestones": [(one, f"{to('timeline', year=year)}#{one.code}") for one in found.milestones],
        "people": [(one, to("unit", one.place_pk, year=year) if one.place_pk else "") for one in found.people],
        "most": 20,
        "directory_href": f"{reverse('desk:directory:index')}?{urlencode({'q': found.words})}" if found.words else "",
    }
