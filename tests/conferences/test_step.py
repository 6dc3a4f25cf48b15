"""One item runs at a time; beginning it twice changes nothing."""

from datetime import timedelta

import pytest

from danban.conferences import actions
from danban.conferences.models import AgendaEntry, Conference
from danban.kit.refusals import NotFound, NotNow
from tests.campaigns.traces import no_trace
from tests.cast import Cast
from tests.conferences.test_open import ready  # noqa: F401
from tests.sittings.factories import EVENING, HEAD, ROOMS, entries_of, opened


def test_the_next_item_begins_and_the_running_one_ends(cast: Cast, ready: Conference) -> None:  # noqa: F811
    opened(cast, ready)
    first, second, _ = entries_of(ready)
    later = EVENING + timedelta(minutes=10)
    actions.step_agenda(ready.pk, entry_id=first.pk, actor=cast.actors[HEAD], at=EVENING)
    for _ in range(2):
        actions.step_agenda(ready.pk, entry_id=second.pk, actor=cast.actors[HEAD], at=later)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.started_at, first.ended_at) == (EVENING, later)
    assert (second.started_at, second.ended_at) == (later, None)


def test_before_it_opens_and_items_of_others_are_refused(cast: Cast, ready: Conference) -> None:  # noqa: F811
    first = entries_of(ready)[0]
    with no_trace(*ROOMS), pytest.raises(NotNow, match="đang họp"):
        actions.step_agenda(ready.pk, entry_id=first.pk, actor=cast.actors[HEAD], at=EVENING)
    opened(cast, ready)
    missing = (AgendaEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1
    with no_trace(*ROOMS), pytest.raises(NotFound):
        actions.step_agenda(ready.pk, entry_id=missing, actor=cast.actors[HEAD], at=EVENING)
