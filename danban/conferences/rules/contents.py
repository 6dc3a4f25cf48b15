"""Which contents an agenda must hold: last year's resolution first, then those of the campaign's template."""

from collections.abc import Sequence

from danban.campaigns.models import AgendaItem
from danban.conferences.models import AgendaEntry, Conference

LAST_YEAR = "Nghị quyết năm trước và kiến nghị còn mở"


def stays(entry: AgendaEntry) -> bool:
    """Whether it may not be dropped: last year's resolution, and what the campaign's template makes mandatory."""
    return entry.is_mandatory and (entry.item_id is not None or entry.title == LAST_YEAR)


def missing_contents(entries: Sequence[AgendaEntry], *, of: Conference | None = None) -> list[str]:
    """Titles of the mandatory contents of a conference that have no entry among these.

    Before announcing these are all its entries, before closing those that were treated. ``of`` may be left out
    where there is at least one entry. One query.
    """
    conference = of or (entries[0].conference if entries else None)
    missing = [] if any(stays(one) and one.item_id is None for one in entries) else [LAST_YEAR]
    if conference is None:
        return missing
    present = {one.item_id for one in entries}
    wanted = AgendaItem.objects.filter(
        campaign_id=conference.campaign_id, level_id=conference.level_id, is_mandatory=True
    )
    return missing + [item.title for item in wanted.order_by("position", "pk") if item.pk not in present]
