"""Enter what the plan wants on an agenda, last year's resolution first, with who usually presents it."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.agreeing import let_assents_fall, tell_other_head
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.steps import write_down
from danban.conferences.models import AgendaEntry, Conference
from danban.conferences.rules import Programme
from danban.conferences.texts import words_for_agenda
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotNow


@transaction.atomic
def draft_agenda(conference_id: int, *, actor: Actor, at: datetime) -> list[AgendaEntry]:
    """Write a first agenda; of one that stands, add at its end what the plan asks and it lacks.

    Returns the new entries. Raises ``NotFound``, ``NotYours`` or ``NotNow`` (announced; nothing is lacking).
    """
    conference = lock_conference(conference_id)
    rules.check_can_draft_agenda(actor, conference, at=at)
    programme = rules.programme_of(conference, on=day_of(at))
    rows = list(_rows(conference, programme))
    if not rows:
        raise NotNow("Chương trình đã có đủ nội dung của kế hoạch.")
    start = max((one.position for one in programme.entries), default=-1) + 1
    for position, row in enumerate(rows, start=start):
        row.position = position
    AgendaEntry.objects.bulk_create(rows)
    let_assents_fall(conference, programme, actor, at)
    entry = write_down(conference, "agenda.drafted", actor, at, entries=len(rows))
    tell_other_head(conference, entry, words_for_agenda(conference), actor)
    return rows


def _rows(conference: Conference, programme: Programme) -> Iterator[AgendaEntry]:
    """Last year's resolution, the template, what places usually add; the last only to a first agenda."""
    level, heads = conference.level.code, programme.heads

    def row(title: str, **values: object) -> AgendaEntry:
        presenter, minutes = rules.usual_presenter(title, level, heads)
        given = {"presenter": presenter, "minutes": minutes or None} | values
        return AgendaEntry(conference=conference, title=title, **given)

    present = {one.item_id for one in programme.entries}
    if not any(rules.stays(one) and one.item_id is None for one in programme.entries):
        yield row(rules.LAST_YEAR, is_mandatory=True)
    template = conference.campaign.agenda_items.filter(level_id=conference.level_id).order_by("position", "pk")
    for item in template:
        if item.pk not in present and (item.is_mandatory or not present):
            yield row(item.title, item=item, is_mandatory=item.is_mandatory)
    if not programme.entries:
        for custom in rules.usual_additions(level, heads):
            if custom.is_drafted:
                yield row(custom.title, presenter=custom.presenter, minutes=custom.minutes)
