"""A running year with one petition said in Tổ dân phố số 1."""

import pytest

from danban.campaigns.models import Campaign
from danban.petitions.models import Petition
from tests.cast import Cast, run_campaign
from tests.petitions.factories import said


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The year 2023, running."""
    return run_campaign(cast)


@pytest.fixture
def lamp(cast: Cast, campaign: Campaign) -> Petition:
    """Lamps of lane 12, lying with the Front of Phúc Xá."""
    return said(cast, campaign)
