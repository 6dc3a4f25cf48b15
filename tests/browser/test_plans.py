"""The cascade, seen by the people who do it: a commune issues its plan; the city amends, the commune settles."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page, expect

from danban.campaigns.models import Campaign, Draft
from danban.plans.models import Plan
from danban.plans.states import PlanStatus
from tests.browser.stories import enter_as, overflow_of
from tests.campaigns.finders import milestone

FRONT, COMMITTEE, DISTRICT, BOARD = "mttq.00001", "ubnd.00001", "mttq.001", "phong-trao.01"
BEGIN, SUBMIT, APPROVE, ISSUE = (
    "Lập kế hoạch từ kế hoạch cấp trên", "Lưu và trình hai bên duyệt", "Duyệt kế hoạch", "Ban hành kế hoạch",
)  # fmt: skip


class Screens:
    """The different screens a person meets on the way; each is looked at for what sticks out."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def look(self, page: Page) -> None:
        """Take note of where we are."""
        assert not overflow_of(page)
        title = page.locator("main h1").inner_text() + page.locator("main h2").first.inner_text()
        if title not in self.seen:
            self.seen.append(title)


def _row(page: Page, who: str, unit: str) -> str:
    """What the matrix says of a unit."""
    enter_as(page, who)
    page.goto("/ma-tran/?cap=xa")
    return page.locator("main table tr").filter(has=page.get_by_role("link", name=unit, exact=True)).inner_text()


def _issue(page: Page) -> Screens:
    """From the opening to the issued paper, by the two offices of the commune."""
    screens = Screens()
    enter_as(page, FRONT)
    page.goto("/ke-hoach-don-vi/")
    expect(page.locator("main")).to_contain_text("Quận Ba Đình chưa ban hành kế hoạch")
    screens.look(page)
    page.get_by_role("button", name=BEGIN).click()
    screens.look(page)
    page.get_by_label("Cấp ủy cho ý kiến").fill("Ban Thường vụ Đảng ủy phường")
    page.get_by_label("Ngày cho ý kiến").fill("2022-12-16")
    page.get_by_label("Hình thức và ý kiến").fill("Họp, thống nhất")
    page.get_by_role("button", name=SUBMIT).click()
    screens.look(page)
    enter_as(page, COMMITTEE)
    page.goto("/ke-hoach-don-vi/")
    page.get_by_role("button", name=APPROVE).click()
    screens.look(page)
    expect(page.locator("main")).to_contain_text("01/KHLT-UBND-UBMTTQ")
    page.get_by_role("button", name=ISSUE).click()
    screens.look(page)
    expect(page.locator("main")).to_contain_text("Ban hành Thứ Bảy 17/12/2022")
    return screens


def _commune_issues(page: Page) -> None:
    in_district, in_city = _row(page, DISTRICT, "Phường Phúc Xá"), _row(page, BOARD, "Quận Ba Đình")

    screens = _issue(page)

    assert len(screens.seen) <= 5, screens.seen
    assert _row(page, DISTRICT, "Phường Phúc Xá") != in_district
    assert _row(page, BOARD, "Quận Ba Đình") != in_city
    page.goto("/ke-hoach-cap-duoi/?cap=commune&tinh_trang=da-ban-hanh")
    expect(page.locator("main table")).to_contain_text("Phường Phúc Xá")


def test_a_commune_issues_its_plan_in_five_screens_and_the_matrices_change(opening: None, desk: Page) -> None:
    _commune_issues(desk)


def test_so_it_does_on_a_phone_without_javascript(opening: None, hand: Page) -> None:
    _commune_issues(hand)


@pytest.fixture
def commune(launched: None) -> Plan:
    """A commune whose plan is in force, follows the villages' window as it is, and has nothing to confirm."""
    plans = Plan.objects.filter(
        status=PlanStatus.ISSUED, placement__level__code="commune", base_edition__isnull=False
    ).exclude(dates__kind__code="conference", dates__kind__level__code="village")
    plan = plans.select_related("placement__parent").order_by("placement__path").first()
    assert plan is not None
    return plan


def _amend(page: Page, due_on: date) -> None:
    """The board moves the end of the villages' window."""
    enter_as(page, BOARD)
    page.goto(f"/nam/{Campaign.objects.get().pk}/")
    page.get_by_role("button", name="Sửa đổi năm này").click()
    draft = Draft.objects.latest("pk")
    page.goto(reverse("desk:campaigns:correct", args=[draft.pk, milestone(draft, "village-conference").pk]))
    page.get_by_label("Ngày cuối").fill(f"{due_on:%d/%m/%Y}")
    page.get_by_role("button", name="Ghi dòng này").click()
    page.goto(reverse("desk:campaigns:apply", args=[draft.pk]))
    page.get_by_label("Lý do").fill("Thời tiết")
    page.get_by_role("button", name="Áp dụng sửa đổi").click()
    expect(page.locator("main")).to_contain_text("các đơn vị có kế hoạch được báo")


def _city_amends(page: Page, commune: Plan) -> None:
    front = f"mttq.{commune.placement.code}"
    _amend(page, date(2023, 3, 5))

    enter_as(page, front)
    page.get_by_role("link", name="Kế hoạch cấp trên đã thay đổi").click()
    conference = page.locator("main table tr").filter(has_text="Tổ chức hội nghị thôn, tổ dân phố")
    expect(conference.locator("del")).to_have_text("02/01/2023–28/02/2023")
    expect(conference.locator("ins")).to_have_text("02/01/2023–05/03/2023")
    expect(conference).to_contain_text("việc đổi hạn")
    expect(page.locator("main")).to_contain_text("Thời tiết")
    assert not overflow_of(page)

    page.get_by_role("button", name="Xác nhận thay đổi").click()
    expect(page.locator("main")).to_contain_text("Đã xác nhận")
    expect(page.locator("main")).not_to_contain_text("Kế hoạch cấp trên đã thay đổi")
    assert commune.placement.parent is not None
    enter_as(page, f"mttq.{commune.placement.parent.code}")
    page.goto("/ke-hoach-cap-duoi/?tinh_trang=chua-khop")
    assert overflow_of(page) == 0
    expect(page.locator("main table")).not_to_contain_text(commune.placement.name)


def test_the_city_amends_a_window_and_the_commune_sees_exactly_what_changed(desk: Page, commune: Plan) -> None:
    _city_amends(desk, commune)


def test_the_commune_sees_it_on_a_phone_without_javascript(hand: Page, commune: Plan) -> None:
    _city_amends(hand, commune)


def test_the_pages_of_plans_have_no_barrier_and_print_without_their_buttons(desk: Page, commune: Plan) -> None:
    enter_as(desk, f"mttq.{commune.placement.code}")
    edition = commune.editions.get()
    barriers = {}
    for address in ("/ke-hoach-don-vi/", reverse("desk:plans:show_edition", args=[edition.pk]), "/so-van-ban/"):
        desk.goto(address)
        barriers[address] = [one["id"] for one in Axe().run(desk).response["violations"]]
    desk.goto("/ke-hoach-don-vi/")
    desk.get_by_role("button", name="Sửa đổi kế hoạch").click()
    barriers["form"] = [one["id"] for one in Axe().run(desk).response["violations"]]
    enter_as(desk, BOARD)
    desk.goto("/ke-hoach-cap-duoi/")
    barriers["below"] = [one["id"] for one in Axe().run(desk).response["violations"]]
    assert {address: found for address, found in barriers.items() if found} == {}

    desk.goto(reverse("desk:plans:show_edition", args=[edition.pk]))
    desk.emulate_media(media="print")
    expect(desk.locator("nav.rail")).to_be_hidden()
    expect(desk.locator("main .paper")).to_be_visible()
    expect(desk.locator("main h1")).to_be_hidden()
