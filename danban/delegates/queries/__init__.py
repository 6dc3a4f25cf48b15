"""What is read of delegates."""

from danban.delegates.queries.invited import delegate_by_token
from danban.delegates.queries.listed import (
    DelegatesPage,
    GroupRow,
    delegate_for,
    delegates_page,
    elected_by,
    everybody,
    quota_of_village,
    quotas_of,
    structure_of,
    untold_of,
)
from danban.delegates.queries.presence import (
    GroupCount,
    PresenceCount,
    VillageCount,
    presence_mark,
    presence_of,
    tallies_of,
)

__all__ = [
    "DelegatesPage",
    "GroupCount",
    "GroupRow",
    "PresenceCount",
    "VillageCount",
    "delegate_by_token",
    "delegate_for",
    "delegates_page",
    "elected_by",
    "everybody",
    "presence_mark",
    "presence_of",
    "quota_of_village",
    "quotas_of",
    "structure_of",
    "tallies_of",
    "untold_of",
]
