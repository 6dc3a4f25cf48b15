"""Reading notices: how people are reached, what they were told, what waits to leave."""

from danban.notices.queries.reaching import Recipient, own_reach

__all__ = ["Recipient", "own_reach"]
