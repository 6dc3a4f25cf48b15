"""Answer a petition with substance: a decision, who, when, the ground of a refusal, evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from danban.documents.actions import keep_upload
from danban.documents.models import Document
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound
from danban.kit.vietnamese import nfc, squeeze
from danban.petitions import rules
from danban.petitions.actions.locks import lock_petition, lock_petitions
from danban.petitions.actions.route_petition import Hop, route
from danban.petitions.actions.steps import tell_step, write_step
from danban.petitions.models import Answer, Petition, PetitionGroup
from danban.petitions.rules import AnswerSheet
from danban.petitions.states import PETITION, Decision


@dataclass(frozen=True)
class Evidence:
    """A photograph or file that shows what was done."""

    content: bytes
    name: str


@transaction.atomic
def answer_petition(
    petition_id: int,
    *,
    sheet: AnswerSheet,
    evidence: Evidence | None = None,
    document_id: int | None = None,
    actor: Actor,
    at: datetime,
) -> Petition:
    """Answer; those who asked then confirm or dispute. Passed on, it lies with the other body and stays open.

    ``evidence`` is a photograph or file, ``document_id`` a paper of the documents room. Raises ``NotFound``,
    ``NotYours``, ``NotNow`` or ``BadInput`` (vague, or a part is missing).
    """
    petition = lock_petition(petition_id)
    sheet = replace(sheet, has_evidence=bool(evidence or document_id))
    rules.check_can_answer(actor, petition, sheet=sheet, at=at)
    return _answer(petition, sheet, _keep(evidence, document_id, at), actor, at)


@transaction.atomic
def answer_group(
    group_id: int,
    *,
    sheet: AnswerSheet,
    evidence: Evidence | None = None,
    document_id: int | None = None,
    actor: Actor,
    at: datetime,
) -> Sequence[Petition]:
    """One answer for every petition of a group that waits for it; each village is told by itself.

    Raises what ``answer_petition`` raises; the whole group or none.
    """
    group = PetitionGroup.objects.filter(pk=group_id).first()
    if group is None:
        raise NotFound
    members = lock_petitions(list(group.petitions.values_list("pk", flat=True)))
    rules.check_can_answer_group(actor, group, members, at=at)
    sheet = replace(sheet, has_evidence=bool(evidence or document_id))
    waiting = [one for one in members if "answer" in PETITION.allowed(one.status)]
    papers = _keep(evidence, document_id, at)
    for petition in waiting:
        rules.check_can_answer(actor, petition, sheet=sheet, at=at)
        _answer(petition, sheet, papers, actor, at)
    return waiting


def _answer(
    petition: Petition, sheet: AnswerSheet, papers: tuple[int | None, int | None], actor: Actor, at: datetime
) -> Petition:  # fmt: skip
    assert petition.body_id is not None  # the rule has refused what lies with no body
    Answer.objects.create(
        petition=petition, decision=sheet.decision, text=nfc(sheet.text).strip(),
        private_text=nfc(sheet.private_text).strip(), legal_ground=squeeze(sheet.legal_ground)[:300],
        done_by=squeeze(sheet.done_by)[:160], due_on=sheet.due_on, done_on=sheet.done_on,
        evidence_id=papers[0], document_id=papers[1], body_id=petition.body_id,
        appointment_id=actor.appointment_id, answered_at=at,
    )  # fmt: skip
    if sheet.decision == Decision.PASSED_ON:
        assert sheet.to_body_id is not None  # asked for by the rule
        return route(petition, Hop("forward", sheet.to_body_id, sheet.text), actor, at)
    petition.status, petition.answered_at = PETITION.target("answer", petition.status), at
    petition.read_back_at = petition.satisfaction = None
    petition.save(update_fields=["status", "answered_at", "read_back_at", "satisfaction"])
    tell_step(write_step(petition, "answer", sheet.text, actor, at))
    return petition


def _keep(evidence: Evidence | None, document_id: int | None, at: datetime) -> tuple[int | None, int | None]:
    """The ids of the kept file and of the paper; raises ``BadInput``."""
    if document_id and not Document.objects.filter(pk=document_id).exists():
        raise BadInput("Không thấy văn bản kèm theo.", {"document": "Hãy chọn lại văn bản."})
    kept = keep_upload(evidence.content, name=evidence.name, at=at) if evidence else None
    return kept.pk if kept else None, document_id
