"""Withdraw a version: it is not to be presented any more, and everybody reads why."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.vietnamese import nfc
from danban.library import rules
from danban.library.actions.locks import lock_version
from danban.library.models import OutlineVersion
from danban.library.states import VERSION


@transaction.atomic
def withdraw_version(version_id: int, *, reason: str, actor: Actor, at: datetime) -> OutlineVersion:
    """Take it out of use; the published version before it, where there is one, is in use again.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (no reason).
    """
    version = lock_version(version_id)
    rules.check_can_withdraw(actor, version, reason=reason, at=at)
    version.status = VERSION.target("withdraw", version.status)
    version.withdraw_reason = nfc(reason).strip()
    version.save(update_fields=["status", "withdraw_reason"])
    record(
        actor=actor, event="version.withdrawn", subject="outline", subject_id=version.outline_id, at=at,
        unit_id=actor.unit_id, changes={"version": version.pk, "number": version.number},
    )  # fmt: skip
    return version
