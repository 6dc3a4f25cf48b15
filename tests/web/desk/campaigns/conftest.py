"""A draft under review and a launched year, and the browsers of those who look at them."""

import pytest
from django.test import Client

from danban.campaigns import actions
from danban.campaigns.models import Campaign, Draft
from tests.campaigns.readings import reading_of
from tests.cast import AT, Cast
from tests.web.entering import enter


@pytest.fixture
def draft(cast: Cast) -> Draft:
    """Mrs Hà's draft of 2023, just read."""
    return actions.start_draft(reading_of(), tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT)


@pytest.fixture
def campaign(cast: Cast, draft: Draft) -> Campaign:
    """The year of that draft, launched."""
    return actions.launch_draft(draft.pk, actor=cast.actors["mrs_ha"], at=AT)


@pytest.fixture
def mrs_ha(cast: Cast) -> Client:
    """The browser of the office that runs the year."""
    return enter(cast, "mrs_ha")


@pytest.fixture
def village_head(cast: Cast) -> Client:
    """The browser of somebody who only reads the year."""
    return enter(cast, "head_of_group_1")
