"""What waits for an office and what it waits for: small questions over the rooms, asked one after the other.

A question costs a constant number of queries. To add one, write it beside the others and name it here; where its
lines lead is said by the pages.
"""

from danban.campaigns.states import CampaignStatus
from danban.overviews.queries.waiting.assignments import led_assignments, own_assignments
from danban.overviews.queries.waiting.difficulties import difficulties
from danban.overviews.queries.waiting.look import Look, Question, Wait, Waits
from danban.overviews.queries.waiting.papers import paper_above, papers_below
from danban.overviews.queries.waiting.petitions import petitions, promises
from danban.overviews.queries.waiting.plans import own_plan
from danban.overviews.queries.waiting.posts import handover
from danban.overviews.queries.waiting.units import late_units

__all__ = ["Look", "Wait", "Waits", "waits_of"]

QUESTIONS: tuple[Question, ...] = (
    own_plan,
    petitions,
    promises,
    difficulties,
    own_assignments,
    led_assignments,
    paper_above,
    papers_below,
    handover,
    late_units,
)


def waits_of(look: Look) -> Waits:
    """Everything that waits, the nearest last day first, then the longest wait; nothing in a year that is over."""
    if look.year.campaign.status != CampaignStatus.RUNNING:
        return Waits()
    found = [wait for ask in QUESTIONS for wait in ask(look)]
    mine, theirs = (sorted((one for one in found if one.side == side), key=_urgency) for side in ("mine", "theirs"))
    done = sorted((one for one in found if one.side == "done"), key=lambda one: str(one.done_on), reverse=True)
    return Waits(tuple(mine), tuple(theirs), tuple(done))


def _urgency(wait: Wait) -> tuple[str, str]:
    """Days as text sort as days; what has none comes after."""
    return (str(wait.due or "9"), str(wait.since or "9"))
