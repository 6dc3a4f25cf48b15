"""Submit: minutes go to the chair when the conference is over and nothing is missing."""

import pytest

from danban.campaigns.models import Campaign
from danban.conferences.models import Conference, Officer
from danban.kit.actor import Actor
from danban.kit.refusals import NotNow, NotYours
from danban.notices.models import Notice
from danban.resolutions import actions
from danban.resolutions.models import Minutes
from tests.campaigns.traces import everything
from tests.cast import AT, Cast
from tests.resolutions.factories import ROOMS, held


def test_submitted_minutes_wait_for_the_chair_who_is_told(one: Conference, writer: Actor, chair: Actor) -> None:
    actions.draft_minutes(one.pk, actor=chair, at=AT)

    actions.submit_minutes(one.pk, actor=writer, at=AT)

    minutes = Minutes.objects.get(conference=one)
    assert (minutes.status, minutes.drafted_by_id) == ("submitted", writer.appointment_id)
    assert Notice.objects.filter(account_id=chair.user_id or 0, subject__contains="chờ xác nhận").exists()


def test_minutes_without_a_secretary_say_what_is_missing(one: Conference, writer: Actor) -> None:
    Officer.objects.filter(conference=one, role="secretary").delete()
    actions.draft_minutes(one.pk, actor=writer, at=AT)
    before = everything(*ROOMS)

    with pytest.raises(NotNow, match="thư ký"):
        actions.submit_minutes(one.pk, actor=writer, at=AT)

    assert everything(*ROOMS) == before


def test_minutes_of_a_conference_that_still_meets_wait(cast: Cast, campaign: Campaign, writer: Actor) -> None:
    one = held(cast, campaign, status="opened")
    actions.draft_minutes(one.pk, actor=writer, at=AT)

    with pytest.raises(NotNow, match="bế mạc"):
        actions.submit_minutes(one.pk, actor=writer, at=AT)
    with pytest.raises(NotYours):
        actions.submit_minutes(one.pk, actor=cast.actors["ba_dinh"], at=AT)
