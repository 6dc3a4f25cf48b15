"""Write on a draft."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.vietnamese import squeeze
from danban.library import rules
from danban.library.actions.locks import lock_version
from danban.library.actions.writing import put_words
from danban.library.models import Outline, OutlineVersion
from danban.library.rules import OutlineHeading, Words


@transaction.atomic
def edit_version(
    version_id: int, *, words: Words, heading: OutlineHeading | None = None, actor: Actor, at: datetime
) -> OutlineVersion:
    """Put words in the place of a draft's; ``heading`` may change while nothing was published.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (published or withdrawn) or ``BadInput``.
    """
    version = lock_version(version_id)
    rules.check_can_edit_version(actor, version, at=at)
    rules.check_words(words)
    if heading is not None:
        rules.check_heading_may_change(version.outline)
        rules.check_heading(heading)
        _put_heading(version.outline, heading)
    put_words(version, words, version.outline.title)
    version.save(update_fields=["text", "minutes", "change_note", "folded"])
    record(
        actor=actor, event="version.edited", subject="outline", subject_id=version.outline_id, at=at,
        unit_id=actor.unit_id, changes={"version": version.pk, "letters": len(version.text)},
    )  # fmt: skip
    return version


def _put_heading(outline: Outline, heading: OutlineHeading) -> None:
    outline.title, outline.field = squeeze(heading.title), heading.field
    outline.level_id, outline.area = heading.level_id, heading.area
    outline.save(update_fields=["title", "field", "level", "area"])
