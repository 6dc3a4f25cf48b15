"""A running year, and last year's resolution of Tổ dân phố số 1 entered from paper."""

from decimal import Decimal

import pytest

from danban.campaigns.models import Campaign
from danban.commitments import actions
from danban.commitments.actions import PromiseRow
from danban.commitments.models import Commitment
from tests.cast import AT, Cast, run_campaign

FAMILIES = "Hộ đạt danh hiệu Gia đình văn hóa"


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The year 2023, running."""
    return run_campaign(cast)


@pytest.fixture
def families(cast: Cast, campaign: Campaign) -> Commitment:
    """Ninety per cent of families, promised in 2022."""
    assert campaign.pk
    rows = [PromiseRow(FAMILIES, Decimal(90), "%", Decimal(88), "Ban công tác Mặt trận")]
    actions.enter_commitments(
        cast.places["00001.01"].pk, year=2022, rows=rows, actor=cast.actors["head_of_group_1"], at=AT
    )
    return Commitment.objects.get()
