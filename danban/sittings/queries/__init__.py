"""What is read of a sitting."""

from danban.sittings.queries.record import Record, record_of
from danban.sittings.queries.running import (
    Running,
    conference_to,
    count_for,
    entry_for,
    opinion_for,
    running,
    target_for,
)
from danban.sittings.queries.screen import Screen, results_of, screen, screen_mark
from danban.sittings.queries.voting import Ballot, Station, ballot_for, station

__all__ = [
    "Ballot",
    "Record",
    "Running",
    "Screen",
    "Station",
    "ballot_for",
    "conference_to",
    "count_for",
    "entry_for",
    "opinion_for",
    "record_of",
    "results_of",
    "running",
    "screen",
    "screen_mark",
    "station",
    "target_for",
]
