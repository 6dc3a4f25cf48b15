"""Lines of a draft by the codes tests speak in."""

from danban.campaigns.models import Draft, DraftItem
from danban.campaigns.states import ItemKind


def milestone(draft: Draft, code: str) -> DraftItem:
    """A milestone line by its code."""
    return draft.items.get(kind=ItemKind.MILESTONE, values__code=code)


def duty(draft: Draft, level: str, code: str) -> DraftItem:
    """A duty line by its level and code."""
    return draft.items.get(kind=ItemKind.DUTY, level__code=level, values__code=code)
