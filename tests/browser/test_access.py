"""Pages can be used by everyone: no serious finding of axe on the main ones."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.stories import desk_pages, enter_as


def test_no_page_has_a_serious_barrier(launched: None, desk: Page) -> None:
    found = {address: _barriers_at(desk, address) for address in ("/dang-nhap/", "/thanh-phan/")}
    enter_as(desk, "phong-trao.01")
    found |= {address: _barriers_at(desk, address) for address in desk_pages()}

    assert {address: barriers for address, barriers in found.items() if barriers} == {}


def _barriers_at(page: Page, address: str) -> list[str]:
    page.goto(address)
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['target']} {one['help']}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
