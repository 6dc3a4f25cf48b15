"""Restoring a line: nothing a reviewer typed is lost by dropping and restoring."""

import pytest

from danban.campaigns import actions
from danban.campaigns.models import Campaign, Draft
from danban.campaigns.states import ItemKind, ItemState
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.campaigns.finders import duty, milestone
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast


def test_a_corrected_line_goes_back_to_what_was_read(cast: Cast, draft: Draft) -> None:
    line = milestone(draft, "report")
    actions.correct_item(line.pk, values={"name": "Khác"}, level_code="city", actor=cast.actors["mrs_ha"], at=AT)

    actions.restore_item(line.pk, actor=cast.actors["mrs_ha"], at=AT)

    line.refresh_from_db()
    assert line.values["name"] == line.original["name"]
    assert (line.level, line.state) == (None, ItemState.READ)
    assert last_event() == ("item.restored", "draft_item", line.pk)


def test_a_dropped_line_comes_back_as_it_stood(cast: Cast, draft: Draft) -> None:
    ha = cast.actors["mrs_ha"]
    proposed, corrected = duty(draft, "village", "minutes"), milestone(draft, "report")
    actions.correct_item(corrected.pk, values={"name": "Khác"}, actor=ha, at=AT)
    for line in (proposed, corrected):
        actions.drop_item(line.pk, actor=ha, at=AT)
        actions.restore_item(line.pk, actor=ha, at=AT)
        line.refresh_from_db()

    assert proposed.state == ItemState.PROPOSED
    assert (corrected.state, corrected.values["name"]) == (ItemState.CORRECTED, "Khác")


def test_a_line_added_by_hand_comes_back_but_has_nothing_first_read(cast: Cast, draft: Draft) -> None:
    ha = cast.actors["mrs_ha"]
    line = actions.add_item(
        draft.pk, kind=ItemKind.AGENDA, values={"title": "Việc riêng"}, level_code="village", actor=ha, at=AT
    )
    actions.drop_item(line.pk, actor=ha, at=AT)
    assert actions.restore_item(line.pk, actor=ha, at=AT).state == ItemState.ADDED

    actions.correct_item(line.pk, values={"title": "Việc khác"}, actor=ha, at=AT)
    with no_trace(), pytest.raises(NotNow, match="thêm tay"):
        actions.restore_item(line.pk, actor=ha, at=AT)


def test_a_line_whose_code_was_taken_meanwhile_is_not_restored(cast: Cast, draft: Draft) -> None:
    ha = cast.actors["mrs_ha"]
    line = duty(draft, "village", "minutes")
    actions.drop_item(line.pk, actor=ha, at=AT)
    actions.add_item(
        draft.pk, kind=ItemKind.DUTY, level_code="village", actor=ha, at=AT,
        values={"code": "minutes", "name": "Biên bản khác", "short": "Biên bản", "from_milestone": None},
    )  # fmt: skip

    with no_trace(), pytest.raises(BadInput, match="đã có một việc mang mã đó"):
        actions.restore_item(line.pk, actor=ha, at=AT)


def test_an_untouched_line_others_and_a_launched_draft_are_refused(cast: Cast, draft: Draft) -> None:
    line = milestone(draft, "report")

    with no_trace(), pytest.raises(NotNow):
        actions.restore_item(line.pk, actor=cast.actors["mrs_ha"], at=AT)
    actions.drop_item(line.pk, actor=cast.actors["mrs_ha"], at=AT)
    with no_trace(), pytest.raises(NotYours):
        actions.restore_item(line.pk, actor=cast.actors["ba_dinh"], at=AT)


def test_nothing_is_restored_after_the_launch(cast: Cast, draft: Draft) -> None:
    line = duty(draft, "village", "minutes")
    actions.drop_item(line.pk, actor=cast.actors["mrs_ha"], at=AT)
    launched: Campaign = actions.launch_draft(draft.pk, actor=cast.actors["mrs_ha"], at=AT)

    with no_trace(), pytest.raises(NotNow):
        actions.restore_item(line.pk, actor=cast.actors["mrs_ha"], at=AT)

    assert launched.pk
