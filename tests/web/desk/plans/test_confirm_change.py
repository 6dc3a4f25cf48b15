"""Something changed above: what was, what is, what moved; confirmed or adapted to."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign, Obligation
from danban.notices.models import Notice
from danban.plans import actions
from danban.plans.actions import GivenDate
from danban.plans.models import Plan
from tests.campaigns.finders import milestone
from tests.cast import AT, Cast
from tests.plans.factories import derive, issued, kind_id
from tests.web.desk.plans.pages import OWN, count_queries, main_of, page_of, to
from tests.web.entering import enter

LATER = AT + timedelta(hours=1)


def _amend(cast: Cast, campaign: Campaign, due_on: str) -> None:
    actor = cast.actors["mrs_ha"]
    change = campaigns.draft_amendment(campaign.pk, actor=actor, at=AT)
    line = milestone(change, "village-conference")
    campaigns.correct_item(line.pk, values={"due_on": due_on}, actor=actor, at=AT)
    actions.apply_amendment(change.pk, reason="Thời tiết", actor=actor, at=LATER)


def _days(cast: Cast) -> dict[int, date | None]:
    """The last day of everything Phúc Xá and its villages owe."""
    ours = Obligation.objects.filter(placement__path__startswith=cast.places["00001"].path)
    return dict(ours.order_by("pk").values_list("pk", "due_on"))


@pytest.fixture
def plan(cast: Cast, campaign: Campaign) -> Plan:
    """Phúc Xá's plan, issued; it leaves the villages' window as the city set it."""
    return issued(cast, campaign, "00001").plan


def test_nothing_to_confirm_is_said_and_not_offered(cast: Cast, plan: Plan) -> None:
    browser = enter(cast, "phuc_xa")

    assert "Không có thay đổi nào chờ xác nhận" in main_of(browser.get(to("confirm_change", plan)))
    assert browser.post(to("confirm_change", plan)).status_code == 409


def test_what_was_what_is_why_and_how_much_moved_stand_side_by_side(cast: Cast, campaign: Campaign, plan: Plan) -> None:
    Obligation.objects.filter(placement=cast.places["00001.02"], kind__code="conference").update(
        fulfilled_on=date(2023, 2, 1), fulfilled_at=AT, fulfilled_by="test"
    )
    before = _days(cast)
    _amend(cast, campaign, "2023-03-05")

    page = enter(cast, "phuc_xa").get(to("confirm_change", plan))
    text = main_of(page)

    assert "<del>02/01/2023–28/02/2023</del>" in text
    assert "<ins>02/01/2023–05/03/2023</ins>" in text
    assert "Thời tiết" in text
    conference = next(one for one in page.context["moved_days"] if one.change.name.startswith("Tổ chức hội nghị thôn"))
    assert (conference.followed.moved, conference.followed.kept, conference.followed.done) == (1, 0, 1)
    assert page.context["page"].moved == sum(before[pk] != due_on for pk, due_on in _days(cast).items()) == 9


def test_the_banner_stays_until_it_is_confirmed_once(cast: Cast, campaign: Campaign, plan: Plan) -> None:
    _amend(cast, campaign, "2023-03-05")
    browser = enter(cast, "phuc_xa")
    assert "Kế hoạch cấp trên đã thay đổi" in main_of(browser.get(OWN))
    assert "Chưa khớp" in main_of(enter(cast, "ba_dinh").get("/ke-hoach-cap-duoi/"))

    done = browser.post(to("confirm_change", plan))
    again = browser.post(to("confirm_change", plan))

    assert done.headers["Location"] == page_of(cast, campaign, "00001")
    assert again.status_code == 409
    assert "Kế hoạch cấp trên đã thay đổi" not in main_of(browser.get(OWN))
    assert "Chưa khớp" not in main_of(enter(cast, "ba_dinh").get("/ke-hoach-cap-duoi/"))


def test_a_day_that_no_longer_fits_is_marked_and_only_a_new_edition_settles_it(cast: Cast, campaign: Campaign) -> None:
    conference = kind_id(campaign, "village", "conference")
    plan = issued(cast, campaign, "00001", GivenDate(conference, date(2023, 2, 10), date(2023, 2, 27))).plan
    _amend(cast, campaign, "2023-02-20")
    browser = enter(cast, "phuc_xa")

    text = main_of(browser.get(to("confirm_change", plan)))
    refused = browser.post(to("confirm_change", plan))

    assert "Không còn khớp" in text
    assert "Sửa kế hoạch cho khớp" in text
    assert "Xác nhận thay đổi</button>" not in text
    assert refused.status_code == 422
    assert "nằm ngoài" in main_of(refused)
    assert browser.post(to("revise", plan)).status_code == 302


def test_a_day_of_the_unit_that_still_fits_keeps_its_obligations_where_they_were(
    cast: Cast, campaign: Campaign
) -> None:
    conference = kind_id(campaign, "village", "conference")
    plan = issued(cast, campaign, "00001", GivenDate(conference, date(2023, 2, 10), date(2023, 2, 20))).plan
    _amend(cast, campaign, "2023-03-05")

    page = enter(cast, "phuc_xa").get(to("confirm_change", plan))

    row = next(one for one in page.context["moved_days"] if one.change.kind_id == conference)
    assert (row.followed.moved, row.followed.kept) == (0, 2)
    assert "Vẫn khớp" in main_of(page)


def test_a_draft_takes_the_change_in(cast: Cast, campaign: Campaign) -> None:
    plan = derive(cast, campaign, "00001")
    _amend(cast, campaign, "2023-03-05")
    browser = enter(cast, "phuc_xa")

    assert "Đưa thay đổi vào bản nháp" in main_of(browser.get(to("confirm_change", plan)))
    browser.post(to("confirm_change", plan))

    plan.refresh_from_db()
    assert plan.base_amendment == campaign.amendments.get()


def test_the_unit_above_looks_without_settling_and_a_neighbour_sees_nothing(
    cast: Cast, campaign: Campaign, plan: Plan
) -> None:
    _amend(cast, campaign, "2023-03-05")
    address = to("confirm_change", plan)

    assert "Xác nhận thay đổi</button>" not in main_of(enter(cast, "ba_dinh").get(address))
    assert enter(cast, "ba_dinh").post(address).status_code == 403
    assert enter(cast, "truc_bach").get(address).status_code == 404


def test_it_costs_as_many_queries_whatever_has_changed(cast: Cast, campaign: Campaign, plan: Plan) -> None:
    browser, address = enter(cast, "phuc_xa"), to("confirm_change", plan)
    _amend(cast, campaign, "2023-03-05")
    browser.get(address)
    few = count_queries(lambda: browser.get(address))

    issued(cast, campaign, "001", at=LATER)

    assert count_queries(lambda: browser.get(address)) <= few + 1


def test_applying_an_amendment_on_its_page_tells_the_units_below(cast: Cast, campaign: Campaign, plan: Plan) -> None:
    actor = cast.actors["mrs_ha"]
    change = campaigns.draft_amendment(campaign.pk, actor=actor, at=AT)
    line = milestone(change, "village-conference")
    campaigns.correct_item(line.pk, values={"due_on": "2023-03-05"}, actor=actor, at=AT)

    enter(cast, "mrs_ha").post(reverse("desk:campaigns:apply", args=[change.pk]), {"reason": "Thời tiết"})

    told = Notice.objects.filter(fact=f"amendment:{campaign.amendments.get().pk}")
    assert told.filter(account=cast.people["phuc_xa"]).exists()
