"""A conference of group 1 of Phúc Xá, announced for a Friday evening, and the same one open."""

import pytest

from danban.campaigns.models import Campaign
from danban.conferences.models import Conference
from tests.cast import Cast, run_campaign
from tests.conferences.factories import conference_of, hall_of, plan
from tests.sittings.factories import announced_with_agenda, opened


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The small running year, its conferences planned."""
    campaign = run_campaign(cast)
    plan(cast, campaign)
    return campaign


@pytest.fixture
def ready(cast: Cast, campaign: Campaign) -> Conference:
    """Announced, with an agenda."""
    return announced_with_agenda(cast, conference_of(cast, campaign, "00001.01"), hall_of(cast))


@pytest.fixture
def meeting(cast: Cast, ready: Conference) -> Conference:
    """Open since half past seven."""
    return opened(cast, ready)
