"""A running year and a village that asks, for the tests of this room."""

import pytest

from danban.campaigns.models import Campaign
from danban.difficulties.models import Difficulty
from tests.cast import Cast, run_campaign
from tests.difficulties.factories import ask


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The small running year."""
    return run_campaign(cast)


@pytest.fixture
def asked(cast: Cast, campaign: Campaign) -> Difficulty:
    """Group 1 of Phúc Xá has no hall; asked on Friday 10/02/2023."""
    return ask(cast, campaign)
