"""By the link: accept, decline, change one's mind until it opens."""

from datetime import timedelta

import pytest

from danban.conferences.models import Conference
from danban.delegates import actions
from danban.kit.refusals import NotFound, NotNow
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.delegates.factories import ROOMS, invited

LATER = AT + timedelta(minutes=5)


def test_accepting_and_changing_ones_mind(cast: Cast, ready: Conference) -> None:
    made = invited(cast, ready)
    accepted = actions.accept_invitation(made.token, at=AT)
    assert (accepted.reply, accepted.replied_at) == ("accepted", AT)
    assert last_event()[0] == "invitation.accepted"
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.accept_invitation(made.token, at=LATER)

    assert actions.decline_invitation(made.token, at=LATER).reply == "declined"


def test_a_wrong_link_and_a_conference_that_opened_are_refused(cast: Cast, ready: Conference) -> None:
    made = invited(cast, ready)
    for wrong in ("", "x", made.token[:-1]):
        with no_trace(*ROOMS), pytest.raises(NotFound):
            actions.accept_invitation(wrong, at=AT)
    Conference.objects.filter(pk=ready.pk).update(status="opened", opened_at=AT)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="khai mạc"):
        actions.accept_invitation(made.token, at=AT)
