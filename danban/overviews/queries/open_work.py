"""What a post has open on a day, counted by words people read: for the record of a handover."""

from datetime import date

from django.db.models import Count, Q

from danban.campaigns.models import Assignment, Obligation
from danban.campaigns.rules.timeliness import is_late, is_soon
from danban.campaigns.states import CampaignStatus
from danban.difficulties.models import Difficulty
from danban.difficulties.states import DifficultyStatus
from danban.overviews.texts import OPEN_LATE, OPEN_REST, OPEN_SOON, OPEN_WAITING, OPEN_WEEKLY

_UNANSWERED = (DifficultyStatus.ASKED, DifficultyStatus.ACKNOWLEDGED)


def open_work(unit_id: int, body_id: int | None, *, today: date) -> dict[str, int]:
    """Late, due soon and other open things of a unit and of one body of it, in running cycles; three queries.

    Then the weekly work the plan gives the body and the difficulties that wait for the unit's answer, where there
    are any.
    """
    ours = Q(body__isnull=True) | Q(body_id=body_id or 0)
    owed = Obligation.objects.open().filter(ours, placement__unit_id=unit_id, campaign__status=CampaignStatus.RUNNING)
    counts = owed.aggregate(
        total=Count("pk"), late=Count("pk", filter=is_late(today)), soon=Count("pk", filter=is_soon(today))
    )
    weekly = Assignment.objects.standing().filter(body_id=body_id or 0, campaign__status=CampaignStatus.RUNNING)
    waiting = Difficulty.objects.filter(
        holder__unit_id=unit_id, status__in=_UNANSWERED, campaign__status=CampaignStatus.RUNNING
    )
    rest = {OPEN_WEEKLY: weekly.exclude(rrule="").count(), OPEN_WAITING: waiting.count()}
    return {
        OPEN_LATE: counts["late"],
        OPEN_SOON: counts["soon"],
        OPEN_REST: counts["total"] - counts["late"] - counts["soon"],
        **{words: count for words, count in rest.items() if count},
    }
