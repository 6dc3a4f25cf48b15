"""The targets of an issued resolution are promises; a later revision replaces what is not settled."""

from decimal import Decimal
from typing import Any

import pytest

from danban.campaigns.models import Campaign
from danban.commitments import actions, queries
from danban.commitments.models import Commitment
from danban.commitments.rules import Result
from danban.conferences.models import Conference
from danban.kit.refusals import NotFound, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.commitments.conftest import FAMILIES
from tests.conferences.factories import conference_of, plan

TARGETS: tuple[dict[str, Any], ...] = (
    {
        "indicator": FAMILIES, "unit_label": "%", "base": "90", "value": "92", "denominator": "số hộ đăng ký",
        "measure": "", "owner": "",
    },
    {
        "indicator": "Lắp mười đèn ngõ 12", "unit_label": "đèn", "base": None, "value": 10, "denominator": "",
        "measure": "", "owner": "Tổ trưởng",
    },
)  # fmt: skip


@pytest.fixture
def held(cast: Cast, campaign: Campaign) -> Conference:
    """The conference of Tổ dân phố số 1."""
    plan(cast, campaign)
    return conference_of(cast, campaign, "00001.01")


def _adopt(
    cast: Cast, one: Conference, who: str = "head_of_group_1", targets: tuple[dict[str, Any], ...] = TARGETS
) -> int:
    return actions.adopt_targets(one.pk, targets=targets, actor=cast.actors[who], at=AT)


def test_each_target_is_a_promise_of_the_year(cast: Cast, held: Conference) -> None:
    assert _adopt(cast, held) == 2
    first, second = Commitment.objects.order_by("position")

    assert (first.indicator, first.value, first.of_count, first.year) == (
        "families_recognised",
        Decimal(92),
        "số hộ đăng ký",
        2023,
    )
    assert (second.indicator, second.owner, second.conference) == ("", "Tổ trưởng", held)
    assert last_event() == ("commitments.adopted", "conference", held.pk)


def test_a_revision_replaces_what_waits_and_keeps_what_is_settled(cast: Cast, held: Conference) -> None:
    _adopt(cast, held)
    lamps = Commitment.objects.get(position=2)
    actions.settle_commitment(lamps.pk, result=Result("done"), actor=cast.actors["head_of_group_1"], at=AT)

    assert _adopt(cast, held, targets=({**TARGETS[0], "value": "95"}, TARGETS[1])) == 1
    assert [one.value for one in Commitment.objects.order_by("position")] == [95, 10]


def test_who_does_not_issue_does_not_adopt(cast: Cast, held: Conference) -> None:
    with no_trace("commitments"):
        with pytest.raises(NotFound):
            _adopt(cast, held, "truc_bach")
        with pytest.raises(NotYours):
            _adopt(cast, held, "ba_dinh")


def test_next_year_they_stand_first_on_the_agenda_beside_nothing_else(cast: Cast, held: Conference) -> None:
    _adopt(cast, held)
    later = Campaign.objects.create(tree=cast.tree, year=2024, name="Năm 2024", launched_at=AT)
    held.campaign = later
    found = queries.first_item(cast.actors["head_of_group_1"], held)

    assert [one.title for one in found] == [TARGETS[0]["indicator"], TARGETS[1]["indicator"]]
