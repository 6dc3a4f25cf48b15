"""What is read of delegates."""

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
    "presence_mark",
    "presence_of",
    "tallies_of",
]
