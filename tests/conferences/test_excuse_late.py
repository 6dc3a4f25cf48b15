"""The unit above accepts why a conference was held after the last day it was owed."""

from datetime import date

import pytest

from danban.audit.models import Entry
from danban.campaigns.models import Campaign, Obligation
from danban.campaigns.rules.timeliness import IS_DONE_LATE
from danban.conferences import actions
from danban.conferences.models import Conference
from danban.conferences.states import ConferenceStatus
from danban.kit import clock
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.campaigns.traces import no_trace
from tests.cast import Cast
from tests.conferences.factories import ROOMS

LATE = date(2023, 3, 6)
AFTER = clock.moment(date(2023, 3, 8), 9)


def _held(one: Conference, on: date) -> Obligation:
    """It met on a day, and its unit's duty counts for that day."""
    Conference.objects.filter(pk=one.pk).update(status=ConferenceStatus.HELD, held_on=on)
    owed = Obligation.objects.filter(placement_id=one.placement_id, kind__code="conference")
    owed.update(fulfilled_on=on, fulfilled_at=AFTER, fulfilled_by="conference.held")
    return owed.get()


def test_what_was_held_late_counts_late_until_the_commune_excuses_it(
    cast: Cast, campaign: Campaign, one: Conference
) -> None:
    owed = _held(one, LATE)
    assert Obligation.objects.filter(IS_DONE_LATE, pk=owed.pk).exists()

    actions.excuse_late_conference(one.pk, reason="Bão", actor=cast.actors["phuc_xa"], at=AFTER)

    one.refresh_from_db()
    assert (one.status, one.excused_at) == (ConferenceStatus.HELD, AFTER)
    assert Entry.objects.filter(event="conference.excused_late", subject_id=one.pk).exists()
    assert not Obligation.objects.filter(IS_DONE_LATE, pk=owed.pk).exists()


def test_who_is_not_above_no_reason_in_time_and_twice_are_refused(
    cast: Cast, campaign: Campaign, one: Conference, other: Conference
) -> None:
    _held(one, LATE)
    _held(other, date(2023, 2, 17))
    with no_trace(*ROOMS):
        with pytest.raises(NotYours):
            actions.excuse_late_conference(one.pk, reason="Bão", actor=cast.actors["head_of_group_1"], at=AFTER)
        with pytest.raises(BadInput):
            actions.excuse_late_conference(one.pk, reason=" ", actor=cast.actors["phuc_xa"], at=AFTER)
        with pytest.raises(NotNow, match="trong đợt"):
            actions.excuse_late_conference(other.pk, reason="Bão", actor=cast.actors["phuc_xa"], at=AFTER)
    actions.excuse_late_conference(one.pk, reason="Bão", actor=cast.actors["phuc_xa"], at=AFTER)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="rồi"):
        actions.excuse_late_conference(one.pk, reason="Bão", actor=cast.actors["phuc_xa"], at=AFTER)
