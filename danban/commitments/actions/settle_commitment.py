"""Settle a promise: done, partly, not; the figure, what was wrong and why, what comes of it."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns.actions import fulfil_obligations
from danban.campaigns.models import Campaign
from danban.campaigns.states import CampaignStatus
from danban.commitments import rules
from danban.commitments.models import Commitment
from danban.commitments.queries.catalogue import catalogue
from danban.commitments.rules import Result
from danban.commitments.states import COMMITMENT, CommitmentStatus, Direction
from danban.documents.actions import keep_upload
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput, NotFound
from danban.kit.vietnamese import nfc


@transaction.atomic
def settle_commitment(
    commitment_id: int, *, result: Result, evidence: tuple[bytes, str] | None = None, actor: Actor, at: datetime
) -> Commitment:  # fmt: skip
    """Write what became of it; with a unit's last one its duty to evaluate last year is done.

    ``evidence`` is (content, name) of a photograph or file. Unlikely figures raise ``BadInput`` on ``is_sure`` until
    they are stood by. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``.
    """
    one = lock_commitment(commitment_id)
    rules.check_can_settle(actor, one, at=at)
    measure = catalogue().get(one.indicator)
    rules.check_result(result, is_share=one.unit_label == "%")
    doubts = rules.doubts_of(
        result, target=one.value, direction=measure.direction if measure else Direction.UP,
        low=measure.low if measure else None, high=measure.high if measure else None,
    )  # fmt: skip
    if doubts and not result.is_sure:
        raise BadInput(" ".join(doubts), {"is_sure": "Hãy xem lại; nếu đúng như vậy thì đánh dấu vào đây."})
    one.doubt = " ".join(doubts)[:300]
    _write(one, result, evidence, actor, at)
    record(
        actor=actor, event="commitment.settled", subject="commitment", subject_id=one.pk, at=at, unit_id=actor.unit_id,
        changes={"outcome": one.outcome, "result": one.result, "placement": one.placement_id},
    )  # fmt: skip
    _fulfil(one, actor, at)
    return one


def lock_commitment(commitment_id: int) -> Commitment:
    """A promise, locked, with where it was made; raises ``NotFound``."""
    found = Commitment.objects.select_for_update(of=("self",)).select_related("placement")
    one = found.filter(pk=commitment_id).first()
    if one is None:
        raise NotFound
    return one


def _write(
    one: Commitment, result: Result, evidence: tuple[bytes, str] | None, actor: Actor, at: datetime
) -> None:  # fmt: skip
    counted = rules.percent_of(result.count, result.of)
    result = replace(result, value=counted if counted is not None and one.unit_label == "%" else result.value)
    if result.value is None and result.count is not None:
        result = replace(result, value=result.count)
    one.disputes.filter(answered_at__isnull=True).update(answer=nfc(result.answer).strip(), answered_at=at)
    one.status, one.outcome = COMMITMENT.target("settle", one.status), result.outcome
    one.result, one.result_count, one.result_of = result.value, result.count, result.of
    one.limits, one.causes, one.remedy = nfc(result.limits), nfc(result.causes), nfc(result.remedy)
    one.settled_at, one.settled_by_id = at, actor.appointment_id
    if evidence is not None:
        one.evidence = keep_upload(evidence[0], name=evidence[1], at=at)
    one.save()


def _fulfil(one: Commitment, actor: Actor, at: datetime) -> None:
    """The duty "last_resolution" of the year after, once nothing of the unit waits."""
    waiting = Commitment.objects.filter(unit_id=one.unit_id, year=one.year).exclude(
        status__in=(CommitmentStatus.SETTLED, CommitmentStatus.CANCELLED)
    )
    if waiting.exists():
        return
    years = Campaign.objects.filter(year=one.year + 1, status=CampaignStatus.RUNNING, tree_id__in=list(actor.paths))
    for campaign in years.defer("plan_text"):
        place = campaign.tree.placements.filter(unit_id=one.unit_id).first()
        if place is not None and actor.covers(campaign.tree_id, place.path):
            fulfil_obligations(
                campaign_id=campaign.pk, placement_id=place.pk, kind_code="last_resolution", event="commitment.settled",
                on=day_of(at), actor=actor, at=at,
            )  # fmt: skip
