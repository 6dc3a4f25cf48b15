"""What is read of resolutions."""

from danban.resolutions.queries.facts import facts_of

__all__ = ["facts_of"]
