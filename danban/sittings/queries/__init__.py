"""What is read of a sitting."""

from danban.sittings.queries.record import Record, record_of

__all__ = ["Record", "record_of"]
