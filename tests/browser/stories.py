"""What the stories have in common: entering as a person of the demonstration, looking for overflow."""

from urllib.parse import urlencode

from playwright.sync_api import Page

from danban.accounts.models import Account
from danban.campaigns.models import Campaign

_DESK_PAGES = (
    "/viec-cua-toi/", "/tong-quan/", "/ma-tran/", "/viec/", "/moc-thoi-gian/", "/don-vi/", "/co-cau/", "/co-cau/nap/",
    "/nguoi/", "/nguoi/them/", "/ke-hoach/", "/ke-hoach/nap/", "/nhat-ky/", "/tim/?q=phuc+xa", "/tai-khoan/",
    "/ke-hoach-cap-duoi/", "/so-van-ban/", "/kho-khan/", "/kho-khan/tong-hop/", "/tong-ve-sinh/",
    "/tong-ve-sinh/cac-buoi/", "/hop-tin/", "/tin-da-gui/", "/tai-khoan/cach-nhan-tin/",
)  # fmt: skip


def desk_pages() -> tuple[str, ...]:
    """The main pages of the desk, the running year's own page among them."""
    return (*_DESK_PAGES, f"/nam/{Campaign.objects.get().pk}/")


def enter_as(page: Page, address: str, *, title: str = "") -> None:
    """Sign in with one click as the demonstration's person of that address, and land on the first page.

    ``title`` names the office of somebody who holds several.
    """
    person = Account.objects.get(email=f"{address}@trinh-dien.invalid")
    held = person.appointments.select_related("unit").order_by("pk")[0]
    page.goto(f"/dang-nhap/trinh-dien/?{urlencode({'q': f'{person.full_name} {held.unit.name}'})}")
    page.get_by_role("button", name=title or person.appointments.get().title).first.click()
    page.wait_for_url("**/viec-cua-toi/")


def overflow_of(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
