"""Papers beside what LibreOffice prints of them, as pictures for the documents (`make pictures`)."""

import base64
import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from danban.papers.kinds.catalogue import BY_CODE
from danban.papers.pdf import write_pdf
from tests.papers.conftest import turned
from tests.papers.reading import picture_of

__all__ = ["turned"]

WANTED = os.environ.get("DANBAN_PICTURES", "")
PICTURED = ("ke-hoach-lien-tich", "giay-moi", "bien-ban", "nghi-quyet")
_SHOWN = "<img width=600 style='display:block;outline:1px solid #999' src='data:image/png;base64,{}'>"


@pytest.mark.parametrize("code", PICTURED)
def test_a_paper_stands_beside_what_libreoffice_prints(
    code: str, chromium: Browser, turned: Path, paper_fonts: Path, tmp_path: Path
) -> None:
    pdfs = (write_pdf(BY_CODE[code].sample(), fonts=paper_fonts), (turned / f"{code}.pdf").read_bytes())
    shown = "".join(_SHOWN.format(base64.b64encode(picture_of(pdf)).decode()) for pdf in pdfs)
    page = chromium.new_page(viewport={"width": 1224, "height": 866})
    page.set_content(f"<body style='margin:8px;display:flex;gap:8px;background:#ddd'>{shown}</body>")

    place = Path(WANTED) / "papers" if WANTED else tmp_path
    page.screenshot(path=place / f"{code}.png", full_page=True)
    page.close()

    assert 20_000 < (place / f"{code}.png").stat().st_size < 300_000
