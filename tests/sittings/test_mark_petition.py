"""One tap makes an opinion a petition, another takes that back."""

import pytest

from danban.conferences.models import Conference
from danban.kit.refusals import BadInput
from danban.sittings import actions
from tests.campaigns.traces import no_trace
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, ROOMS, opinion


def test_there_and_back(cast: Cast, meeting: Conference) -> None:
    said = opinion(cast, meeting)
    marked = actions.mark_petition(said.pk, field="lighting", actor=cast.actors[HEAD], at=EVENING)
    assert (marked.is_petition, marked.field) == (True, "lighting")
    back = actions.mark_petition(said.pk, is_petition=False, actor=cast.actors[HEAD], at=EVENING)
    assert (back.is_petition, back.field) == (False, "lighting")


def test_an_unknown_field_is_refused(cast: Cast, meeting: Conference) -> None:
    said = opinion(cast, meeting)
    with no_trace(*ROOMS), pytest.raises(BadInput):
        actions.mark_petition(said.pk, field="đèn", actor=cast.actors[HEAD], at=EVENING)
