"""A running year with one conference of a village that is over, and its two heads."""

import pytest

from danban.campaigns.models import Campaign
from danban.conferences.models import Conference
from danban.kit.actor import Actor
from tests.cast import Cast, run_campaign
from tests.conferences.factories import plan
from tests.conferences.owing import owe
from tests.resolutions.factories import full, two_heads


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The small running year, its conferences planned, minutes and resolution owed by villages and communes."""
    campaign = run_campaign(cast)
    for level in ("village", "commune"):
        owe(cast, campaign, "minutes", level)
        owe(cast, campaign, "resolution", level)
    plan(cast, campaign)
    return campaign


@pytest.fixture
def one(cast: Cast, campaign: Campaign) -> Conference:
    """The conference of group 1 of Phúc Xá, over, with records of every kind."""
    return full(cast, campaign)


@pytest.fixture
def heads(cast: Cast) -> tuple[Actor, Actor]:
    """The head of the Front Work Committee of group 1, who writes, and the head of the group, who confirms."""
    return two_heads(cast)


@pytest.fixture
def writer(heads: tuple[Actor, Actor]) -> Actor:
    """Writes the minutes."""
    return heads[0]


@pytest.fixture
def chair(heads: tuple[Actor, Actor]) -> Actor:
    """Confirms them."""
    return heads[1]
