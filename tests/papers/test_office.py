"""Every kind opens clean in LibreOffice and becomes a PDF with our pages and our words."""

from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from danban.papers.kinds.catalogue import KINDS, Kind
from danban.papers.letters import clean
from danban.papers.paper import Table
from danban.papers.pdf import write_pdf
from tests.papers.reading import pages_of

pytestmark = [pytest.mark.office, pytest.mark.xdist_group("office")]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_libreoffice_prints_what_we_print(kind: Kind, turned: Path, paper_fonts: Path) -> None:
    paper = kind.sample()
    ours = write_pdf(paper, fonts=paper_fonts)
    theirs = (turned / f"{kind.code}.pdf").read_bytes()

    assert abs(len(pypdfium2.PdfDocument(ours)) - len(pypdfium2.PdfDocument(theirs))) <= 1
    titles = {
        word
        for block in (*paper.blocks, *(block for annex in paper.annexes for block in annex.blocks))
        if isinstance(block, Table)
        for column in block.columns
        for word in clean(column.title).split()
    }
    assert _words(ours, titles) == _words(theirs, titles)


def _words(pdf: bytes, titles: set[str]) -> Counter[str]:
    """How often each word is printed. What stands side by side is read in another order by another writer.

    Titles of tables and numbers of pages come as often as there are pages, so they and bare figures are left out.
    """
    words = " ".join(pages_of(pdf)).replace("\ufffe", "").replace("\u200b", "").split()
    return Counter(word for word in words if not word.isdigit() and word not in titles)
