"""A running year with its planned conferences, for the tests of this room."""

import pytest

from danban.campaigns.models import Campaign
from danban.conferences.models import Conference
from tests.cast import Cast, run_campaign
from tests.conferences.factories import conference_of, plan


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The small running year, its conferences planned: eight villages, four communes."""
    campaign = run_campaign(cast)
    plan(cast, campaign)
    return campaign


@pytest.fixture
def one(cast: Cast, campaign: Campaign) -> Conference:
    """The conference of group 1 of Phúc Xá."""
    return conference_of(cast, campaign, "00001.01")


@pytest.fixture
def other(cast: Cast, campaign: Campaign) -> Conference:
    """The conference of group 2 of Phúc Xá."""
    return conference_of(cast, campaign, "00001.02")
