"""The meeting at which a plan was rolled out."""

from datetime import timedelta
from typing import Any

import pytest

from danban.campaigns.models import Campaign
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.plans import actions
from danban.plans.models import Plan
from tests.cast import AT, TODAY, Cast
from tests.plans.factories import derive, issued
from tests.plans.traces import last_event, no_trace

YESTERDAY = TODAY - timedelta(days=1)


def _record(cast: Cast, plan_id: int, who: str = "phuc_xa", **changed: Any) -> Plan:
    asked: dict[str, Any] = {"on": TODAY, "place": "Hội trường phường", "attended": 45, "note": "Đủ thành phần"}
    return actions.record_kickoff(plan_id, **asked | changed, actor=cast.actors[who], at=AT)


def test_it_is_kept_and_may_be_corrected(cast: Cast, campaign: Campaign) -> None:
    plan_id = issued(cast, campaign, "00001", on=YESTERDAY).plan_id

    plan = _record(cast, plan_id)
    assert (plan.kickoff_on, plan.kickoff_place, plan.kickoff_attended, plan.kickoff_note) == (
        TODAY, "Hội trường phường", 45, "Đủ thành phần",
    )  # fmt: skip
    assert last_event() == ("kickoff.recorded", "plan", plan_id)

    again = _record(cast, plan_id, "phuc_xa_committee", on=YESTERDAY, attended=None)
    assert (again.kickoff_on, again.kickoff_attended) == (YESTERDAY, None)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"on": YESTERDAY - timedelta(days=1)}, "on"),
        ({"on": TODAY + timedelta(days=1)}, "on"),
        ({"place": " "}, "place"),
        ({"place": "N" * 201}, "place"),
        ({"attended": 0}, "attended"),
        ({"attended": 100_001}, "attended"),
    ],
)
def test_a_meeting_that_cannot_have_been_is_refused(
    cast: Cast, campaign: Campaign, changed: dict[str, Any], field: str
) -> None:
    plan_id = issued(cast, campaign, "00001", on=YESTERDAY).plan_id

    with no_trace(), pytest.raises(BadInput) as refusal:
        _record(cast, plan_id, **changed)

    assert list(refusal.value.problems) == [field]


def test_others_and_a_plan_not_in_force_are_refused(cast: Cast, campaign: Campaign) -> None:
    edition, draft = issued(cast, campaign, "00001"), derive(cast, campaign, "00004")

    with no_trace():
        with pytest.raises(NotFound):
            _record(cast, edition.plan_id, "truc_bach")
        with pytest.raises(NotYours):
            _record(cast, edition.plan_id, "ba_dinh")
        with pytest.raises(NotNow, match="sau khi kế hoạch đã ban hành"):
            _record(cast, draft.pk, "truc_bach")
    actions.send_back_plan(edition.plan_id, comment="Sửa", actor=cast.actors["ba_dinh"], at=AT)
    with no_trace(), pytest.raises(NotNow):
        _record(cast, edition.plan_id)
