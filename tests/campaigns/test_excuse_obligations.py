"""The unit above accepts why something was late or not done."""

from datetime import date

import pytest

from danban.campaigns import actions
from danban.campaigns.models import Campaign, Obligation
from danban.campaigns.rules.timeliness import Timeliness, is_late, timeliness_of
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, NotYours
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast

LONG_AFTER = date(2024, 1, 1)


def _excuse(cast: Cast, campaign: Campaign, actor: Actor) -> int:
    place = cast.places["00001.01"].pk
    return actions.excuse_obligations(
        campaign_id=campaign.pk, placement_id=place, kind_codes=["conference"], event="conference.excused", actor=actor,
        at=AT,
    )  # fmt: skip


def test_what_is_excused_is_never_late_again_and_once_is_enough(cast: Cast, campaign: Campaign) -> None:
    late = Obligation.objects.filter(
        is_late(LONG_AFTER), placement=cast.places["00001.01"], kind__code="conference"
    )  # fmt: skip
    assert late.count() == 1
    assert _excuse(cast, campaign, cast.actors["phuc_xa"]) == 1
    assert not late.exists()
    with no_trace("campaigns"):
        assert _excuse(cast, campaign, cast.actors["phuc_xa"]) == 0


def test_nobody_excuses_what_they_owe_nor_what_others_area_owes(cast: Cast, campaign: Campaign) -> None:
    with no_trace("campaigns"):
        with pytest.raises(NotYours):
            _excuse(cast, campaign, cast.actors["head_of_group_1"])
        with pytest.raises(NotFound):
            _excuse(cast, campaign, cast.actors["dong_anh"])


def test_an_excuse_takes_lateness_away_and_makes_nothing_done() -> None:
    due, today = date(2023, 2, 28), date(2023, 3, 9)
    open_still = timeliness_of(starts_on=None, due_on=due, fulfilled_on=None, excused_on=today, today=today)
    done = timeliness_of(starts_on=None, due_on=due, fulfilled_on=date(2023, 3, 5), excused_on=today, today=today)
    assert (open_still, done) == (Timeliness.EXCUSED, Timeliness.DONE)
