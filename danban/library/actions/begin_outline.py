"""Begin an outline: its heading and the first draft of its words."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.vietnamese import squeeze
from danban.library import rules
from danban.library.actions.writing import put_words
from danban.library.models import Outline, OutlineVersion
from danban.library.rules import OutlineHeading, Words
from danban.library.states import VERSION


@transaction.atomic
def begin_outline(heading: OutlineHeading, *, words: Words, actor: Actor, at: datetime) -> OutlineVersion:
    """The body of the actor keeps it from now on; returns the draft of version 1.

    Raises ``NotYours`` or ``BadInput`` naming each bad field.
    """
    rules.check_can_begin(actor, at=at)
    rules.check_heading(heading)
    rules.check_words(words)
    assert actor.body_id is not None  # the rule has refused an office without a body
    outline = Outline.objects.create(
        body_id=actor.body_id, title=squeeze(heading.title), field=heading.field, level_id=heading.level_id,
        area=heading.area, begun_at=at, begun_by_id=actor.appointment_id,
    )  # fmt: skip
    version = OutlineVersion(outline=outline, number=1, status=VERSION.start.value)
    put_words(version, words, outline.title).save(force_insert=True)
    record(
        actor=actor, event="outline.begun", subject="outline", subject_id=outline.pk, at=at, unit_id=actor.unit_id,
        changes={"body": outline.body_id, "field": outline.field, "version": version.pk},
    )  # fmt: skip
    return version
