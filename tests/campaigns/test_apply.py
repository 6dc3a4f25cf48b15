"""Applying an amendment: open obligations follow, done ones stay, and the difference said so before."""

from datetime import date, timedelta

import pytest

from danban.campaigns import actions, queries
from danban.campaigns.models import Amendment, Campaign, Draft, Obligation
from danban.campaigns.states import DraftStatus, ItemKind
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.campaigns.finders import duty, milestone
from tests.campaigns.readings import CHANGE, MORE, OTHER, PLAN, reading_of
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


def test_what_an_amending_document_adds_names_a_clause_of_that_document(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    change = actions.start_draft(reading_of(MORE), tree_id=cast.tree.pk, actor=ha, at=AT)
    said = queries.difference(change)

    actions.apply_draft(change.pk, reason="Thêm việc", actor=ha, at=LATER)

    kind = campaign.obligation_kinds.get(code="deadline-1")
    assert (kind.level.code, kind.due_on, kind.obligations.count()) == ("commune", date(2023, 3, 17), 4)
    assert (kind.clause.path, kind.clause.label, kind.clause.start) == ("SĐ1.I", "I (sửa đổi 10/02/2023)", None)
    assert (said.created, said.moved, said.deleted) == (4, 0, 0)
    excerpt = queries.obligation_page(ha, kind.obligations.order_by("pk")[0].pk).excerpt
    assert excerpt.startswith("- Các xã, phường, thị trấn gửi ảnh") or "17/3/2023" in excerpt


def test_days_without_a_meaning_of_their_own_are_told_by_their_words(cast: Cast) -> None:
    ha = cast.actors["mrs_ha"]
    draft = actions.start_draft(reading_of(OTHER), tree_id=cast.tree.pk, actor=ha, at=AT)
    campaign = actions.launch_draft(draft.pk, actor=ha, at=AT)
    text = OTHER.replace(
        "1. UBND các quận", "1. UBND các quận, huyện lập danh sách điểm tiêm trước ngày 01/3/2024.\n2. UBND các quận"
    )

    change = actions.start_draft(
        reading_of(text.replace("\n2. UBND các xã", "\n3. UBND các xã")), tree_id=cast.tree.pk, actor=ha, at=AT
    )

    assert change.campaign == campaign
    assert [(c.verb, c.code) for c in queries.difference(change).changes if c.kind == ItemKind.MILESTONE] == [
        ("added", "deadline-3")
    ]
    assert queries.difference(change).created == 2


def test_days_of_bodies_move_one_by_one_and_words_that_change_are_said(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    change = actions.draft_amendment(campaign.pk, actor=ha, at=AT)
    line = change.items.filter(kind=ItemKind.ASSIGNMENT, section="III.2").order_by("position")[0]
    actions.correct_item(line.pk, values={"due_on": "2023-02-20", "tasks": ["Việc mới"]}, actor=ha, at=AT)
    actions.correct_item(
        duty(change, "village", "agenda").pk, values={"short": "Nghị sự", "body_kind": None}, actor=ha, at=AT
    )
    said = queries.difference(change)

    actions.apply_draft(change.pk, reason="Thêm hạn", actor=ha, at=LATER)

    owed = Obligation.objects.filter(campaign=campaign, kind__code="assignment-iii-2")
    assert sorted(str(one.due_on) for one in owed) == ["2023-02-20", "None"]
    agenda = next(c for c in said.changes if c.code == "agenda")
    assert [(f.label, f.new) for f in agenda.fields] == [("Tên ngắn", "Nghị sự"), ("Tổ chức làm", "chưa có")]
    assert (said.moved, said.created, said.deleted) == (1, 0, 0)
    tasks = next(c for c in said.changes if c.kind == ItemKind.ASSIGNMENT)
    assert ("Việc được giao", "Việc mới") in [(f.label, f.new) for f in tasks.fields]


def test_a_duty_may_lose_its_day_and_a_removed_one_stays_where_it_was_done(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    actions.fulfil_obligations(
        campaign_id=campaign.pk, placement_id=cast.places["01"].pk, kind_code="evaluation", event="report.accepted",
        on=TODAY, actor=ha, at=AT,
    )  # fmt: skip
    change = actions.draft_amendment(campaign.pk, actor=ha, at=AT)
    actions.drop_item(duty(change, "city", "evaluation").pk, actor=ha, at=AT)
    actions.correct_item(duty(change, "village", "minutes").pk, values={"from_milestone": None}, actor=ha, at=AT)
    said = queries.difference(change)

    actions.apply_draft(change.pk, reason="Bỏ hạn", actor=ha, at=LATER)

    assert campaign.obligation_kinds.get(code="evaluation").obligations.count() == 1
    assert (said.deleted, said.moved) == (0, 8)
    steps = campaign.obligation_kinds.get(code="minutes", level__code="village").steps
    assert steps[-1] == "Sửa đổi ngày 10/02/2023: từ 01/03/2023 thành chưa có hạn."


def test_a_removed_day_that_done_work_hangs_on_is_kept(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    actions.fulfil_obligations(
        campaign_id=campaign.pk, placement_id=cast.places["01"].pk, kind_code="plan", event="plan.issued",
        on=TODAY, actor=ha, at=AT,
    )  # fmt: skip
    change = actions.draft_amendment(campaign.pk, actor=ha, at=AT)
    for line in (duty(change, "city", "plan"), milestone(change, "city-plan")):
        actions.drop_item(line.pk, actor=ha, at=AT)

    actions.apply_draft(change.pk, reason="Bỏ mốc", actor=ha, at=LATER)

    assert campaign.milestones.filter(code="city-plan").exists()


def test_a_duty_added_by_hand_without_a_clause_stands_under_the_whole_plan(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    change = actions.draft_amendment(campaign.pk, actor=ha, at=AT)
    actions.add_item(
        change.pk, kind=ItemKind.DUTY, level_code="village", actor=ha, at=AT,
        values={"code": "flag", "name": "Treo cờ", "short": "Cờ", "from_milestone": None},
    )  # fmt: skip

    actions.apply_draft(change.pk, reason="Thêm việc", actor=ha, at=LATER)

    assert campaign.obligation_kinds.get(code="flag").clause.title == "Toàn văn kế hoạch"


def test_a_dropped_assignment_is_withdrawn_and_comes_back_with_its_own_row(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    change = actions.draft_amendment(campaign.pk, actor=ha, at=AT)
    line = change.items.filter(kind=ItemKind.ASSIGNMENT, values__rrule="").order_by("position")[0]
    given = campaign.assignments.get(actor=line.values["actor"], tasks=line.values["tasks"])
    others = set(campaign.assignments.exclude(pk=given.pk).values_list("pk", flat=True))
    actions.drop_item(line.pk, actor=ha, at=AT)

    actions.apply_draft(change.pk, reason="Bỏ việc", actor=ha, at=LATER)

    given.refresh_from_db()
    assert given.withdrawn_at == LATER
    assert set(campaign.assignments.standing().values_list("pk", flat=True)) == others
    assert queries.campaign_page(ha, campaign.pk, at=LATER).summary.assignments == len(others)

    again = actions.draft_amendment(campaign.pk, actor=ha, at=LATER)
    actions.add_item(
        again.pk, kind=ItemKind.ASSIGNMENT, level_code="city", section=line.section, values=line.values, actor=ha,
        at=LATER,
    )  # fmt: skip
    actions.apply_draft(again.pk, reason="Giao lại", actor=ha, at=LATER + timedelta(hours=1))

    given.refresh_from_db()
    assert given.withdrawn_at is None
    assert campaign.assignments.count() == len(others) + 1


def test_of_two_alike_the_one_that_stays_keeps_its_own_row(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    pair = {"actor": "Ban Phong trào", "body_kind": "movement_board"}
    first = actions.draft_amendment(campaign.pk, actor=ha, at=AT)
    for task in ("Việc thứ nhất", "Việc thứ hai"):
        actions.add_item(
            first.pk, kind=ItemKind.ASSIGNMENT, section="III.1", values={**pair, "tasks": [task]}, actor=ha, at=AT
        )
    actions.apply_draft(first.pk, reason="Thêm hai việc", actor=ha, at=LATER)
    second = campaign.assignments.get(tasks=["Việc thứ hai"])
    change = actions.draft_amendment(campaign.pk, actor=ha, at=LATER)
    actions.drop_item(change.items.get(values__tasks=["Việc thứ nhất"]).pk, actor=ha, at=LATER)

    actions.apply_draft(change.pk, reason="Bỏ việc thứ nhất", actor=ha, at=LATER + timedelta(hours=1))

    assert campaign.assignments.standing().get(actor="Ban Phong trào").pk == second.pk
    assert campaign.assignments.get(tasks=["Việc thứ nhất"]).withdrawn_at is not None


def test_an_assignment_knows_the_level_it_speaks_to(campaign: Campaign) -> None:
    levels = dict(campaign.assignments.order_by("position").values_list("clause__path", "level__code"))

    assert levels == {"III.1": "city", "III.2": "city", "III.3": "district", "III.4": "commune"}
