"""Tables of a conference as it runs: opinions, speakers, targets, hands counted, secret votes."""

from danban.sittings.models.floor import Opinion, Target, Turn
from danban.sittings.models.voting import HandCount, Poll, PollBox, PollVoter

__all__ = ["HandCount", "Opinion", "Poll", "PollBox", "PollVoter", "Target", "Turn"]
