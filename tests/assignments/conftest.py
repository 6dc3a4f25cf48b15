"""A launched year whose bodies answer for their work, for the tests of this room."""

import pytest

from danban.campaigns import actions
from danban.campaigns.models import Assignment, Campaign
from tests.assignments.factories import given_to, seat_board_in_front
from tests.campaigns.readings import reading_of
from tests.cast import AT, Cast


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The year of the plan most tests read, launched; Mrs Hà's board is a part of the City Front."""
    seat_board_in_front(cast)
    draft = actions.start_draft(reading_of(), tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT)
    return actions.launch_draft(draft.pk, actor=cast.actors["mrs_ha"], at=AT)


@pytest.fixture
def department_work(cast: Cast, campaign: Campaign) -> Assignment:
    """What the plan gives the Department of Culture once."""
    return given_to(campaign, cast.bodies["01", "department"])


@pytest.fixture
def weekly_work(cast: Cast, campaign: Campaign) -> Assignment:
    """What the plan gives the same department every week."""
    return given_to(campaign, cast.bodies["01", "department"], is_weekly=True)
