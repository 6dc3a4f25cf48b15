"""Adding a line to a draft by hand."""

from typing import Any

import pytest

from danban.campaigns import actions, queries
from danban.campaigns.models import Campaign, Draft
from danban.campaigns.states import ItemKind, ItemState
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast

_DAY = {"code": "rehearsal", "name": "Tổng duyệt", "starts_on": None, "due_on": "2023-01-10", "set_by_office": True}
_GOOD: list[tuple[str, dict[str, Any], str | None]] = [
    (ItemKind.MILESTONE, _DAY, None),
    (ItemKind.DUTY, {"code": "flag", "name": "Treo cờ", "short": "Cờ", "from_milestone": "report"}, "village"),
    (ItemKind.ASSIGNMENT, {"actor": "Sở Y tế", "tasks": "Một\nHai", "rrule": "FREQ=WEEKLY;BYDAY=FR"}, None),
    (ItemKind.AGENDA, {"title": "Việc riêng của địa phương", "mandatory": False}, "village"),
    (ItemKind.GRANT, {"amount": "2000000"}, "village"),
    (ItemKind.CITATION, {"number": None, "issued_on": None, "name": "Một văn bản"}, None),
    (ItemKind.MAILBOX, {"email": "khac@example.vn"}, None),
]


@pytest.mark.parametrize(("kind", "values", "level"), _GOOD)
def test_each_kind_of_line_may_be_added_at_the_end(
    cast: Cast, draft: Draft, kind: str, values: dict[str, Any], level: str | None
) -> None:
    before = draft.items.filter(kind=kind).count()

    line = actions.add_item(draft.pk, kind=kind, values=values, level_code=level, actor=cast.actors["mrs_ha"], at=AT)

    assert (line.position, line.state, line.original) == (before, ItemState.ADDED, {})
    assert last_event() == ("item.added", "draft_item", line.pk)
    assert queries.launch_summary(draft).problems == ()


@pytest.mark.parametrize(
    ("kind", "values", "level", "field"),
    [
        ("poem", {}, None, "kind"),
        (ItemKind.GRANT, {"amount": -1}, "village", "amount"),
        (ItemKind.GRANT, {"amount": 1.5}, "village", "amount"),
        (ItemKind.GRANT, {"amount": 1}, None, "level"),
        (ItemKind.MAILBOX, {"email": "không phải thư"}, None, "email"),
        (ItemKind.ASSIGNMENT, {"actor": ""}, None, "actor"),
        (ItemKind.ASSIGNMENT, {"actor": "Sở Y tế", "rrule": "hằng tuần"}, None, "rrule"),
        (ItemKind.ASSIGNMENT, {"actor": "Sở Y tế", "tasks": 7}, None, "tasks"),
        (ItemKind.AGENDA, {"title": "x" * 4_001}, "village", "title"),
    ],
)
def test_a_bad_line_is_refused_by_field(
    cast: Cast, draft: Draft, kind: str, values: dict[str, Any], level: str | None, field: str
) -> None:
    with no_trace(), pytest.raises(BadInput) as refusal:
        actions.add_item(draft.pk, kind=kind, values=values, level_code=level, actor=cast.actors["mrs_ha"], at=AT)

    assert list(refusal.value.problems) == [field]


def test_others_and_a_launched_draft_are_refused(cast: Cast, draft: Draft, campaign: Campaign) -> None:
    with no_trace():
        for who, refusal in (("mrs_ha", NotNow), ("culture_department", NotYours), ("ba_dinh", NotYours)):
            with pytest.raises(refusal):
                actions.add_item(draft.pk, kind=ItemKind.MILESTONE, values=_DAY, actor=cast.actors[who], at=AT)
        with pytest.raises(NotFound):
            actions.add_item(0, kind=ItemKind.MILESTONE, values=_DAY, actor=cast.actors["mrs_ha"], at=AT)
