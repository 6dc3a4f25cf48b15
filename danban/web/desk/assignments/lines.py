"""One assignment as a line of a list: where it stands, by when, the latest note."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from danban.assignments.queries import AssignmentRow
from danban.assignments.rules import Figure
from danban.assignments.states import WorkStatus
from danban.campaigns.rules.timeliness import Timeliness
from danban.campaigns.texts import rhythm
from danban.kit.vietnamese import day, number, short_day
from danban.overviews.queries.home import Task
from danban.web.ui.due import due_pill
from danban.web.ui.pieces import Pill

TASKS_SHOWN = 2


@dataclass(frozen=True)
class Line:
    """What ``parts/line.html`` prints of an assignment; ``more`` counts the tasks it does not show."""

    row: AssignmentRow
    title: str
    tasks: tuple[str, ...]
    more: int
    pill: Pill
    due: str
    last: str


def line_of(row: AssignmentRow, today: date) -> Line:
    """A line of a list of many bodies: it bears the name of the one that answers."""
    title = row.body.name if row.body else row.actor
    return _line(row, title, row.tasks, today)


def task_line(task: Task, today: date) -> Line:
    """A line among the tasks of one body: it bears the first task."""
    title, *tasks = task.work.tasks or (task.work.actor,)
    return _line(task.work, title, tuple(tasks), today)


def _line(row: AssignmentRow, title: str, tasks: tuple[str, ...], today: date) -> Line:
    return Line(
        row=row,
        title=title,
        tasks=tasks[:TASKS_SHOWN],
        more=len(tasks) - TASKS_SHOWN if len(tasks) > TASKS_SHOWN else 0,
        pill=state_pill(row, today),
        due=due_words(row),
        last=last_words(row),
    )


def state_pill(row: AssignmentRow, today: date) -> Pill:
    """Where an assignment stands, in one word and colour."""
    if row.withdrawn_on:
        return Pill("quiet", "Không còn trong kế hoạch")
    if row.is_of_levels_below:
        return Pill("quiet", f"Giao mọi {row.level_name.lower()}")
    if row.status == WorkStatus.DONE or row.timeliness == Timeliness.LATE:
        return due_pill(row.due_on, row.done_on, today)
    return _open_pill(row)


def _open_pill(row: AssignmentRow) -> Pill:
    if row.weeks and row.weeks.is_behind:
        return Pill("late", f"Chưa ghi tuần {short_day(row.weeks.missing[0])}")
    if row.body is None:
        return Pill("soon", "Chưa rõ cơ quan")
    return Pill("quiet" if row.status == WorkStatus.WAITING else "info", WorkStatus(row.status).label)


def due_words(row: AssignmentRow) -> str:
    """By when, or how often; "" where the plan says neither."""
    if row.rrule:
        return rhythm(row.rrule)
    return f"Hạn cuối {day(row.due_on)}" if row.due_on else ""


def figures_words(figures: Iterable[Figure]) -> list[tuple[str, str, str]]:
    """Each figure as what it counts, the number, its unit: ("Tập huấn", "12", "lớp")."""
    return [(one.label, number(one.value), one.unit) for one in figures]


def last_words(row: AssignmentRow) -> str:
    """The latest note in one line."""
    if row.last is None:
        return ""
    text = row.last.text if len(row.last.text) <= 140 else f"{row.last.text[:139].rsplit(' ', 1)[0]}…"
    return f"{short_day(row.last.on)}: {text}"
