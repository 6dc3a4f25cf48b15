"""What each template is handed: the answer of the query, its pills, its ways on."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from danban.accounts.roles import ROLES
from danban.assignments import queries
from danban.assignments.queries import FileRow, Moment
from danban.campaigns.queries import Choice
from danban.kit.actor import Actor
from danban.kit.vietnamese import number, short_day
from danban.overviews.queries import BodyPage
from danban.web.desk.assignments.addresses import PURPOSES, STATE_LABELS, STATES, to
from danban.web.desk.assignments.lines import due_words, figures_words, line_of, state_pill, task_line
from danban.web.desk.overviews import addresses as overviews
from danban.web.ui.pieces import Link, Tab

Context = dict[str, Any]
TITLE = "Phân công"
_TITLES = {
    "assignment.accepted": "Nhận việc",
    "assignment.noted": "Ghi tiến độ",
    "assignment.finished": "Hoàn thành",
    "assignment.reopened": "Mở lại",
    "body.named": "Ghi cơ quan chịu trách nhiệm",
}
SHOWN_MOMENTS = 8
SHOWN_WEEKS = 8


def room_tabs(here: str, *, year: str = "") -> list[Tab]:
    """The lists of the room."""
    names = (("index", TITLE), ("library", "Đề cương, tài liệu"), ("briefings", "Hướng dẫn cơ sở"),
             ("events", "Hoạt động phối hợp"))  # fmt: skip
    return [Tab(label, to(name, year=year), name == here) for name, label in names]


def year_tabs(choices: Sequence[Choice], name: str, pk: int | None = None) -> list[Tab]:
    """The years to change to; nothing where there is only one."""
    if len(choices) < 2:
        return []
    return [Tab(choice.label, to(name, pk, year=choice.key), choice.is_current) for choice in choices]


def crumbs(*links: Link) -> list[Link]:
    """The first page of the room, and the way from there."""
    return [Link(TITLE, to("index")), *links]


def index(found: queries.AssignmentList, actor: Actor, today: date) -> Context:
    """The list of a year, clause by clause."""
    filters, key = found.filters, found.chosen.key
    same = {"co_quan": filters.body_id, "q": filters.words}
    tabs = [Tab("Tất cả", to("index", year=key, **same), not filters.state, found.counts[""])]
    tabs += [
        Tab(STATE_LABELS[state], to("index", year=key, tinh_trang=STATES[state], **same), state == filters.state, count)
        for state in STATES
        if (count := found.counts[state]) or state == filters.state
    ]
    groups = [
        (path, title, [line_of(row, today) for row in rows])
        for (path, title), rows in groupby(found.page, key=lambda row: (row.clause_path, row.clause_title))
    ]
    unnamed = found.counts["unnamed"] if actor.may("assignment:lead") and filters.state != "unnamed" else 0
    return {
        "found": found,
        "tabs": tabs,
        "groups": groups,
        "bodies": [(body.pk, body.name, body.pk == filters.body_id) for body in found.bodies],
        "state_word": STATES.get(filters.state, ""),
        "clear_href": to("index", year=key),
        "is_narrowed": bool(filters.state or filters.body_id or filters.words),
        "unnamed_label": f"Ghi cơ quan cho {number(unnamed)} việc" if unnamed else "",
        "unnamed_href": to("index", year=key, tinh_trang=STATES["unnamed"]),
        "own_href": to("body", actor.body_id, year=key) if actor.body_id else "",
        "room": room_tabs("index", year=key),
        "years": year_tabs(found.chosen.choices, "index"),
    }


def show(found: queries.AssignmentPage, actor: Actor, today: date) -> Context:
    """One assignment."""
    row = found.row
    moments = [_moment(one) for one in found.moments]
    return {
        "page": found,
        "row": row,
        "pill": state_pill(row, today),
        "due": due_words(row),
        "crumbs": crumbs(Link(row.body.name if row.body else row.actor)),
        "moments": moments[:SHOWN_MOMENTS],
        "earlier": moments[SHOWN_MOMENTS:],
        "primary": _primary(found),
        "others": _others(found),
        "weeks": _weeks(found),
        "body_href": to("body", row.body.pk) if row.body and actor.path_in(found.campaign.tree_id) == "" else "",
        "owed_href": overviews.to("obligation", row.owed.pk) if row.owed and row.may_see_work else "",
        "level_href": overviews.to("obligations", cap=overviews.level_word(row.level_code)) if row.level_code else "",
        "events_href": to("events", viec=row.pk) if found.events else "",
        "is_watching": actor.role in ROLES and not row.may_see_work,
    }


def _moment(moment: Moment) -> Context:
    week = ""
    if moment.week_of:
        week = f"tuần {short_day(moment.week_of)} – {short_day(moment.week_of + timedelta(days=6))}"
    return {
        "moment": moment,
        "title": _TITLES[moment.event],
        "state": "off" if moment.event == "assignment.reopened" else "done",
        "week": week,
        "figures": figures_words(moment.figures),
    }


def _primary(found: queries.AssignmentPage) -> Link | None:
    """The one deed of the page that is a link; taking the work on is a form of its own."""
    row, verbs = found.row, found.verbs
    if row.body is None and "name" in verbs:
        return Link("Ghi cơ quan chịu trách nhiệm", to("name_body", row.pk))
    if "accept" in verbs:
        return None
    return Link("Ghi tiến độ", to("note", row.pk)) if "note" in verbs else None


def _others(found: queries.AssignmentPage) -> list[Link]:
    row, verbs = found.row, found.verbs
    links = {
        "note": ("Ghi tiến độ", "note", "accept" in verbs),
        "finish": ("Hoàn thành", "finish", True),
        "reopen": ("Mở lại", "reopen", True),
        "name": ("Đổi cơ quan chịu trách nhiệm", "name_body", row.body is not None),
    }
    return [Link(label, to(name, row.pk)) for verb, (label, name, shown) in links.items() if verb in verbs and shown]


def _weeks(found: queries.AssignmentPage) -> Context | None:
    weeks = found.row.weeks
    if weeks is None or not found.row.may_see_work:
        return None
    done, total = len(weeks.noted), weeks.total
    return {
        "done": done,
        "total": total,
        "share": done / total if total else 0,
        "missing": [
            (monday, to("note", found.row.pk, tuan=monday.isoformat()) if "note" in found.verbs else "")
            for monday in weeks.missing[:SHOWN_WEEKS]
        ],
        "more": max(len(weeks.missing) - SHOWN_WEEKS, 0),
        "noted": weeks.noted,
        "current": weeks.current,
        "is_current_noted": weeks.is_current_noted,
    }


def body(found: BodyPage, today: date) -> Context:
    """Everything of one body."""
    key = found.year.key if found.year else ""
    return {
        "page": found,
        "crumbs": crumbs(Link(found.body.name)),
        "late": [task_line(task, today) for task in found.late],
        "open": [task_line(task, today) for task in found.open],
        "done": [task_line(task, today) for task in found.done],
        "helps": [line_of(task.work, today) for task in found.helps],
        "weekly": [(task.work, weeks, weeks.all[:SHOWN_WEEKS]) for task in found.weekly if (weeks := task.work.weeks)],
        "parent_href": to("body", found.body.parent_id, year=key) if found.body.parent_id else "",
        "unit_href": overviews.to("unit", found.place.pk, year=key) if found.place else "",
        "briefings_href": to("briefing", found.place.pk) if found.place and found.place.level.code == "commune" else "",
        "years": year_tabs(found.year.choices, "body", found.body.pk) if found.year else [],
        "today": today,
    }


def library(found: queries.Library) -> Context:
    """What was published."""
    key = found.chosen.key
    labels = {"": "Tất cả", "outline": "Đề cương tuyên truyền", "guidance": "Tài liệu hướng dẫn"}
    return {
        "found": found,
        "kinds": [
            Tab(label, to("library", year=key, loai=PURPOSES.get(code, ""), q=found.words), code == found.purpose)
            for code, label in labels.items()
        ],
        "purpose_word": PURPOSES.get(found.purpose, ""),
        "clear_href": to("library", year=key),
        "room": room_tabs("library", year=key),
        "years": year_tabs(found.chosen.choices, "library"),
    }


def briefings(found: queries.BriefingList, actor: Actor) -> Context:
    """Briefings of an area."""
    key = found.chosen.key
    place = found.place.pk
    return {
        "found": found,
        "hold_href": to("hold") if actor.may("briefing:hold") and not key else "",
        "late_href": overviews.listing(place=place, kind=queries.GUIDANCE, state="late", year=key),
        "all_href": overviews.listing(place=place, kind=queries.GUIDANCE, year=key),
        "share": found.done / found.total if found.total else 0,
        "clear_href": to("briefings", year=key),
        "room": room_tabs("briefings", year=key),
        "years": year_tabs(found.chosen.choices, "briefings"),
    }


def briefing(found: queries.BriefingPage, actor: Actor, today: date) -> Context:
    """The briefings of one commune; a village reads those of the unit above it, whose other pages it does not open."""
    is_inside = actor.covers(found.place.tree_id, found.place.path)
    return {
        "page": found,
        "rows": [(row, _standing(row.files) if row.may_change else frozenset()) for row in found.briefings],
        "crumbs": crumbs(Link("Hướng dẫn cơ sở", to("briefings")), Link(found.place.name)),
        "hold_href": to("hold") if found.may_hold else "",
        "owed_href": overviews.to("obligation", found.owed.pk) if found.owed and is_inside else "",
        "today": today,
    }


def _standing(files: Iterable[FileRow]) -> frozenset[int]:
    """The files of a pack that may still be withdrawn."""
    return frozenset(file.pk for file in files if not file.is_withdrawn)


def events(found: queries.EventList) -> Context:
    """Joint events of an area."""
    key = found.chosen.key
    return {
        "found": found,
        "record_href": to("record", viec=found.filters.assignment_id) if found.may_record and not key else "",
        "clear_href": to("events", year=key),
        "is_narrowed": bool(found.filters.assignment_id or found.filters.body_id or found.filters.words),
        "room": room_tabs("events", year=key),
        "years": year_tabs(found.chosen.choices, "events"),
    }
