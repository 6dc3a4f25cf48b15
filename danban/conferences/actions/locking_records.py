"""Records of a conference are written until its minutes are confirmed, and again while a correction is open."""

from datetime import datetime

from danban.conferences.models import Conference


def lock_records(conference: Conference, at: datetime | None) -> None:
    """Nothing more is recorded from ``at`` on; None opens the records again. Called by the room of minutes."""
    conference.records_locked_at = at
    conference.save(update_fields=["records_locked_at"])
