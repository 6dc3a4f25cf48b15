"""A real Chromium for the few stories that need one: the system's, never a download."""

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from danban.demo.ground import Plot
from danban.demo.load import load_demo
from danban.kit import clock

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESK = {"width": 1280, "height": 900}
HAND = {"width": 360, "height": 740}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder is a browser test."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))
            item.add_marker(pytest.mark.timeout(300))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, started once; without one the stories are skipped, unless CI demands it."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        if os.environ.get("DANBAN_NEED_BROWSER"):
            pytest.fail("Chromium is missing on this machine")
        pytest.skip("no Chromium on this machine")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # the browser's driver keeps a loop in this thread
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


def _context(browser: Browser, live_server_url: str, **options: object) -> BrowserContext:
    context = browser.new_context(base_url=live_server_url, locale="vi-VN", **options)  # type: ignore[arg-type]
    context.set_default_timeout(10_000)
    return context


@pytest.fixture
def desk(chromium: Browser, live_server: object) -> Iterator[Page]:
    """A page at a desk, 1280 px wide; any error on the console or refused resource fails the test."""
    context = _context(chromium, str(live_server), viewport=DESK)
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert not [error for error in errors if "status of 4" not in error], errors


@pytest.fixture
def hand(chromium: Browser, live_server: object) -> Iterator[Page]:
    """A phone in a hand, 360 px wide, without JavaScript."""
    context = _context(chromium, str(live_server), viewport=HAND, java_script_enabled=False, has_touch=True)
    yield context.new_page()
    context.close()


def _load(settings: object, *, launched: bool, day: date | None = None) -> Iterator[None]:
    settings.DEMO = True  # type: ignore[attr-defined]
    load_demo(Plot("small", "2023"), day=day, launched=launched, now=clock.now(), progress=lambda *_step: None)
    yield
    clock.set_offset(clock.offset() * 0)


@pytest.fixture
def launched(transactional_db: None, settings: object) -> Iterator[None]:
    """The small demonstration city on 10/02/2023."""
    yield from _load(settings, launched=True)


@pytest.fixture
def unlaunched(transactional_db: None, settings: object) -> Iterator[None]:
    """The small demonstration city on the day the plan was signed, before anybody has put it in."""
    yield from _load(settings, launched=False)


@pytest.fixture
def opening(transactional_db: None, settings: object) -> Iterator[None]:
    """The small demonstration city the day after the launch: no unit has issued its plan."""
    yield from _load(settings, launched=True, day=date(2022, 12, 17))
