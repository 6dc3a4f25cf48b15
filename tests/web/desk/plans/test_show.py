"""The page of one unit's plan in every state, for its own offices and for those above."""

from django.urls import reverse

from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign
from danban.plans import actions
from danban.plans.models import Plan, PlanEdition
from danban.plans.states import PlanStatus
from tests.cast import AT, TODAY, Cast
from tests.plans.factories import approved, issued
from tests.web.desk.plans.pages import OWN, count_queries, main_of, page_of, to
from tests.web.entering import enter


def test_before_it_is_drawn_up_the_page_says_what_comes_down_and_offers_the_one_step(
    cast: Cast, campaign: Campaign
) -> None:
    page = main_of(enter(cast, "phuc_xa").get(OWN))

    assert "Lập kế hoạch từ kế hoạch cấp trên" in page
    assert "Xã, phường, thị trấn · đơn vị cần đặt" in page
    assert "Nội dung hội nghị" in page
    assert "Quận Ba Đình chưa ban hành kế hoạch" in page
    assert "Đã nhận kế hoạch" in page


def test_one_press_derives_the_plan_and_a_second_opens_the_same(cast: Cast, campaign: Campaign) -> None:
    browser, place = enter(cast, "phuc_xa"), cast.places["00001"]
    derive = reverse("desk:plans:derive", args=[campaign.pk, place.pk])

    first, second = browser.post(derive), browser.post(derive)

    plan = Plan.objects.get(placement=place)
    assert first.headers["Location"] == second.headers["Location"] == to("edit", plan)


def test_a_draft_names_what_is_lacking_and_offers_to_go_on(cast: Cast, draft: Plan) -> None:
    page = main_of(enter(cast, "phuc_xa").get(OWN))

    assert "Còn 1 chỗ cần điền" in page
    assert "Cần ghi cấp ủy đã cho ý kiến" in page
    assert to("edit", draft) in page


def test_who_has_to_approve_is_seen_by_both_and_offered_to_the_one(cast: Cast, waiting: Plan) -> None:
    drafter = main_of(enter(cast, "phuc_xa").get(OWN))
    other = main_of(enter(cast, "phuc_xa_committee").get(OWN))

    assert "Chờ Ủy ban nhân dân Phường Phúc Xá duyệt" in drafter
    assert to("approve", waiting) not in drafter
    assert to("withdraw", waiting) in drafter
    assert "Kế hoạch chờ bạn duyệt" in other
    assert to("approve", waiting) in other
    assert to("decline", waiting) in other


def test_approving_leads_to_issuing_with_the_number_it_will_get(cast: Cast, waiting: Plan) -> None:
    browser = enter(cast, "phuc_xa_committee")

    page = main_of(browser.post(to("approve", waiting), follow=True))

    assert "01/KHLT-UBND-UBMTTQ" in page
    assert "Ban hành kế hoạch" in page
    again = browser.post(to("approve", waiting))
    assert again.status_code == 409
    assert "đã duyệt kế hoạch này" in main_of(again)


def test_declining_needs_a_reason_which_the_drafter_then_reads(cast: Cast, waiting: Plan) -> None:
    browser, address = enter(cast, "phuc_xa_committee"), to("decline", waiting)

    empty = browser.post(address, {"reason": " "})
    browser.post(address, {"reason": "Thiếu ngày họp của tổ dân phố"})

    assert empty.status_code == 422
    assert "Thiếu ngày họp của tổ dân phố" in main_of(enter(cast, "phuc_xa").get(OWN))


def test_taking_it_back_leads_to_the_form(cast: Cast, waiting: Plan) -> None:
    browser = enter(cast, "phuc_xa")

    assert browser.post(to("withdraw", waiting)).headers["Location"] == to("edit", waiting)
    waiting.refresh_from_db()
    assert waiting.status == PlanStatus.DRAFTING
    assert browser.post(to("withdraw", waiting)).status_code == 409


def test_a_day_ahead_is_refused_with_the_day_kept_and_a_good_day_issues(cast: Cast, campaign: Campaign) -> None:
    plan, browser = approved(cast, campaign, "00001"), enter(cast, "phuc_xa")

    refused = browser.post(to("issue", plan), {"issued_on": "2099-02-20"})
    odd = browser.post(to("issue", plan), {"issued_on": "hôm nay"})
    done = browser.post(to("issue", plan), {"issued_on": "2023-02-09"}, follow=True)
    again = browser.post(to("issue", plan), {"issued_on": "2023-02-09"})

    assert (refused.status_code, odd.status_code, again.status_code) == (422, 422, 409)
    assert "còn ở phía trước" in main_of(refused)
    assert 'value="2099-02-20"' in main_of(refused)
    assert "Số 01/KHLT-UBND-UBMTTQ" in main_of(done)
    assert PlanEdition.objects.filter(plan=plan).count() == 1


def test_a_kick_off_meeting_is_recorded_and_a_bad_one_keeps_what_was_typed(cast: Cast, campaign: Campaign) -> None:
    plan, browser = issued(cast, campaign, "00001").plan, enter(cast, "phuc_xa")
    address = to("record_kickoff", plan)

    refused = browser.post(address, {"on": "2023-01-01", "place": "Hội trường phường", "attended": "80"})
    done = browser.post(
        address, {"on": TODAY.isoformat(), "place": "Hội trường phường", "attended": "80"}, follow=True
    )  # fmt: skip

    assert refused.status_code == 422
    assert "Ngày họp phải từ ngày ban hành" in main_of(refused)
    assert 'value="Hội trường phường"' in main_of(refused)
    assert "Hội trường phường · 80 người dự" in main_of(done)


def test_sent_back_the_unit_reads_why_and_opens_it_for_a_new_edition(cast: Cast, campaign: Campaign) -> None:
    plan = issued(cast, campaign, "00001").plan
    above, address = enter(cast, "ba_dinh"), to("send_back", plan)

    assert above.post(address, {"comment": ""}).status_code == 422
    said = above.post(address, {"comment": "Thiếu hội nghị điểm"}, follow=True)
    own = enter(cast, "phuc_xa")
    page = main_of(own.get(OWN))

    assert "Đã trả lại kế hoạch của Phường Phúc Xá" in main_of(said)
    assert "Thiếu hội nghị điểm" in page
    assert own.post(to("revise", plan)).headers["Location"] == to("edit", plan)
    assert own.post(to("revise", plan)).status_code == 409
    assert "Thiếu hội nghị điểm" in main_of(own.get(to("edit", plan)))


def test_the_unit_above_reads_it_without_its_verbs_and_a_neighbour_does_not_at_all(
    cast: Cast, campaign: Campaign, waiting: Plan
) -> None:
    address = page_of(cast, campaign, "00001")

    above = main_of(enter(cast, "ba_dinh").get(address))

    assert "Chờ Ủy ban nhân dân Phường Phúc Xá duyệt" in above
    assert to("approve", waiting) not in above
    assert "Đã nhận kế hoạch" not in above
    assert enter(cast, "truc_bach").get(address).status_code == 404
    assert enter(cast, "phuc_xa").get(page_of(cast, campaign, "001")).status_code == 404


def test_a_village_reads_the_plans_it_works_by_and_the_city_is_led_to_the_year(cast: Cast, campaign: Campaign) -> None:
    edition = issued(cast, campaign, "00001")

    village = main_of(enter(cast, "head_of_group_1").get(OWN))
    city = enter(cast, "mrs_ha").get(OWN)

    assert "Kế hoạch đơn vị làm theo" in village
    assert to("show_edition", edition) in village
    assert city.headers["Location"] == reverse("desk:campaigns:show", args=[campaign.pk])


def test_what_is_owed_and_what_a_notice_is_about_lead_to_the_plan(cast: Cast, campaign: Campaign) -> None:
    edition = issued(cast, campaign, "00001")
    owed = campaign.obligations.get(placement=cast.places["00001"], kind__code="plan")
    of_city = campaign.obligations.filter(placement=cast.city, kind__code="plan").first()
    page = page_of(cast, campaign, "00001")

    assert enter(cast, "phuc_xa").get(to("of_obligation", owed)).headers["Location"] == page
    assert enter(cast, "phuc_xa").get(to("of_plan", edition.plan)).headers["Location"] == page
    below = enter(cast, "head_of_group_1").get(to("of_plan", edition.plan))
    assert below.headers["Location"] == to("show_edition", edition)
    assert enter(cast, "truc_bach").get(to("of_plan", edition.plan)).status_code == 404
    if of_city is not None:
        city = enter(cast, "mrs_ha").get(to("of_obligation", of_city))
        assert city.headers["Location"] == reverse("desk:plans:below")


def test_a_closed_year_shows_the_plan_and_offers_nothing(cast: Cast, campaign: Campaign, draft: Plan) -> None:
    campaigns.close_campaign(campaign.pk, reason="Xong năm", actor=cast.actors["mrs_ha"], at=AT)
    browser = enter(cast, "phuc_xa")

    page = main_of(browser.get(page_of(cast, campaign, "00001")))

    assert "Đang soạn" in page
    assert to("edit", draft) not in page
    assert browser.get(to("edit", draft)).status_code == 409


def test_a_form_shown_for_another_office_is_refused(cast: Cast, waiting: Plan) -> None:
    answer = enter(cast, "phuc_xa_committee").post(
        to("approve", waiting), {"office_id": str(cast.offices["phuc_xa"].pk)}
    )  # fmt: skip

    assert answer.status_code == 409
    assert "vị trí khác" in answer.content.decode()


def test_it_costs_as_many_queries_for_a_crowded_plan_as_for_a_bare_one(cast: Cast, campaign: Campaign) -> None:
    plan = issued(cast, campaign, "00001").plan
    browser = enter(cast, "phuc_xa")
    browser.get(OWN)
    few = count_queries(lambda: browser.get(OWN))

    actions.revise_plan(plan.pk, actor=cast.actors["phuc_xa"], at=AT)
    plan.items.bulk_create(
        type(plan.items.all()[0])(plan=plan, source="own", title=f"Việc {n}", position=100 + n) for n in range(30)
    )

    assert count_queries(lambda: browser.get(OWN)) <= few
