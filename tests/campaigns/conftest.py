"""A draft under review and a launched year, for the tests of this room."""

import pytest

from danban.campaigns import actions
from danban.campaigns.models import Campaign, Draft
from tests.campaigns.readings import reading_of
from tests.cast import AT, Cast


@pytest.fixture
def draft(cast: Cast) -> Draft:
    """Mrs Hà's draft of 2023, just read."""
    return actions.start_draft(reading_of(), tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT)


@pytest.fixture
def campaign(cast: Cast, draft: Draft) -> Campaign:
    """The year of that draft, launched."""
    return actions.launch_draft(draft.pk, actor=cast.actors["mrs_ha"], at=AT)
