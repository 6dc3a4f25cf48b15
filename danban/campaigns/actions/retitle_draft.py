"""Change the year, the name and the theme of a draft."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.locks import lock_draft
from danban.campaigns.models import Draft
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import squeeze


@transaction.atomic
def retitle_draft(draft_id: int, *, year: int, name: str, theme: str, actor: Actor, at: datetime) -> Draft:
    """Set year, name and theme. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` by field."""
    draft = lock_draft(draft_id)
    rules.check_can_retitle(actor, draft, at=at)
    rules.check_year(year)
    name, theme = squeeze(name), squeeze(theme)
    problems = {}
    if not 0 < len(name) <= 200:
        problems["name"] = "Tên cần từ 1 đến 200 ký tự."
    if len(theme) > 300:
        problems["theme"] = "Chủ đề dài quá 300 ký tự."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)
    before = [draft.year, draft.name, draft.theme]
    if before == [year, name, theme]:
        return draft
    draft.year, draft.name, draft.theme = year, name, theme
    draft.save(update_fields=["year", "name", "theme"])
    record(
        actor=actor,
        event="draft.retitled",
        subject="draft",
        subject_id=draft.pk,
        at=at,
        unit_id=draft.unit_id,
        changes={"old": before, "new": [year, name, theme]},
    )
    return draft
