"""Throwing a draft away."""

import pytest

from danban.campaigns import actions
from danban.campaigns.models import Draft
from danban.campaigns.states import DraftStatus
from danban.kit.refusals import NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast


def test_a_discarded_draft_stays_in_the_list_and_cannot_be_launched(cast: Cast, draft: Draft) -> None:
    ha = cast.actors["mrs_ha"]

    actions.discard_draft(draft.pk, actor=ha, at=AT)

    draft.refresh_from_db()
    assert draft.status == DraftStatus.DISCARDED
    assert last_event() == ("draft.discarded", "draft", draft.pk)
    with no_trace():
        with pytest.raises(NotNow):
            actions.discard_draft(draft.pk, actor=ha, at=AT)
        with pytest.raises(NotNow):
            actions.launch_draft(draft.pk, actor=ha, at=AT)


def test_others_are_refused_without_a_trace(cast: Cast, draft: Draft) -> None:
    with no_trace():
        with pytest.raises(NotYours):
            actions.discard_draft(draft.pk, actor=cast.actors["culture_department"], at=AT)
        with pytest.raises(NotFound):
            actions.discard_draft(draft.pk + 1, actor=cast.actors["mrs_ha"], at=AT)
