"""Return: the chair gives minutes back with a reason."""

import pytest

from danban.conferences.models import Conference
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotNow, NotYours
from danban.resolutions import actions
from danban.resolutions.models import Minutes
from tests.campaigns.traces import everything
from tests.cast import AT, Cast
from tests.resolutions.factories import ROOMS


def test_returned_minutes_are_drafted_again_with_the_reason(one: Conference, writer: Actor, chair: Actor) -> None:
    actions.draft_minutes(one.pk, actor=writer, at=AT)
    actions.submit_minutes(one.pk, actor=writer, at=AT)

    actions.return_minutes(one.pk, reason=" Thiếu ý kiến của bà Hạnh ", actor=chair, at=AT)

    minutes = Minutes.objects.get(conference=one)
    assert (minutes.status, minutes.returned_for) == ("drafted", "Thiếu ý kiến của bà Hạnh")
    assert actions.submit_minutes(one.pk, actor=writer, at=AT).returned_for == ""


def test_without_a_reason_or_before_they_are_submitted_or_from_above_nothing_happens(
    cast: Cast, one: Conference, writer: Actor, chair: Actor
) -> None:
    actions.draft_minutes(one.pk, actor=writer, at=AT)
    with pytest.raises(NotNow):
        actions.return_minutes(one.pk, reason="Thiếu", actor=chair, at=AT)
    actions.submit_minutes(one.pk, actor=writer, at=AT)
    before = everything(*ROOMS)

    with pytest.raises(BadInput):
        actions.return_minutes(one.pk, reason=" ", actor=chair, at=AT)
    with pytest.raises(NotYours):
        actions.return_minutes(one.pk, reason="Thiếu", actor=cast.actors["phuc_xa"], at=AT)

    assert everything(*ROOMS) == before
