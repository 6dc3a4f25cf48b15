"""Begin the next version of an outline, filled in with the words of the latest."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.library import rules
from danban.library.actions.locks import lock_outline
from danban.library.models import OutlineVersion
from danban.library.states import VERSION


@transaction.atomic
def begin_version(outline_id: int, *, actor: Actor, at: datetime) -> OutlineVersion:
    """A draft with the latest words; what was published stays in use until the draft is published.

    Raises ``NotFound``, ``NotYours`` or ``NotNow`` (one is being drafted).
    """
    outline = lock_outline(outline_id)
    rules.check_nothing_is_drafted(actor, outline, at=at)
    latest = outline.versions.order_by("number", "pk").last()
    assert latest is not None  # an outline begins with its first version
    version = OutlineVersion.objects.create(
        outline=outline, number=latest.number + 1, status=VERSION.start.value, text=latest.text,
        minutes=latest.minutes, folded=latest.folded,
    )  # fmt: skip
    record(
        actor=actor, event="version.begun", subject="outline", subject_id=outline.pk, at=at, unit_id=actor.unit_id,
        changes={"version": version.pk, "number": version.number},
    )  # fmt: skip
    return version
