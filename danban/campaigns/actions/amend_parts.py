"""Bring agendas, assignments, citations and grants of a campaign to what an amendment says.

Rows that stay the same keep their ids, since upper rooms point at them; assignments are withdrawn, never deleted.
"""

from datetime import datetime

from django.db.models import F

from danban.campaigns.actions.write_year import Ids, agenda_rows
from danban.campaigns.models import AgendaItem, Assignment, Campaign, Citation, GrantRule
from danban.campaigns.rules.proposals import GrantValues
from danban.campaigns.rules.year import AssignmentGiven, Year

_ASIDE = 10_000  # positions are unique, so rows step aside before they are numbered anew


def replace_parts(campaign: Campaign, year: Year, ids: Ids, *, at: datetime) -> None:
    """Everything of a year but its milestones and obligations."""
    _agenda(campaign, year, ids)
    _assignments(campaign, year, ids, at=at)
    _citations(campaign, year)
    _grants(campaign, year, ids)


def _agenda(campaign: Campaign, year: Year, ids: Ids) -> None:
    present: dict[tuple[int, str], AgendaItem] = {}
    for item in campaign.agenda_items.order_by("pk"):
        present.setdefault((item.level_id, item.title), item)
    wanted = list(agenda_rows(campaign, year, ids))
    for row in wanted:
        was = present.pop((row.level_id, row.title), None)
        row.pk = was.pk if was else None
    kept = {row.pk for row in wanted if row.pk is not None}
    campaign.agenda_items.exclude(pk__in=kept).delete()
    campaign.agenda_items.update(position=F("position") + _ASIDE)
    AgendaItem.objects.bulk_update([row for row in wanted if row.pk], ["clause", "is_mandatory", "position"])
    AgendaItem.objects.bulk_create([row for row in wanted if not row.pk])


def _assignments(campaign: Campaign, year: Year, ids: Ids, *, at: datetime) -> None:
    """An assignment that is no longer given is withdrawn, one that is given again comes back with its work."""
    waiting = list(campaign.assignments.order_by(F("withdrawn_at").asc(nulls_first=True), "position", "pk"))
    wanted = [_row(campaign, given, position, ids) for position, given in enumerate(year.assignments)]
    for same in (_tells_the_same, _tells_alike):
        for row in wanted:
            was = None if row.pk else next((one for one in waiting if same(one, row)), None)
            if was is not None:
                row.pk = was.pk
                waiting.remove(was)
    gone = [one.pk for one in waiting if one.withdrawn_at is None]
    Assignment.objects.filter(pk__in=gone).update(withdrawn_at=at)
    campaign.assignments.standing().update(position=F("position") + _ASIDE)
    fields = ["clause", "level", "body", "actor", "tasks", "due_on", "rrule", "position", "withdrawn_at"]
    Assignment.objects.bulk_update([row for row in wanted if row.pk], fields)
    Assignment.objects.bulk_create([row for row in wanted if not row.pk])


def _row(campaign: Campaign, given: AssignmentGiven, position: int, ids: Ids) -> Assignment:
    values = given.values
    return Assignment(
        campaign=campaign,
        clause_id=ids.clauses.get(given.section),
        level_id=ids.levels.get(given.level or ""),
        body_id=given.body_id,
        actor=values.actor,
        tasks=list(values.tasks),
        due_on=values.due_on,
        rrule=values.rrule,
        position=position,
    )


def _tells_alike(one: Assignment, other: Assignment) -> bool:
    """Given to the same actor in the same clause, both once or both again and again."""
    return (one.actor, one.clause_id, bool(one.rrule)) == (other.actor, other.clause_id, bool(other.rrule))


def _tells_the_same(one: Assignment, other: Assignment) -> bool:
    """Alike word for word: of several alike, each keeps its own row."""
    return _tells_alike(one, other) and one.tasks == other.tasks


def _citations(campaign: Campaign, year: Year) -> None:
    campaign.citations.all().delete()
    Citation.objects.bulk_create(
        Citation(campaign=campaign, number=c.number, issued_on=c.issued_on, name=c.name, position=position)
        for position, c in enumerate(year.citations)
    )


def _grants(campaign: Campaign, year: Year, ids: Ids) -> None:
    levels = set()
    for line in year.grants:
        assert isinstance(line.values, GrantValues)
        level_id = ids.levels[line.level or ""]
        levels.add(level_id)
        GrantRule.objects.update_or_create(
            campaign=campaign,
            level_id=level_id,
            defaults={
                "clause_id": ids.clauses.get(line.section),
                "amount": line.values.amount,
                "payer": line.values.payer,
            },
        )
    campaign.grant_rules.exclude(level_id__in=levels).delete()
