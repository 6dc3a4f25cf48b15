"""Publish a draft: from now on every office reads and presents this version."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.library import rules
from danban.library.actions.locks import lock_version
from danban.library.models import OutlineVersion
from danban.library.states import VERSION


@transaction.atomic
def publish_version(version_id: int, *, actor: Actor, at: datetime) -> OutlineVersion:
    """The latest published version is the one in use. Raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    version = lock_version(version_id)
    rules.check_can_publish(actor, version, at=at)
    version.status = VERSION.target("publish", version.status)
    version.published_at, version.published_by_id = at, actor.appointment_id
    version.save(update_fields=["status", "published_at", "published_by"])
    record(
        actor=actor, event="version.published", subject="outline", subject_id=version.outline_id, at=at,
        unit_id=actor.unit_id, changes={"version": version.pk, "number": version.number},
    )  # fmt: skip
    return version
