"""The faces papers are set in."""

from pathlib import Path

import pytest
from django.conf import settings


@pytest.fixture
def paper_fonts() -> Path:
    """The folder of the four faces; the test is left out where they were never fetched."""
    folder = Path(__file__).parents[2] / "var" / "paper-fonts"
    settings.PAPER_FONTS = folder
    if not any(folder.glob("*.ttf")):
        pytest.skip("the faces of papers are not here: run danban assets")
    return folder
