"""Launching a draft gives every unit what it owes, once."""

import pytest

from danban.campaigns import actions, queries
from danban.campaigns.models import Campaign, Draft, Obligation, ObligationKind
from danban.campaigns.states import DraftStatus, ItemKind
from danban.kit import clock
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.finders import duty, milestone
from tests.campaigns.readings import CHANGE, reading_of
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast


def test_a_launch_writes_exactly_what_the_dry_run_said(cast: Cast, draft: Draft) -> None:
    said = queries.launch_summary(draft)

    campaign = actions.launch_draft(draft.pk, actor=cast.actors["mrs_ha"], at=AT)

    assert queries.summary_of_campaign(campaign) == said
    assert Obligation.objects.count() == said.obligations == 8 * 9 + 4 * 11 + 2 * 8 + 5 + 3
    assert said.by_level == {"city": 8, "commune": 44, "district": 16, "village": 72}
    assert said.grant_total == 6 * 5_000_000
    assert last_event() == ("draft.launched", "campaign", campaign.pk)


def test_the_campaign_keeps_what_the_plan_says_of_itself_and_leaves_the_unknown_unknown(
    cast: Cast, campaign: Campaign
) -> None:
    assert campaign.year == 2023
    assert campaign.number is None
    assert campaign.report_mailbox == "tiepnhan@example.vn"
    assert campaign.clauses.filter(path="II.1.a").exists()
    assert campaign.name == "Hội nghị đại biểu Nhân dân bàn việc xây dựng đời sống văn hóa năm 2023"


def test_every_obligation_names_its_clause_its_day_and_its_ancestors(cast: Cast, campaign: Campaign) -> None:
    owed = Obligation.objects.get(placement=cast.places["00454.01"], kind__code="conference")

    assert owed.kind.clause.path == "IV"
    assert (str(owed.starts_on), str(owed.due_on)) == ("2023-01-02", "2023-02-28")
    assert (owed.at_1, owed.at_2, owed.at_3) == (
        cast.places["017"].pk,
        cast.places["00454"].pk,
        cast.places["00454.01"].pk,
    )
    assert not ObligationKind.objects.filter(campaign=campaign, steps=[]).exists()


def test_launching_again_returns_the_same_year_and_writes_nothing(cast: Cast, draft: Draft, campaign: Campaign) -> None:
    with no_trace():
        again = actions.launch_draft(draft.pk, actor=cast.actors["mr_dung"], at=AT)

    assert again == campaign


def test_progress_is_told_from_nothing_to_all(cast: Cast, draft: Draft) -> None:
    told: list[tuple[str, int, int]] = []

    actions.launch_draft(draft.pk, actor=cast.actors["mrs_ha"], at=AT, progress=lambda *a: told.append(a))

    total = Obligation.objects.count()
    assert told[0] == ("obligations", 0, total)
    assert told[-1] == ("obligations", total, total)


def test_a_colleague_with_no_leave_and_a_district_are_refused_and_nothing_is_written(cast: Cast, draft: Draft) -> None:
    with no_trace():
        with pytest.raises(NotYours):
            actions.launch_draft(draft.pk, actor=cast.actors["culture_department"], at=AT)
        with pytest.raises(NotYours):
            actions.launch_draft(draft.pk, actor=cast.actors["ba_dinh"], at=AT)
        with pytest.raises(NotFound):
            actions.launch_draft(draft.pk + 1, actor=cast.actors["mrs_ha"], at=AT)


def test_a_second_year_of_the_same_name_is_refused_and_an_amendment_is_suggested(
    cast: Cast, draft: Draft, campaign: Campaign
) -> None:
    ha = cast.actors["mrs_ha"]
    second = Draft.objects.get(pk=draft.pk)
    second.pk, second.status, second.launched_campaign = None, DraftStatus.REVIEWING, None
    second.save()
    actions.add_item(second.pk, kind=ItemKind.DUTY, level_code="village", actor=ha, at=AT, values=_DUTY)

    with no_trace(), pytest.raises(NotNow, match="bản sửa đổi"):
        actions.launch_draft(second.pk, actor=ha, at=AT)


_DUTY = {"code": "flag", "name": "Treo cờ", "short": "Treo cờ", "from_milestone": None}


def test_a_discarded_draft_and_an_amendment_are_not_launched(cast: Cast, draft: Draft, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    change = actions.start_draft(reading_of(CHANGE), tree_id=cast.tree.pk, actor=ha, at=AT)

    with no_trace(), pytest.raises(NotNow, match="Áp dụng sửa đổi"):
        actions.launch_draft(change.pk, actor=ha, at=AT)
    actions.discard_draft(change.pk, actor=ha, at=AT)
    with no_trace(), pytest.raises(NotNow):
        actions.launch_draft(change.pk, actor=ha, at=AT)


def test_a_draft_whose_duty_hangs_on_a_dropped_milestone_says_so_and_is_not_launched(cast: Cast, draft: Draft) -> None:
    ha = cast.actors["mrs_ha"]
    actions.drop_item(milestone(draft, "report").pk, actor=ha, at=AT)

    problems = queries.launch_summary(draft).problems
    with no_trace(), pytest.raises(BadInput, match="Tổng kết, đánh giá"):
        actions.launch_draft(draft.pk, actor=ha, at=AT)

    assert len(problems) == 6


def test_dropped_lines_are_not_launched(cast: Cast, draft: Draft) -> None:
    ha = cast.actors["mrs_ha"]
    actions.drop_item(duty(draft, "village", "minutes").pk, actor=ha, at=AT)

    actions.launch_draft(draft.pk, actor=ha, at=AT)

    assert not Obligation.objects.filter(kind__code="minutes", placement__level__code="village").exists()
    assert Obligation.objects.filter(kind__code="minutes", placement__level__code="commune").count() == 4


def test_a_plan_without_headings_still_gives_every_duty_a_clause(cast: Cast, draft: Draft) -> None:
    ha = cast.actors["mrs_ha"]
    actions.add_item(draft.pk, kind=ItemKind.DUTY, level_code="village", actor=ha, at=AT, values=_DUTY)

    campaign = actions.launch_draft(draft.pk, actor=ha, at=AT)

    kind = campaign.obligation_kinds.get(code="flag")
    assert kind.clause.title == "Toàn văn kế hoạch"
    assert kind.due_on is None


def test_launching_is_itself_the_roll_out_the_city_owes(cast: Cast, draft: Draft) -> None:
    campaign = actions.launch_draft(draft.pk, actor=cast.actors["mrs_ha"], at=AT)

    owed = Obligation.objects.get(campaign=campaign, kind__code="plan", kind__level__depth=0)
    assert (owed.fulfilled_on, owed.fulfilled_by) == (clock.day_of(AT), "draft.launched")
    below = Obligation.objects.filter(campaign=campaign, kind__code="plan", kind__level__depth__gt=0)
    assert below.exists()
    assert not below.filter(fulfilled_on__isnull=False).exists()
