"""Name a signer: from a day on a person signs for a body, by a power."""

from datetime import date, datetime

from django.db import transaction

from danban.audit.actions import record
from danban.documents import rules
from danban.documents.models import Signer
from danban.kit.actor import Actor
from danban.kit.vietnamese import squeeze
from danban.units.models import Body


@transaction.atomic
def name_signer(
    *,
    body_id: int,
    full_name: str,
    position: str,
    power: str,
    head_position: str = "",
    account_id: int | None = None,
    rank: int = 0,
    starts_on: date,
    ends_on: date | None = None,
    actor: Actor,
    at: datetime,
) -> Signer:
    """Name who signs for a body of the own unit, or of a village right below.

    ``account_id`` is the person here, where there is one; the lowest ``rank`` is proposed. The same person named
    again for the same days and position (a second click) gives the signer that is there. Raises ``NotFound``,
    ``NotYours`` or ``BadInput``.
    """
    body = Body.objects.select_for_update(of=("self",)).filter(pk=body_id).first()
    rules.check_can_name_signer(actor, body, starts_on=starts_on, ends_on=ends_on, at=at)
    rules.check_signer_words(full_name, position, power, head_position)
    rules.check_account(account_id)
    signer, is_new = Signer.objects.get_or_create(
        body_id=body_id, full_name=squeeze(full_name), position=squeeze(position), power=power, starts_on=starts_on,
        ends_on=ends_on, defaults={"account_id": account_id, "head_position": squeeze(head_position), "rank": rank},
    )  # fmt: skip
    if is_new:
        record(
            actor=actor,
            event="signer.named",
            subject="signer",
            subject_id=signer.pk,
            at=at,
            unit_id=actor.unit_id,
            changes={"body": body_id, "account": account_id, "power": power, "from": starts_on, "to": ends_on},
        )
    return signer
