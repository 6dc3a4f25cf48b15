"""Dropping a line of a draft."""

import pytest

from danban.campaigns import actions
from danban.campaigns.models import Campaign, Draft
from danban.campaigns.states import ItemState
from danban.kit.refusals import NotNow, NotYours
from tests.campaigns.finders import duty
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast


def test_a_dropped_line_stays_visible(cast: Cast, draft: Draft) -> None:
    line = duty(draft, "village", "minutes")

    actions.drop_item(line.pk, actor=cast.actors["mrs_ha"], at=AT)

    line.refresh_from_db()
    assert line.state == ItemState.DROPPED
    assert last_event() == ("item.dropped", "draft_item", line.pk)


def test_dropping_twice_and_by_others_is_refused_without_a_trace(cast: Cast, draft: Draft) -> None:
    line = duty(draft, "village", "minutes")
    actions.drop_item(line.pk, actor=cast.actors["mrs_ha"], at=AT)

    with no_trace():
        with pytest.raises(NotNow):
            actions.drop_item(line.pk, actor=cast.actors["mrs_ha"], at=AT)
        with pytest.raises(NotYours):
            actions.drop_item(line.pk, actor=cast.actors["dong_anh"], at=AT)


def test_nothing_is_dropped_after_the_launch(cast: Cast, draft: Draft, campaign: Campaign) -> None:
    with no_trace(), pytest.raises(NotNow):
        actions.drop_item(duty(draft, "village", "minutes").pk, actor=cast.actors["mrs_ha"], at=AT)
