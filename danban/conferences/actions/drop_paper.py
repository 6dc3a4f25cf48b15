"""A prepared paper was asked for in vain."""

from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.hand_in_paper import lock_paper
from danban.conferences.actions.steps import write_down
from danban.conferences.models import PreparedPaper
from danban.kit.actor import Actor


@transaction.atomic
def drop_paper(paper_id: int, *, actor: Actor, at: datetime) -> int:
    """Take it off the list; returns its conference. Raises ``NotFound``, ``NotYours`` or ``NotNow`` (handed in)."""
    paper = lock_paper(paper_id)
    rules.check_can_drop_paper(actor, paper.conference, paper, at=at)
    PreparedPaper.objects.filter(pk=paper.pk).delete()
    write_down(paper.conference, "prepared_paper.dropped", actor, at, paper=paper_id)
    return paper.conference.pk
