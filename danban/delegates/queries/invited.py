"""The person an invitation's link belongs to."""

from danban.delegates.models import Delegate
from danban.kit.tokens import hash_of


def delegate_by_token(token: str) -> Delegate | None:
    """The living delegate of a link, with the conference and its place; None for a wrong or withdrawn one."""
    hashed = hash_of(token)
    if not hashed:
        return None
    found = Delegate.objects.select_related("conference__placement__parent", "conference__campaign", "conference__hall")
    return found.defer("conference__campaign__plan_text").filter(token_hash=hashed, dropped_at__isnull=True).first()
