"""A launched year and plans on their way, for the tests of this room."""

import pytest

from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign
from danban.plans.models import Plan
from tests.campaigns.readings import reading_of
from tests.cast import AT, Cast
from tests.plans.factories import derive, submitted


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The year 2023, launched by Mrs Hà."""
    draft = campaigns.start_draft(reading_of(), tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT)
    return campaigns.launch_draft(draft.pk, actor=cast.actors["mrs_ha"], at=AT)


@pytest.fixture
def draft(cast: Cast, campaign: Campaign) -> Plan:
    """Phúc Xá's plan, just derived from the year's: its district has none yet."""
    return derive(cast, campaign, "00001")


@pytest.fixture
def waiting(cast: Cast, campaign: Campaign) -> Plan:
    """Phúc Xá's plan, submitted by the Front, waiting for the People's Committee."""
    return submitted(cast, campaign, "00001")
