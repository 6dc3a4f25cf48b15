"""What a body chooses from when it answers, and the evidence of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from danban.documents.models import StoredFile
from danban.documents.queries import content_of
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.petitions import rules
from danban.petitions.models import Petition
from danban.petitions.queries.groups import GroupPage, group_page
from danban.petitions.queries.page import petition_for
from danban.petitions.queries.sorting import bodies_above
from danban.petitions.states import Decision
from danban.units.models import Body


@dataclass(frozen=True)
class AnswerOptions:
    """What may be decided, and where it could be passed on to."""

    decisions: tuple[Decision, ...]
    bodies: tuple[Body, ...]


def answer_options(petition: Petition, *, today: date) -> AnswerOptions:
    """For a petition the actor was shown; the body it is with is no place to pass it on to."""
    bodies = tuple(one for one in bodies_above(petition, on=today) if one.pk != petition.body_id)
    return AnswerOptions(rules.decisions_of(petition.kind), bodies)


def group_to_answer(actor: Actor, pk: int, *, at: datetime) -> GroupPage:
    """A group of which some wait for the actor's answer; raises what its rule raises."""
    found = group_page(actor, pk, at=at)
    rules.check_can_answer_group(actor, found.group, list(found.petitions), at=at)
    return found


def evidence_of(actor: Actor, pk: int, answer_id: int) -> tuple[StoredFile, bytes]:
    """The file of an answer to a petition the actor sees; raises ``NotFound``."""
    petition = petition_for(actor, pk)
    answer = petition.answers.select_related("evidence").filter(pk=answer_id).first()
    if answer is None or answer.evidence is None:
        raise NotFound
    return answer.evidence, content_of(answer.evidence.sha256)
