"""The one form: pre-filled, kept as typed, refused with a sentence at the field, submitted in the same step."""

from datetime import timedelta

from danban.audit.models import Entry
from danban.campaigns.models import Campaign
from danban.plans import actions
from danban.plans.models import Plan, PlanItem
from danban.plans.states import LineSource, PlanStatus
from tests.cast import AT, Cast
from tests.plans.factories import derive
from tests.web.desk.plans.pages import count_queries, main_of, to, typed
from tests.web.entering import enter

PARTY = {"party_body": "Đảng ủy phường", "party_consulted_on": "2023-02-08", "party_how": "Họp Ban Thường vụ"}


def test_everything_is_filled_in_from_above_with_the_mandatory_lines_locked(cast: Cast, draft: Plan) -> None:
    page = main_of(enter(cast, "phuc_xa").get(to("edit", draft)))

    for one in draft.dates.all():
        assert f'name="date-{one.kind_id}" value="{one.due_on.isoformat()}"' in page  # type: ignore[union-attr]
    assert draft.items.filter(is_mandatory=True).order_by("pk")[0].title in page
    assert "Kế hoạch triển khai" in page


def test_saving_the_form_untouched_leaves_no_trace(cast: Cast, draft: Plan) -> None:
    browser = enter(cast, "phuc_xa")
    form, before = typed(browser, draft), Entry.objects.count()

    answer = browser.post(to("edit", draft), form)

    assert answer.status_code == 302
    assert Entry.objects.count() == before


def test_own_lines_are_added_changed_and_left_out(cast: Cast, draft: Plan) -> None:
    browser, address = enter(cast, "phuc_xa"), to("edit", draft)
    browser.post(address, typed(browser, draft) | {"item-0": "Dọn vệ sinh", "item-1": "Truyền thanh đưa tin"})
    own = draft.items.filter(source=LineSource.OWN).order_by("position")
    assert [item.title for item in own] == ["Dọn vệ sinh", "Truyền thanh đưa tin"]
    first = own[0]

    browser.post(address, typed(browser, draft) | {"item-0": "Dọn vệ sinh chung", "item-1-drop": "on"})

    kept = PlanItem.objects.get(plan=draft, source=LineSource.OWN)
    assert (kept.pk, kept.title) == (first.pk, "Dọn vệ sinh chung")


def test_a_wrong_line_below_a_blank_one_is_marked_where_it_stands(cast: Cast, draft: Plan) -> None:
    browser = enter(cast, "phuc_xa")

    answer = browser.post(
        to("edit", draft),
        typed(browser, draft) | {"item-1": "Việc ngược ngày", "item-1-from": "2023-02-20", "item-1-to": "2023-02-10"},
    )

    assert answer.status_code == 422
    assert "Dòng 1: thời gian chưa đúng" in main_of(answer)
    assert answer.context["form"]["item-0"].value() == "Việc ngược ngày"
    assert answer.context["form"]["item-0"].errors


def test_a_day_outside_those_above_is_refused_at_its_field_with_all_else_kept(
    cast: Cast, campaign: Campaign, draft: Plan
) -> None:
    browser, kind = enter(cast, "phuc_xa"), campaign.obligation_kinds.get(level__code="village", code="conference")
    assert kind.due_on is not None
    outside = (kind.due_on + timedelta(days=3)).isoformat()

    answer = browser.post(
        to("edit", draft), typed(browser, draft) | {f"date-{kind.pk}": outside, "title": "Tên kế hoạch mới"}
    )

    assert answer.status_code == 422
    assert "nằm ngoài thời gian cấp trên đã định" in main_of(answer)
    assert answer.context["form"][f"date-{kind.pk}"].errors
    assert f'value="{outside}"' in main_of(answer)
    assert "Tên kế hoạch mới" in main_of(answer)
    draft.refresh_from_db()
    assert draft.title != "Tên kế hoạch mới"


def test_an_optional_day_is_only_kept_when_it_narrows(cast: Cast, campaign: Campaign, draft: Plan) -> None:
    browser, kind = enter(cast, "phuc_xa"), campaign.obligation_kinds.get(level__code="village", code="conference")
    form = typed(browser, draft)
    browser.post(to("edit", draft), form)
    assert not draft.dates.filter(kind=kind).exists()

    browser.post(to("edit", draft), form | {f"date-{kind.pk}": "2023-02-20"})

    assert draft.dates.get(kind=kind).due_on.isoformat() == "2023-02-20"  # type: ignore[union-attr]


def test_saving_and_submitting_is_one_step_and_names_what_is_missing_after_saving(cast: Cast, draft: Plan) -> None:
    browser, address = enter(cast, "phuc_xa"), to("edit", draft)

    refused = browser.post(address, typed(browser, draft, title="Kế hoạch đã sửa tên") | {"viec": "trinh"})
    draft.refresh_from_db()
    assert refused.status_code == 422
    assert "Bản nháp đã lưu" in main_of(refused)
    assert "Cần ghi cấp ủy" in main_of(refused)
    assert (draft.title, draft.status) == ("Kế hoạch đã sửa tên", PlanStatus.DRAFTING)

    done = browser.post(address, typed(browser, draft) | PARTY | {"viec": "trinh"}, follow=True)
    draft.refresh_from_db()
    assert draft.status == PlanStatus.APPROVING
    assert "Đã trình" in main_of(done)


def test_a_draft_that_is_complete_is_submitted_from_its_page(cast: Cast, draft: Plan) -> None:
    browser = enter(cast, "phuc_xa")
    assert browser.post(to("submit", draft)).status_code == 422
    browser.post(to("edit", draft), typed(browser, draft) | PARTY)

    answer = browser.post(to("submit", draft))

    draft.refresh_from_db()
    assert answer.status_code == 302
    assert draft.status == PlanStatus.APPROVING
    assert browser.post(to("submit", draft)).status_code == 409


def test_a_symbol_of_ones_own_is_composed_and_an_odd_one_refused(cast: Cast, draft: Plan) -> None:
    browser, address = enter(cast, "phuc_xa"), to("edit", draft)
    form = typed(browser, draft) | {"symbol_pattern": "khac"}

    odd = browser.post(address, form | {"own_symbol": "{x}"})
    browser.post(address, form | {"own_symbol": "KHLT-UBND-MTTQ"})

    draft.refresh_from_db()
    assert odd.status_code == 422
    assert draft.symbol_pattern == "{number:02d}/KHLT-UBND-MTTQ"
    assert "…/KHLT-UBND-MTTQ" in main_of(browser.get(address))


def test_money_is_typed_as_people_do(cast: Cast, campaign: Campaign) -> None:
    plan, browser = derive(cast, campaign, "001"), enter(cast, "ba_dinh")

    odd = browser.post(to("edit", plan), typed(browser, plan) | {"funding_amount": "năm triệu"})
    browser.post(to("edit", plan), typed(browser, plan) | {"funding_amount": "75.000.000", "funding_confirmed": "on"})

    plan.refresh_from_db()
    assert odd.status_code == 422
    assert (plan.funding_amount, plan.funding_confirmed) == (75_000_000, True)


def test_a_district_hands_a_line_down_to_its_communes(cast: Cast, campaign: Campaign) -> None:
    plan, browser = derive(cast, campaign, "001"), enter(cast, "ba_dinh")

    browser.post(to("edit", plan), typed(browser, plan) | {"item-0": "Một hội nghị điểm", "item-0-mandatory": "on"})

    assert plan.items.get(source=LineSource.OWN).is_mandatory
    commune = derive(cast, campaign, "00001")
    assert "item-0-mandatory" not in main_of(enter(cast, "phuc_xa").get(to("edit", commune)))


def test_changing_what_waits_for_approval_says_so_and_takes_approvals_back(cast: Cast, waiting: Plan) -> None:
    browser = enter(cast, "phuc_xa")
    assert "hai bên duyệt lại từ đầu" in main_of(browser.get(to("edit", waiting)))

    browser.post(to("edit", waiting), typed(browser, waiting, title="Tên khác"))

    waiting.refresh_from_db()
    assert waiting.status == PlanStatus.DRAFTING
    assert not waiting.approvals.exists()


def test_an_issued_plan_and_a_plan_of_others_have_no_form(cast: Cast, waiting: Plan) -> None:
    actions.approve_plan(waiting.pk, actor=cast.actors["phuc_xa_committee"], at=AT)
    actions.issue_plan(waiting.pk, issued_on=AT.date(), actor=cast.actors["phuc_xa"], at=AT)

    assert enter(cast, "phuc_xa").get(to("edit", waiting)).status_code == 409
    assert enter(cast, "ba_dinh").get(to("edit", waiting)).status_code == 403
    assert enter(cast, "truc_bach").get(to("edit", waiting)).status_code == 404


def test_it_costs_as_many_queries_for_thirty_own_lines_as_for_three(cast: Cast, draft: Plan) -> None:
    browser, address = enter(cast, "phuc_xa"), to("edit", draft)
    lines = {f"item-{n}": f"Việc {n}" for n in range(30)}
    browser.post(address, typed(browser, draft) | dict(list(lines.items())[:3]))
    few = count_queries(lambda: browser.get(address))
    browser.post(address, typed(browser, draft) | lines)

    assert draft.items.filter(source=LineSource.OWN).count() == 30
    assert count_queries(lambda: browser.get(address)) == few
