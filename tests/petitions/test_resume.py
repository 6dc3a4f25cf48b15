"""The clock runs again, by whoever stopped it."""

import pytest

from danban.kit.refusals import NotNow
from danban.petitions import actions
from danban.petitions.models import Petition
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import routed


def test_what_does_not_stand_still_is_not_resumed(cast: Cast, lamp: Petition) -> None:
    routed(cast, lamp)
    with no_trace("petitions"), pytest.raises(NotNow):
        actions.resume_petition(lamp.pk, actor=cast.actors["phuc_xa_committee"], at=AT)


def test_stopped_and_run_on_one_day_nothing_moved(cast: Cast, lamp: Petition) -> None:
    due, body = routed(cast, lamp).answer_due_on, cast.actors["phuc_xa_committee"]
    actions.pause_petition(lamp.pk, reason="Chờ giấy tờ", actor=body, at=AT)

    assert actions.resume_petition(lamp.pk, actor=body, at=AT).answer_due_on == due
