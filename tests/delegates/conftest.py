"""A running year, a conference of group 1 of Phúc Xá announced for today, its structure set and agreed."""

import pytest

from danban.campaigns.models import Campaign
from danban.conferences.models import Conference
from tests.cast import Cast, run_campaign
from tests.conferences.factories import plan
from tests.delegates.factories import agreed
from tests.delegates.factories_presence import on_its_day


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The small running year, its conferences planned."""
    campaign = run_campaign(cast)
    plan(cast, campaign)
    return campaign


@pytest.fixture
def one(cast: Cast, campaign: Campaign) -> Conference:
    """Announced for today."""
    return on_its_day(cast, campaign)


@pytest.fixture
def ready(cast: Cast, one: Conference) -> Conference:
    """The same, its structure agreed by both heads."""
    return agreed(cast, one)
