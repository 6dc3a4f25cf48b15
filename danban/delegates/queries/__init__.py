"""What is read of delegates."""

from danban.delegates.queries.invited import delegate_by_token
from danban.delegates.queries.presence import (
    GroupCount,
    PresenceCount,
    VillageCount,
    presence_mark,
    presence_of,
    tallies_of,
)

__all__ = [
    "GroupCount",
    "PresenceCount",
    "VillageCount",
    "delegate_by_token",
    "presence_mark",
    "presence_of",
    "tallies_of",
]
