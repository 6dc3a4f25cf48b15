"""Why an item is not dealt with is written on it."""

import pytest

from danban.conferences import actions
from danban.conferences.models import Conference
from danban.kit.refusals import NotNow
from tests.campaigns.traces import last_event, no_trace
from tests.cast import Cast
from tests.conferences.test_open import ready  # noqa: F401
from tests.sittings.factories import EVENING, HEAD, ROOMS, entries_of, opened


def test_the_note_stands_on_the_item(cast: Cast, ready: Conference) -> None:  # noqa: F811
    entry = entries_of(ready)[0]
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.explain_entry(ready.pk, entry_id=entry.pk, note="?", actor=cast.actors[HEAD], at=EVENING)
    opened(cast, ready)

    note = "  Chưa có  số liệu "
    actions.explain_entry(ready.pk, entry_id=entry.pk, note=note, actor=cast.actors[HEAD], at=EVENING)

    entry.refresh_from_db()
    assert entry.note == "Chưa có số liệu"
    assert last_event()[0] == "conference.explained"
