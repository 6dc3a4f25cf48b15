"""Change an agenda: order, who presents, minutes, what the place adds or drops. What the plan wants stays."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F

from danban.conferences import rules
from danban.conferences.actions.agreeing import let_assents_fall, tell_other_head
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.steps import write_down
from danban.conferences.models import AgendaEntry, Conference
from danban.conferences.rules import AgendaLine, Programme
from danban.conferences.texts import words_for_agenda
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.vietnamese import squeeze

_ASIDE = 10_000  # positions are unique, so rows step aside before they are numbered anew


@transaction.atomic
def set_agenda(
    conference_id: int, *, lines: Sequence[AgendaLine], seen: str = "", actor: Actor, at: datetime
) -> list[AgendaEntry]:  # fmt: skip
    """The agenda becomes these lines in this order; entries that stay keep their ids and notes, assents fall.

    ``seen`` is the mark of the agenda the lines were written from (``Programme.mark``). Lines that change nothing
    leave no trace. Raises ``NotFound``, ``NotYours``, ``BadInput`` (a mandatory content dropped, a line without
    words) or ``NotNow`` (announced; somebody else changed it in between).
    """
    conference = lock_conference(conference_id)
    rules.check_can_draft_agenda(actor, conference, at=at)
    programme = rules.programme_of(conference, on=day_of(at))
    rules.check_is_seen(programme, seen)
    rules.check_can_set_agenda(actor, conference, programme.entries, lines, at=at)
    rows = _rows(conference, programme, lines)
    if _said(rows) == _said(programme.entries):
        return list(programme.entries)
    dropped = {one.pk for one in programme.entries} - {row.pk for row in rows}
    _write(conference, rows, dropped)
    fallen = let_assents_fall(conference, programme, actor, at)
    entry = write_down(conference, "agenda.set", actor, at, entries=len(rows), dropped=len(dropped), assents=-fallen)
    tell_other_head(conference, entry, words_for_agenda(conference), actor)
    return rows


def _rows(conference: Conference, programme: Programme, lines: Sequence[AgendaLine]) -> list[AgendaEntry]:
    known = {one.pk: one for one in programme.entries}
    rows = []
    for position, line in enumerate(lines):
        was = known.get(line.entry_id or 0)
        row = AgendaEntry(
            pk=was.pk if was else None, conference=conference, position=position,
            title=was.title if was and rules.stays(was) else squeeze(line.title),
            presenter=squeeze(line.presenter), minutes=line.minutes, is_mandatory=bool(was and was.is_mandatory),
            item_id=was.item_id if was else None, note=was.note if was else "",
        )  # fmt: skip
        rows.append(row)
    return rows


def _said(rows: Sequence[AgendaEntry]) -> list[tuple[int | None, str, str, int | None]]:
    """What the heads agree to: the words, in order."""
    return [(row.pk, row.title, row.presenter, row.minutes) for row in rows]


def _write(conference: Conference, rows: Sequence[AgendaEntry], dropped: set[int]) -> None:
    conference.agenda.filter(pk__in=dropped).delete()
    conference.agenda.update(position=F("position") + _ASIDE)
    kept = [row for row in rows if row.pk is not None]
    AgendaEntry.objects.bulk_update(kept, ["position", "title", "presenter", "minutes"])
    AgendaEntry.objects.bulk_create([row for row in rows if row.pk is None])
