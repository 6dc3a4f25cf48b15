"""A leader present answers on the spot."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.vietnamese import nfc, squeeze
from danban.sittings import rules
from danban.sittings.actions.locks import lock_of
from danban.sittings.actions.steps import write_down
from danban.sittings.models import Opinion


@transaction.atomic
def answer_opinion(opinion_id: int, *, sheet: rules.AnswerSheet, actor: Actor, at: datetime) -> Opinion:
    """Who, what, until when it is done; the asker is asked anew. Raises what its rules raise."""
    opinion = lock_of(Opinion, opinion_id)
    rules.check_can_change_opinion(actor, opinion, at=at)
    rules.check_answer(sheet, on=day_of(at))
    opinion.answer, opinion.answered_by = nfc(sheet.text).strip(), squeeze(sheet.answered_by)[:160]
    opinion.answer_due_on, opinion.is_settled = sheet.due_on, None
    opinion.save(update_fields=["answer", "answered_by", "answer_due_on", "is_settled"])
    write_down(opinion, "opinion.answered", actor, at, due_on=sheet.due_on)
    return opinion
