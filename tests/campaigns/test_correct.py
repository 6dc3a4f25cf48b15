"""Correcting a line of a draft."""

import pytest

from danban.campaigns import actions
from danban.campaigns.models import Campaign, Draft
from danban.campaigns.states import ItemState
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.finders import duty, milestone
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast


def test_a_corrected_line_keeps_what_was_first_read(cast: Cast, draft: Draft) -> None:
    line = milestone(draft, "village-conference")

    actions.correct_item(line.pk, values={"due_on": "2023-03-05"}, actor=cast.actors["mrs_ha"], at=AT)

    line.refresh_from_db()
    assert (line.values["due_on"], line.original["due_on"]) == ("2023-03-05", "2023-02-28")
    assert line.state == ItemState.CORRECTED
    assert last_event() == ("item.corrected", "draft_item", line.pk)


def test_a_corrected_day_explains_itself(cast: Cast, draft: Draft) -> None:
    line = milestone(draft, "village-conference")
    for due_on in ("2023-03-05", "2023-03-06"):
        actions.correct_item(line.pk, values={"due_on": due_on}, actor=cast.actors["mrs_ha"], at=AT)

    line.refresh_from_db()
    assert line.values["steps"] == [
        "Kế hoạch ghi “Từ ngày 02/01/2023 đến ngày 28/2/2023”.",
        "Khi rà soát, cơ quan chủ trì chỉnh thành đợt 02/01/2023–06/03/2023.",
    ]


def test_a_day_put_back_explains_itself_as_it_was_read(cast: Cast, draft: Draft) -> None:
    line = milestone(draft, "village-conference")
    for due_on in ("2023-03-05", "2023-02-28"):
        actions.correct_item(line.pk, values={"due_on": due_on}, actor=cast.actors["mrs_ha"], at=AT)

    line.refresh_from_db()
    assert line.values["steps"] == line.original["steps"]
    assert not any("chỉnh thành" in step for step in line.values["steps"])


@pytest.mark.parametrize("due_on", ["9999-12-31", "0203-02-28", "2101-01-01"])
def test_a_day_of_no_year_we_plan_is_refused(cast: Cast, draft: Draft, due_on: str) -> None:
    line = milestone(draft, "village-conference")

    values = {"starts_on": None, "due_on": due_on}
    with no_trace(), pytest.raises(BadInput, match="Hãy xem lại năm"):
        actions.correct_item(line.pk, values=values, actor=cast.actors["mrs_ha"], at=AT)


def test_a_level_may_be_corrected_too(cast: Cast, draft: Draft) -> None:
    line = duty(draft, "district", "funding")

    actions.correct_item(line.pk, values={}, level_code="commune", actor=cast.actors["mr_dung"], at=AT)

    line.refresh_from_db()
    assert line.level == cast.levels["commune"]
    assert line.original["level"] == "district"


def test_correcting_to_the_same_words_writes_nothing(cast: Cast, draft: Draft) -> None:
    line = milestone(draft, "report")

    with no_trace():
        actions.correct_item(line.pk, values={"name": line.values["name"]}, actor=cast.actors["mrs_ha"], at=AT)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"due_on": "31/02/2023"}, "due_on"),
        ({"due_on": None}, "due_on"),
        ({"due_on": "2022-12-31"}, "due_on"),
        ({"name": "  "}, "name"),
        ({"code": "Không hợp lệ"}, "code"),
        ({"code": "report"}, "code"),
        ({"colour": "đỏ"}, "colour"),
    ],
)
def test_each_bad_field_of_a_window_is_named(cast: Cast, draft: Draft, values: dict[str, str], field: str) -> None:
    line = milestone(draft, "village-conference")

    with no_trace(), pytest.raises(BadInput) as refusal:
        actions.correct_item(line.pk, values=values, actor=cast.actors["mrs_ha"], at=AT)

    assert list(refusal.value.problems) == [field]


@pytest.mark.parametrize(
    ("values", "level", "field"),
    [
        ({"from_milestone": "nowhere"}, None, "from_milestone"),
        ({"offset_days": "ba"}, None, "offset_days"),
        ({"offset_days": 401}, None, "offset_days"),
        ({"edge": "middle"}, None, "edge"),
        ({"body_kind": "ghosts"}, None, "body_kind"),
        ({"code": "conference"}, None, "code"),
        ({}, "", "level"),
        ({}, "moon", "level"),
    ],
)
def test_each_bad_field_of_a_duty_is_named(
    cast: Cast, draft: Draft, values: dict[str, str], level: str | None, field: str
) -> None:
    line = duty(draft, "village", "minutes")

    with no_trace(), pytest.raises(BadInput) as refusal:
        actions.correct_item(line.pk, values=values, level_code=level, actor=cast.actors["mrs_ha"], at=AT)

    assert list(refusal.value.problems) == [field]


def test_a_section_the_plan_does_not_have_is_refused(cast: Cast, draft: Draft) -> None:
    with no_trace(), pytest.raises(BadInput, match="IX"):
        actions.correct_item(milestone(draft, "report").pk, values={}, section="IX", actor=cast.actors["mrs_ha"], at=AT)


def test_others_are_refused_and_nothing_is_written(cast: Cast, draft: Draft) -> None:
    line = milestone(draft, "report")

    with no_trace():
        for who in ("culture_department", "ba_dinh", "stranger"):
            with pytest.raises(NotYours):
                actions.correct_item(line.pk, values={"name": "Khác"}, actor=cast.actors[who], at=AT)
        with pytest.raises(NotFound):
            actions.correct_item(0, values={"name": "Khác"}, actor=cast.actors["mrs_ha"], at=AT)


def test_a_launched_draft_is_not_corrected_any_more(cast: Cast, draft: Draft, campaign: Campaign) -> None:
    with no_trace(), pytest.raises(NotNow, match="đã phát hành"):
        actions.correct_item(milestone(draft, "report").pk, values={"name": "Khác"}, actor=cast.actors["mrs_ha"], at=AT)


def test_a_dropped_line_is_restored_before_it_is_corrected(cast: Cast, draft: Draft) -> None:
    line = milestone(draft, "report")
    actions.drop_item(line.pk, actor=cast.actors["mrs_ha"], at=AT)

    with no_trace(), pytest.raises(NotNow):
        actions.correct_item(line.pk, values={"name": "Khác"}, actor=cast.actors["mrs_ha"], at=AT)
