"""Ask somebody for a prepared paper (tham luận)."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from danban.conferences import rules
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.steps import write_down
from danban.conferences.models import PreparedPaper
from danban.conferences.rules import Asking
from danban.kit.actor import Actor
from danban.kit.vietnamese import squeeze


@transaction.atomic
def ask_paper(conference_id: int, *, asking: Asking, actor: Actor, at: datetime) -> PreparedPaper:
    """Write down who is asked, on what, by when. The room asks nobody by itself: no account is needed to speak.

    Raises ``NotFound``, ``NotYours``, ``BadInput`` (no speaker, no subject, due after the conference) or ``NotNow``.
    """
    conference = lock_conference(conference_id)
    rules.check_can_ask_paper(actor, conference, asking, at=at)
    last = conference.prepared_papers.aggregate(last=Max("position"))["last"]
    paper = PreparedPaper.objects.create(
        conference=conference, speaker=squeeze(asking.speaker), subject=squeeze(asking.subject), due_on=asking.due_on,
        position=0 if last is None else last + 1,
    )  # fmt: skip
    write_down(conference, "prepared_paper.asked", actor, at, paper=paper.pk, due_on=asking.due_on)
    return paper
