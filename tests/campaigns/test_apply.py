"""Applying an amendment: open obligations follow, done ones stay, and the difference said so before."""

from datetime import date, timedelta

import pytest

from danban.campaigns import actions, queries
from danban.campaigns.models import Amendment, Campaign, Draft, Obligation
from danban.campaigns.states import DraftStatus, ItemKind
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.campaigns.finders import duty, milestone
from tests.campaigns.readings import CHANGE, PLAN, reading_of
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast

LATER = AT + timedelta(hours=1)


def _hold(cast: Cast, campaign: Campaign, code: str = "00001.01") -> None:
    actions.fulfil_obligations(
        campaign_id=campaign.pk, placement_id=cast.places[code].pk, kind_code="conference",
        event="conference.held", on=TODAY, actor=cast.actors["mrs_ha"], at=AT,
    )  # fmt: skip


def test_a_document_that_moves_the_window_moves_open_obligations_and_explains_it(
    cast: Cast, campaign: Campaign
) -> None:
    ha = cast.actors["mrs_ha"]
    _hold(cast, campaign)
    change = actions.start_draft(reading_of(CHANGE), tree_id=cast.tree.pk, actor=ha, at=AT)
    said = queries.difference(change)

    actions.apply_draft(change.pk, reason="Thời tiết", actor=ha, at=LATER)

    owed = Obligation.objects.filter(campaign=campaign, kind__code="conference", kind__level__code="village")
    assert owed.get(fulfilled_on__isnull=False).due_on == date(2023, 2, 28)
    assert set(owed.open().values_list("due_on", flat=True)) == {date(2023, 3, 5)}
    amendment = Amendment.objects.get()
    assert amendment.moved_obligations == said.moved > 0
    assert campaign.milestones.get(code="village-conference").steps[-1] == (
        "Sửa đổi ngày 10/02/2023: từ 02/01/2023–28/02/2023 thành 02/01/2023–05/03/2023."
    )
    assert "Sửa đổi ngày 10/02/2023" in campaign.obligation_kinds.get(code="agenda").steps[-1]
    assert last_event() == ("draft.applied", "campaign", campaign.pk)


def test_what_was_said_is_what_is_counted_afterwards(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    _hold(cast, campaign)
    change = actions.draft_amendment(campaign.pk, actor=ha, at=AT)
    actions.drop_item(duty(change, "village", "conference").pk, actor=ha, at=AT)
    actions.drop_item(duty(change, "village", "minutes").pk, actor=ha, at=AT)
    actions.add_item(
        change.pk, kind=ItemKind.DUTY, level_code="commune", section="IV", actor=ha, at=AT,
        values={"code": "flag", "name": "Treo cờ", "short": "Cờ", "from_milestone": "report"},
    )  # fmt: skip
    actions.correct_item(milestone(change, "report").pk, values={"due_on": "2023-03-25"}, actor=ha, at=AT)
    said, before = queries.difference(change), Obligation.objects.count()

    actions.apply_draft(change.pk, reason="Bỏ việc thừa", actor=ha, at=LATER)

    assert Obligation.objects.count() == before + said.created - said.deleted
    assert (said.created, said.deleted) == (4, 7 + 8)
    assert Obligation.objects.filter(kind__code="conference", kind__level__code="village").count() == 1
    assert not campaign.obligation_kinds.filter(code="minutes", level__code="village").exists()
    assert campaign.obligation_kinds.get(code="flag").clause.path == "IV"
    assert Obligation.objects.filter(due_on=date(2023, 3, 25)).count() == 2 + 4 + 4
    assert said.moved == 2 + 2 + 2 + 4 + 4 + 1


def test_after_applying_the_campaign_is_what_the_amendment_says(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    shorter = PLAN.replace("- Thảo luận chương trình hành động năm 2023.\n", "").replace("5.000.000", "6.000.000")
    change = actions.start_draft(reading_of(shorter), tree_id=cast.tree.pk, actor=ha, at=AT)

    actions.apply_draft(change.pk, reason="Kế hoạch mới", actor=ha, at=LATER)

    change.refresh_from_db()
    assert change.status == DraftStatus.APPLIED
    assert queries.summary_of_campaign(campaign) == queries.launch_summary(change)
    assert queries.difference(change).changes == ()
    assert [rule.amount for rule in campaign.grant_rules.all()] == [6_000_000, 6_000_000]


def test_agenda_items_that_stay_keep_their_ids_when_others_go(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    before = dict(campaign.agenda_items.filter(level__code="village").values_list("title", "pk"))
    change = actions.draft_amendment(campaign.pk, actor=ha, at=AT)
    first = change.items.filter(kind=ItemKind.AGENDA, level__code="village").order_by("position")[0]
    actions.drop_item(first.pk, actor=ha, at=AT)

    actions.apply_draft(change.pk, reason="Bớt nội dung", actor=ha, at=LATER)

    after = dict(campaign.agenda_items.filter(level__code="village").values_list("title", "pk"))
    assert after == {title: pk for title, pk in before.items() if title != first.values["title"]}
    positions = campaign.agenda_items.filter(level__code="village").values_list("position", flat=True)
    assert sorted(positions) == list(range(len(after)))


def test_bodies_given_work_anew_owe_it_and_those_released_do_not(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    change = actions.draft_amendment(campaign.pk, actor=ha, at=AT)
    section = change.items.filter(kind=ItemKind.ASSIGNMENT, section="III.2").order_by("position")[0]
    actions.drop_item(section.pk, actor=ha, at=AT)
    actions.add_item(
        change.pk, kind=ItemKind.ASSIGNMENT, section="III.2", actor=ha, at=AT,
        values={"actor": "Ban Phong trào", "body_kind": "movement_board", "tasks": ["Theo dõi"]},
    )  # fmt: skip
    said = queries.difference(change)

    actions.apply_draft(change.pk, reason="Đổi nơi làm", actor=ha, at=LATER)

    owed = Obligation.objects.filter(campaign=campaign, kind__code="assignment-iii-2")
    assert cast.bodies["01", "movement_board"].pk in owed.values_list("body_id", flat=True)
    assert queries.summary_of_campaign(campaign) == queries.launch_summary(change)
    assert (said.created, said.deleted) == (1, 1)


def test_two_amendments_keep_both_explanations(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    for hours, day in ((1, "2023-03-25"), (3, "2023-03-30")):
        change = actions.draft_amendment(campaign.pk, actor=ha, at=AT + timedelta(hours=hours))
        actions.correct_item(
            milestone(change, "report").pk, values={"due_on": day}, actor=ha, at=AT + timedelta(hours=hours)
        )
        actions.apply_draft(change.pk, reason="Lùi hạn", actor=ha, at=AT + timedelta(hours=hours + 1))

    steps = campaign.obligation_kinds.get(code="synthesis", level__code="commune").steps
    assert [step for step in steps if step.startswith("Sửa đổi")] == [
        "Sửa đổi ngày 10/02/2023: từ 19/03/2023 thành 25/03/2023.",
        "Sửa đổi ngày 10/02/2023: từ 25/03/2023 thành 30/03/2023.",
    ]


def test_applying_again_returns_the_campaign_and_writes_nothing(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    change = actions.draft_amendment(campaign.pk, actor=ha, at=AT)
    actions.apply_draft(change.pk, reason="Rà lại", actor=ha, at=LATER)

    with no_trace():
        assert actions.apply_draft(change.pk, reason="Rà lại", actor=ha, at=LATER) == campaign


def test_an_amendment_made_before_another_was_applied_is_refused(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    older = actions.draft_amendment(campaign.pk, actor=ha, at=AT)
    newer = actions.draft_amendment(campaign.pk, actor=ha, at=AT)
    actions.apply_draft(newer.pk, reason="Trước", actor=ha, at=LATER)

    with no_trace(), pytest.raises(NotNow, match="bản sửa đổi mới"):
        actions.apply_draft(older.pk, reason="Sau", actor=ha, at=LATER)


def test_without_a_reason_by_others_on_a_new_year_or_a_closed_one_it_is_refused(
    cast: Cast, draft: Draft, campaign: Campaign
) -> None:
    ha = cast.actors["mrs_ha"]
    change = actions.draft_amendment(campaign.pk, actor=ha, at=AT)
    broken = actions.draft_amendment(campaign.pk, actor=ha, at=AT)
    actions.drop_item(milestone(broken, "report").pk, actor=ha, at=AT)

    with no_trace():
        with pytest.raises(BadInput, match="lý do"):
            actions.apply_draft(change.pk, reason=" ", actor=ha, at=LATER)
        with pytest.raises(BadInput, match="mốc không còn"):
            actions.apply_draft(broken.pk, reason="Vì sao", actor=ha, at=LATER)
        with pytest.raises(NotYours):
            actions.apply_draft(change.pk, reason="Vì sao", actor=cast.actors["mr_dung"], at=LATER)
        with pytest.raises(NotNow, match="Phát hành"):
            actions.apply_draft(draft.pk, reason="Vì sao", actor=ha, at=LATER)
    actions.close_campaign(campaign.pk, reason="Xong", actor=ha, at=AT)
    with no_trace(), pytest.raises(NotNow, match="đã khép lại"):
        actions.apply_draft(change.pk, reason="Vì sao", actor=ha, at=LATER)
