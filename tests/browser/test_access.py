"""Pages can be used by everyone: no serious finding of axe on the main ones."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.stories import enter_as


@pytest.mark.parametrize(
    "address",
    ["/viec-cua-toi/", "/tong-quan/", "/ma-tran/", "/viec/", "/moc-thoi-gian/", "/don-vi/", "/co-cau/", "/nguoi/",
     "/ke-hoach/", "/ke-hoach/nap/", "/nhat-ky/", "/tim/?q=phuc", "/tai-khoan/"],
)  # fmt: skip
def test_no_serious_barrier_on_a_page(launched: None, desk: Page, address: str) -> None:
    enter_as(desk, "phong-trao.01")
    desk.goto(address)

    assert _barriers(desk) == []


@pytest.mark.parametrize("address", ["/dang-nhap/", "/thanh-phan/"])
def test_no_serious_barrier_before_signing_in(launched: None, desk: Page, address: str) -> None:
    desk.goto(address)

    assert _barriers(desk) == []


def _barriers(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['target']} {one['help']}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
