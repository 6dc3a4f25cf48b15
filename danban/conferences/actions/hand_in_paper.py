"""Keep the prepared paper a speaker handed in."""

from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.steps import write_down
from danban.conferences.models import PreparedPaper
from danban.documents.actions import keep_upload
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound


@transaction.atomic
def hand_in_paper(paper_id: int, *, content: bytes, name: str, actor: Actor, at: datetime) -> PreparedPaper:
    """Keep the file (DOCX, PDF, a photograph …, at most 20 MB); a later one takes the place of the first.

    Raises ``NotFound``, ``NotYours``, ``BadInput`` (no such kind of file) or ``NotNow`` (over).
    """
    paper = lock_paper(paper_id)
    rules.check_can_hand_in_paper(actor, paper.conference, at=at)
    paper.file = keep_upload(content, name=name, at=at)
    paper.save(update_fields=["file"])
    write_down(paper.conference, "prepared_paper.handed_in", actor, at, paper=paper.pk, file=paper.file.sha256)
    return paper


def lock_paper(paper_id: int) -> PreparedPaper:
    """A prepared paper with its conference locked before it; raises ``NotFound``."""
    conference_id = PreparedPaper.objects.filter(pk=paper_id).values_list("conference_id", flat=True).first()
    if conference_id is None:
        raise NotFound
    conference = lock_conference(conference_id)
    paper = PreparedPaper.objects.select_for_update(of=("self",)).filter(pk=paper_id).first()
    if paper is None:
        raise NotFound
    paper.conference = conference
    return paper
