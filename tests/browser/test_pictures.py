"""The pictures of the documents are taken here, so that they show what stands today (`make pictures`).

Without DANBAN_PICTURES the same pages are visited in the small city and the pictures thrown away: a page
that cannot be pictured fails the suite, not the documents.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from danban.campaigns.models import Draft
from danban.demo.ground import Plot
from danban.demo.load import load_demo
from danban.kit import clock
from danban.units.models import Placement
from tests.browser.stories import enter_as

WANTED = os.environ.get("DANBAN_PICTURES", "")
DESK_PICTURES = {
    "city-desk": "/tong-quan/",
    "city-home": "/viec-cua-toi/",
    "matrix": "/ma-tran/",
    "year": "/ke-hoach/",
}


@pytest.fixture
def city(transactional_db: None, settings: object) -> Iterator[None]:
    """The whole city for pictures that are kept, the small one otherwise."""
    settings.DEMO = True  # type: ignore[attr-defined]
    size = "city" if WANTED else "small"
    load_demo(Plot(size, "2023"), day=None, launched=True, now=clock.now(), progress=lambda *_step: None)
    yield
    clock.set_offset(clock.offset() * 0)


def _keep(page: Page, name: str, tmp_path: Path, *, whole: bool = False) -> None:
    place = Path(WANTED) if WANTED else tmp_path
    page.screenshot(path=place / f"{name}.png", full_page=whole)
    assert (place / f"{name}.png").stat().st_size > 5_000


def test_pictures_of_the_desk(city: None, desk: Page, tmp_path: Path) -> None:
    enter_as(desk, "phong-trao.01")
    for name, address in DESK_PICTURES.items():
        desk.goto(address)
        _keep(desk, name, tmp_path, whole=name == "city-desk")

    desk.goto(f"/ke-hoach/ban-nhap/{Draft.objects.get().pk}/")
    _keep(desk, "review", tmp_path)
    commune = Placement.objects.filter(level__code="commune").order_by("path", "pk").first()
    assert commune is not None
    desk.goto(f"/don-vi/{commune.pk}/")
    _keep(desk, "unit", tmp_path)


def test_pictures_in_a_hand(city: None, hand: Page, tmp_path: Path) -> None:
    enter_as(hand, "mttq.00001-02")

    _keep(hand, "village-phone", tmp_path)
