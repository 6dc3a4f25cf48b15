"""One tap: an opinion is to be followed up as a petition, or it is an opinion after all."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.kit.refusals import BadInput
from danban.sittings import rules
from danban.sittings.actions.locks import lock_of
from danban.sittings.actions.steps import write_down
from danban.sittings.fields import FIELDS
from danban.sittings.models import Opinion


@transaction.atomic
def mark_petition(
    opinion_id: int, *, is_petition: bool = True, field: str | None = None, actor: Actor, at: datetime
) -> Opinion:  # fmt: skip
    """``field`` None leaves the field as it is. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``."""
    opinion = lock_of(Opinion, opinion_id)
    rules.check_can_change_opinion(actor, opinion, at=at)
    if field and field not in FIELDS:
        raise BadInput("Lĩnh vực này không có trong danh mục.", {"field": "Hãy chọn một lĩnh vực."})
    opinion.is_petition = is_petition
    opinion.field = opinion.field if field is None else field
    opinion.save(update_fields=["is_petition", "field"])
    write_down(opinion, "opinion.marked", actor, at, is_petition=is_petition, field=opinion.field)
    return opinion
