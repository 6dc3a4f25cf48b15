"""A running year and a form of Tổ dân phố số 1, filled in."""

import pytest

from danban.campaigns.models import Campaign
from danban.evaluations import actions
from danban.evaluations.models import Evaluation
from danban.evaluations.rules import Told
from tests.cast import AT, Cast, run_campaign

TOLD = Told("Nhắc trên loa mỗi tuần", "Hết cảnh phơi đồ ra ngõ", figures={"reminders": 52})


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The year 2023, running."""
    return run_campaign(cast)


@pytest.fixture
def conduct(cast: Cast, campaign: Campaign) -> Evaluation:
    """The public code of conduct, saved by the village."""
    place, head = cast.places["00001.01"].pk, cast.actors["head_of_group_1"]
    return actions.save_evaluation(campaign.pk, place, form="public_conduct", told=TOLD, actor=head, at=AT)
