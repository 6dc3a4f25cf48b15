"""What every step of a petition leaves behind: a row of its way, an entry of the diary, words for the others."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from danban.accounts.roles import ROLES
from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.notices.actions import tell_units
from danban.petitions.models import Petition, PetitionStep
from danban.petitions.texts import Words, words_for_body, words_for_village

ANSWERING_ROLES = tuple(role.code for role in ROLES.values() if "petition:answer" in role.permissions)
_SORTING = tuple(role.code for role in ROLES.values() if "petition:sort" in role.permissions)
_SPEAKING = tuple(role.code for role in ROLES.values() if role.level == "village")
_EVENTS = {
    "record": "petition.recorded", "classify": "petition.classified", "route": "petition.routed",
    "acknowledge": "petition.acknowledged", "forward": "petition.forwarded", "return": "petition.returned",
    "answer": "petition.answered", "confirm": "petition.confirmed", "dispute": "petition.disputed",
    "reopen": "petition.reopened", "turn_away": "petition.turned_away", "restore": "petition.restored",
    "split": "petition.split", "merge": "petition.merged", "unmerge": "petition.unmerged",
    "group": "petition.grouped", "leave_group": "petition.left_group", "pause": "petition.paused",
    "resume": "petition.resumed", "publish": "petition.published", "read_back": "petition.read_back",
    "carry_over": "petition.carried_over", "escalate": "petition.escalated",
}  # fmt: skip
_BODY_IS_TOLD = {"route", "forward", "dispute", "reopen"}
_VILLAGE_IS_TOLD = {"route", "forward", "answer", "turn_away", "pause", "return"}
_FRONT_IS_TOLD = {"return"}


def write_step(
    petition: Petition, verb: str, text: str, actor: Actor, at: datetime, *, is_private: bool = False
) -> PetitionStep:  # fmt: skip
    """Add a step to the way and the diary; the caller has locked, checked and moved the petition.

    The diary holds where it stands and lies, never the words: they may be about people.
    """
    step = PetitionStep.objects.create(
        petition=petition, verb=verb, status=petition.status, holder_id=petition.holder_id, body_id=petition.body_id,
        book_id=petition.book_id, text=text.strip(), is_private=is_private, by_unit_id=actor.unit_id,
        by_body_id=actor.body_id, appointment_id=actor.appointment_id, at=at,
    )  # fmt: skip
    where: dict[str, Any] = {"status": petition.status, "seat": petition.seat_id, "holder": petition.holder_id}
    where |= {"body": petition.body_id, "field": petition.field, "answer_due_on": petition.answer_due_on}
    record(
        actor=actor, event=_EVENTS[verb], subject="petition", subject_id=petition.pk, at=at, unit_id=actor.unit_id,
        changes=where,
    )  # fmt: skip
    return step


def tell_step(step: PetitionStep) -> None:
    """Tell those a step concerns: the body that got it, the village that asked, the Front it came back to."""
    petition = step.petition
    if step.verb in _BODY_IS_TOLD and petition.body is not None:
        _tell(step, "body", [petition.body.unit_id], ANSWERING_ROLES, words_for_body(petition, step))
    if step.verb in _FRONT_IS_TOLD:
        _tell(step, "front", [petition.holder.unit_id], _SORTING, words_for_body(petition, step))
    if step.verb in _VILLAGE_IS_TOLD:
        _tell(step, "village", [petition.seat.unit_id], _SPEAKING, words_for_village(petition, step))


def _tell(step: PetitionStep, side: str, units: Collection[int], roles: tuple[str, ...], words: Words) -> None:
    tell_units(
        units, roles=roles, fact=f"petition:{step.petition_id}:{step.pk}:{side}", topic="petition",
        subject=words.subject, body=words.body, about=("petition", step.petition_id), at=step.at,
    )  # fmt: skip
