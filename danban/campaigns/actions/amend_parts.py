"""Bring agendas, assignments, citations and grants of a campaign to what an amendment says.

Rows that stay the same keep their ids, since upper rooms point at them.
"""

from django.db.models import F

from danban.campaigns.actions.write_year import Ids, agenda_rows
from danban.campaigns.models import AgendaItem, Assignment, Campaign, Citation, GrantRule
from danban.campaigns.rules.proposals import GrantValues
from danban.campaigns.rules.year import Year

_ASIDE = 10_000  # positions are unique, so rows step aside before they are numbered anew


def replace_parts(campaign: Campaign, year: Year, ids: Ids) -> None:
    """Everything of a year but its milestones and obligations."""
    _agenda(campaign, year, ids)
    _assignments(campaign, year, ids)
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


def _assignments(campaign: Campaign, year: Year, ids: Ids) -> None:
    present: dict[tuple[str, int | None, bool], Assignment] = {}
    for assignment in campaign.assignments.order_by("pk"):
        present.setdefault((assignment.actor, assignment.clause_id, bool(assignment.rrule)), assignment)
    wanted = []
    for position, given in enumerate(year.assignments):
        values, clause_id = given.values, ids.clauses.get(given.section)
        was = present.pop((values.actor, clause_id, bool(values.rrule)), None)
        row = Assignment(pk=was.pk if was else None, campaign=campaign, clause_id=clause_id, body_id=given.body_id)
        row.actor, row.tasks, row.due_on = values.actor, list(values.tasks), values.due_on
        row.rrule, row.position = values.rrule, position
        wanted.append(row)
    campaign.assignments.exclude(pk__in={row.pk for row in wanted if row.pk}).delete()
    campaign.assignments.update(position=F("position") + _ASIDE)
    Assignment.objects.bulk_update(
        [row for row in wanted if row.pk], ["clause", "body", "actor", "tasks", "due_on", "rrule", "position"]
    )
    Assignment.objects.bulk_create([row for row in wanted if not row.pk])


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
