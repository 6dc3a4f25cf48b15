"""One assignment: the words of the plan, who works on it, what was done, its files, what may be done now."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from danban.assignments import rules
from danban.assignments.models import Attachment, JointEvent, ProgressNote
from danban.assignments.queries.files import FileRow, file_row, file_rows
from danban.assignments.queries.rows import AssignmentRow, Named, rows_of_year
from danban.assignments.rules import Figure
from danban.audit.models import Entry
from danban.audit.queries import list_entries_about
from danban.campaigns.models import Assignment, Campaign
from danban.campaigns.queries import campaign_for
from danban.campaigns.texts import rhythm
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound, is_allowed
from danban.kit.vietnamese import day, squeeze
from danban.units.models import Body, Placement

_LINES_SHOWN = 6
_LINE_LENGTH = 420
_TOLD = ("assignment.accepted", "assignment.finished", "assignment.reopened", "body.named")


@dataclass(frozen=True)
class Line:
    """A line of the plan; ``is_marked`` where it is about this assignment."""

    text: str
    is_marked: bool


@dataclass(frozen=True)
class Moment:
    """Something that happened: a note of a body, or a step of the work told by the diary."""

    event: str
    on: date
    body_name: str
    text: str
    figures: tuple[Figure, ...]
    week_of: date | None
    files: tuple[FileRow, ...]


@dataclass(frozen=True)
class AssignmentPage:
    """``moments`` come newest first and are empty for who may not see the work; ``files`` are those of no note.

    ``proposed`` are bodies the plan's words name; ``events`` counts joint events that belong to it.
    """

    row: AssignmentRow
    campaign: Campaign
    steps: tuple[str, ...]
    excerpt: tuple[Line, ...]
    moments: tuple[Moment, ...]
    result: str
    files: tuple[FileRow, ...]
    withdrawable: frozenset[int]
    proposed: tuple[Named, ...]
    events: int
    verbs: frozenset[str]


def assignment_for(actor: Actor, pk: int) -> Assignment:
    """An assignment of a year the actor's office sees; raises ``NotFound`` or ``NotYours``."""
    found = Assignment.objects.select_related("campaign", "clause", "level", "body", "work__body")
    assignment = found.prefetch_related("partners").filter(pk=pk).first()
    if assignment is None:
        raise NotFound
    rules.check_can_see(actor, assignment.campaign)
    return assignment


def assignment_page(actor: Actor, pk: int, *, at: datetime) -> AssignmentPage:
    """Everything about one assignment, in a constant number of queries; raises ``NotFound`` or ``NotYours``."""
    assignment = assignment_for(actor, pk)
    campaign = campaign_for(actor, assignment.campaign_id)
    rows = rows_of_year(actor, campaign, today=day_of(at))
    row = next(row for row in rows if row.pk == pk)
    related = ("file", "note", "assignment__campaign", "assignment__body", "assignment__work__body")
    attached = list(assignment.attachments.select_related(*related).order_by("pk"))
    for attachment in attached:
        attachment.assignment = assignment
    verbs = _verbs(actor, assignment, at=at)
    work = rules.work_of(assignment)
    return AssignmentPage(
        row=row,
        campaign=campaign,
        steps=_steps(row),
        excerpt=_excerpt(campaign, assignment),
        moments=_moments(actor, assignment, attached) if row.may_see_work else (),
        result=work.result if work and row.may_see_work and work.done_on else "",
        files=tuple(
            one
            for one in file_rows(actor, (a for a in attached if a.note_id is None))
            if one.may_read or (one.is_withdrawn and row.may_see_work)
        ),
        withdrawable=frozenset(a.pk for a in attached if not a.withdrawn_at) if "attach" in verbs else frozenset(),
        proposed=_proposed(assignment, at=at) if "add" in verbs else (),
        events=JointEvent.objects.standing().filter(assignment=assignment).count(),
        verbs=verbs,
    )


def assignment_to(verb: str, actor: Actor, pk: int, *, at: datetime) -> Assignment:
    """An assignment with which the actor may do a thing now; raises what the verb's rule raises."""
    assignment = assignment_for(actor, pk)
    _checks(actor, assignment, at=at)[verb]()
    return assignment


def list_bodies_of_city(campaign: Campaign, *, at: datetime) -> list[Body]:
    """The bodies of the top unit that stand today, in order of precedence."""
    top = Placement.objects.filter(tree_id=campaign.tree_id, path="").order_by().values("unit_id")
    bodies = Body.objects.standing_on(day_of(at)).filter(unit_id__in=top).select_related("kind", "unit")
    return list(bodies.order_by("kind__position", "name", "pk"))


def _checks(actor: Actor, assignment: Assignment, *, at: datetime) -> dict[str, Callable[[], None]]:
    return {
        "accept": lambda: rules.check_can_accept(actor, assignment, at=at),
        "note": lambda: rules.check_can_note(actor, assignment, at=at),
        "finish": lambda: rules.check_can_finish(actor, assignment, at=at),
        "reopen": lambda: rules.check_can_reopen(actor, assignment, reason="?", at=at),
        "name": lambda: rules.check_can_name(actor, assignment, at=at),
        "add": lambda: rules.check_can_add(actor, assignment, at=at),
        "attach": lambda: rules.check_can_attach(actor, assignment, at=at),
    }


def _verbs(actor: Actor, assignment: Assignment, *, at: datetime) -> frozenset[str]:
    return frozenset(verb for verb, check in _checks(actor, assignment, at=at).items() if is_allowed(check))


def _proposed(assignment: Assignment, *, at: datetime) -> tuple[Named, ...]:
    bodies = list_bodies_of_city(assignment.campaign, at=at)
    answering = rules.answering_body(assignment)
    own = {answering.pk, answering.parent_id} - {None} if answering else set()
    out = rules.partner_ids(assignment) | own
    known = [
        rules.known_body(b.pk, kind=b.kind.code, names=(b.name, b.kind.name, b.kind.short), unit_name=b.unit.name)
        for b in bodies
        if b.pk not in out and b.parent_id not in own
    ]
    named = rules.proposed_partners((assignment.actor, *assignment.tasks), known)
    names = {body.pk: body.name for body in bodies}
    return tuple(Named(pk, names[pk]) for pk in named)


def _steps(row: AssignmentRow) -> tuple[str, ...]:
    """Why it is due when it is due."""
    if row.rrule:
        said = rhythm(row.rrule)
        steps = [f"Kế hoạch giao việc này lặp lại: {said[:1].lower()}{said[1:]}."]
        return (*steps, "Mỗi tuần đã qua cần một lần ghi tiến độ.") if row.weeks else tuple(steps)
    kept = tuple(str(step) for step in row.owed.kind.steps) if row.owed else ()
    if row.due_on:
        return (f"Kế hoạch ghi hạn của việc này là hết ngày {day(row.due_on)}.", *kept)
    return kept or ("Kế hoạch giao việc nhưng không nêu hạn.",)


def _excerpt(campaign: Campaign, assignment: Assignment) -> tuple[Line, ...]:
    """A few lines of the clause around those that name the actor or say its tasks."""
    clause = assignment.clause
    if clause is None or clause.start is None or clause.end is None:
        return ()
    lines = [squeeze(line) for line in campaign.plan_text[clause.start : clause.end].splitlines() if line.strip()]
    wanted = [squeeze(assignment.actor), *(squeeze(str(task)) for task in assignment.tasks)]
    marked = [_is_about(line, wanted) for line in lines]
    first = max(marked.index(True) - 1, 0) if True in marked else 0
    return tuple(Line(_short(lines[n]), marked[n]) for n in range(first, min(first + _LINES_SHOWN, len(lines))))


def _is_about(line: str, wanted: Sequence[str]) -> bool:
    return any(words and words.lower() in line.lower() for words in wanted)


def _short(line: str) -> str:
    return line if len(line) <= _LINE_LENGTH else line[:_LINE_LENGTH].rsplit(" ", 1)[0] + " …"


def _moments(actor: Actor, assignment: Assignment, attached: Iterable[Attachment]) -> tuple[Moment, ...]:
    """Notes and steps, the newest first; the note that came with finishing is told by the step."""
    files: dict[int, list[FileRow]] = {}
    for attachment in attached:
        if attachment.note_id is not None:
            files.setdefault(attachment.note_id, []).append(file_row(actor, attachment))
    notes = list(assignment.progress.select_related("body").order_by("pk"))
    entries = [one for one in list_entries_about("assignment", assignment.pk, limit=200) if one.event in _TOLD]
    closing = {entry.changes.get("note"): entry for entry in entries if entry.event == "assignment.finished"}
    told = [(note.at, note.pk, _of_note(note, closing, files.get(note.pk, []))) for note in notes]
    names = dict(Body.objects.filter(pk__in=_named(entries)).order_by("pk").values_list("pk", "name"))
    told += [(entry.at, entry.pk, _of_entry(entry, names)) for entry in entries if entry.event != "assignment.finished"]
    return tuple(moment for _, _, moment in sorted(told, key=lambda one: one[:2], reverse=True))


def _of_note(note: ProgressNote, closing: dict[int | None, Entry], files: Sequence[FileRow]) -> Moment:
    return Moment(
        event="assignment.finished" if note.pk in closing else "assignment.noted",
        on=note.on,
        body_name=note.body.name,
        text=note.text,
        figures=rules.figures_from(note.figures),
        week_of=note.week_of,
        files=tuple(files),
    )


def _of_entry(entry: Entry, names: dict[int, str]) -> Moment:
    body = entry.changes.get("body", [None, None])[1] if entry.event == "body.named" else None
    reason = str(entry.changes.get("reason", ""))
    return Moment(entry.event, day_of(entry.at), names.get(body or 0, ""), reason, (), None, ())


def _named(entries: Iterable[Entry]) -> list[int]:
    return [entry.changes["body"][1] for entry in entries if entry.event == "body.named"]
