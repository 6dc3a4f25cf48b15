"""Remove a presentation recorded by mistake: one tap records it, so one has to take it back."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.library import rules
from danban.library.models import Presentation


@transaction.atomic
def remove_presentation(presentation_id: int, *, actor: Actor, at: datetime) -> Presentation:
    """Take it out of every count; the diary keeps that it stood there. Raises ``NotFound`` or ``NotYours``."""
    found = Presentation.objects.select_for_update(of=("self",)).select_related("placement", "version")
    presentation = found.filter(pk=presentation_id).first()
    if presentation is None:
        raise NotFound
    rules.check_can_remove(actor, presentation, at=at)
    changes = {"version": presentation.version_id, "placement": presentation.placement_id, "on": presentation.on}
    record(
        actor=actor, event="presentation.removed", subject="outline", subject_id=presentation.version.outline_id,
        at=at, unit_id=actor.unit_id, changes=changes,
    )  # fmt: skip
    Presentation.objects.filter(pk=presentation_id).delete()
    return presentation
