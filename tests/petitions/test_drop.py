"""What the city set may be taken back."""

import pytest

from danban.kit.refusals import NotFound
from danban.petitions import actions
from danban.petitions.models import Petition
from tests.campaigns.traces import no_trace
from tests.cast import AT, TODAY, Cast


def test_what_is_not_there_is_not_found(cast: Cast, lamp: Petition) -> None:
    assert lamp.pk
    with no_trace("petitions"):
        with pytest.raises(NotFound):
            actions.drop_closed_day(TODAY, actor=cast.actors["mrs_ha"], at=AT)
        with pytest.raises(NotFound):
            actions.drop_route(0, actor=cast.actors["mrs_ha"], at=AT)
