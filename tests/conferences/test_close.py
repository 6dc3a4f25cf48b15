"""A conference closes once its mandatory contents were dealt with, and counts as what its units owed."""

from datetime import timedelta

import pytest

from danban.campaigns.models import Campaign, Obligation
from danban.conferences import actions
from danban.conferences.models import Conference
from danban.conferences.states import ConferenceStatus
from danban.kit.refusals import NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import Cast
from tests.conferences.factories import FRIDAY, conference_of, hall_of
from tests.conferences.test_open import ready  # noqa: F401
from tests.sittings.factories import EVENING, HEAD, ROOMS, announced_with_agenda, entries_of, opened

LATER = EVENING + timedelta(hours=2)


def _owed(one: Conference, place_id: int) -> bool:
    return Obligation.objects.filter(
        campaign=one.campaign, placement_id=place_id, kind__code="conference", fulfilled_on__isnull=True
    ).exists()


def test_what_was_left_out_is_named_and_then_explained(cast: Cast, ready: Conference) -> None:  # noqa: F811
    opened(cast, ready)
    first, second, _ = entries_of(ready)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="Còn 2 nội dung bắt buộc"):
        actions.close_conference(ready.pk, actor=cast.actors[HEAD], at=LATER)
    actions.step_agenda(ready.pk, entry_id=first.pk, actor=cast.actors[HEAD], at=EVENING)
    actions.explain_entry(ready.pk, entry_id=second.pk, note="Dời sang kỳ sau", actor=cast.actors[HEAD], at=EVENING)

    one = actions.close_conference(ready.pk, actor=cast.actors[HEAD], at=LATER)

    first.refresh_from_db()
    assert (one.status, one.held_on, one.closed_at) == (ConferenceStatus.HELD, FRIDAY, LATER)
    assert first.ended_at == LATER
    assert not _owed(one, one.placement_id)


def test_every_unit_it_was_held_for_has_done_it(cast: Cast, campaign: Campaign) -> None:
    both = [conference_of(cast, campaign, code) for code in ("00001.01", "00001.02")]
    joined = actions.join_conferences([one.pk for one in both], actor=cast.actors["phuc_xa"], at=EVENING)
    announced_with_agenda(cast, joined, hall_of(cast))
    opened(cast, joined)
    for entry in entries_of(joined):
        actions.step_agenda(joined.pk, entry_id=entry.pk, actor=cast.actors[HEAD], at=EVENING)

    actions.close_conference(joined.pk, actor=cast.actors[HEAD], at=LATER)

    assert not _owed(joined, cast.places["00001.01"].pk)
    assert not _owed(joined, cast.places["00001.02"].pk)


def test_only_an_open_one_is_closed_by_whoever_holds_it(cast: Cast, ready: Conference) -> None:  # noqa: F811
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.close_conference(ready.pk, actor=cast.actors[HEAD], at=LATER)
    opened(cast, ready)
    with no_trace(*ROOMS), pytest.raises(NotYours):
        actions.close_conference(ready.pk, actor=cast.actors["ba_dinh"], at=LATER)
    assert last_event()[0] == "conference.opened"
