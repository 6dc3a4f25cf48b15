"""Every kind of paper: complete, told from one set of figures, written as both files."""

import io
import re
from pathlib import Path

import pytest
from docx import Document

from danban.papers.kinds.catalogue import BY_CODE, KINDS, Kind
from danban.papers.kinds.reports import Tallied
from danban.papers.paper import Profile, Table
from danban.papers.pdf import write_pdf
from danban.papers.stored import as_json, from_json
from danban.papers.word import write_docx
from danban.papers.wordml import SPACER
from tests.papers.reading import pages_of, words_of_docx, words_of_pdf


def _name(kind: Kind) -> str:
    return kind.code


def test_codes_are_addresses_and_stand_once() -> None:
    assert len(BY_CODE) == len(KINDS) >= 20
    assert all(re.fullmatch(r"[a-z-]+", kind.code) for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=_name)
def test_a_sample_is_complete(kind: Kind) -> None:
    paper = kind.sample()

    assert paper.profile in kind.profiles or paper.profile is Profile.STATE
    assert paper.issuers
    assert paper.issued_on
    assert paper.signatures
    assert all(signature.name for signature in paper.signatures)
    assert paper.blocks
    if paper.profile is not Profile.VILLAGE:
        assert paper.number
        assert paper.symbol.startswith(kind.abbreviation)
        assert paper.recipients[-1].startswith("Lưu")


@pytest.mark.parametrize("kind", KINDS, ids=_name)
def test_a_sample_is_written_read_again_and_searched(kind: Kind, paper_fonts: Path) -> None:
    paper = kind.sample()
    docx, pdf = write_docx(paper), write_pdf(paper, fonts=paper_fonts)

    assert Document(io.BytesIO(docx)).core_properties.title
    assert paper.subject.split()[-1] in " ".join(pages_of(pdf))
    assert len(words_of_pdf(pdf)) >= len(words_of_docx(docx))
    assert from_json(as_json(paper)) == paper


@pytest.mark.parametrize("kind", KINDS, ids=_name)
def test_elements_of_word_stand_in_the_order_of_the_schema(kind: Kind) -> None:
    order = ["pStyle", "keepNext", "pBdr", "spacing", "ind", "jc", "textAlignment", "outlineLvl", "rPr", "sectPr"]
    body = Document(io.BytesIO(write_docx(kind.sample()))).element.body

    for properties in body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}pPr"):
        names = [child.tag.rsplit("}", 1)[1] for child in properties]
        assert names == sorted(names, key=order.index)
    assert body[-1].tag.endswith("}sectPr")
    assert SPACER.startswith("<w:p>")


def test_sentence_and_table_of_a_report_tell_the_same_figures() -> None:
    paper = BY_CODE["bao-cao-thuc-hien-nghi-quyet"].sample()
    tables = [block for block in paper.blocks if isinstance(block, Table)]

    assert Tallied("Hộ", 2041, 2236).sentence == "Hộ: 2.041/2.236 (91,3 %)"
    assert ("1", "Hộ đạt danh hiệu Gia đình văn hóa", "2.041", "2.236", "91,3 %") in tables[0].rows


def test_money_left_follows_from_received_and_spent(paper_fonts: Path) -> None:
    page = " ".join(pages_of(write_pdf(BY_CODE["bang-quyet-toan"].sample(), fonts=paper_fonts))[0].split())

    assert "đã chi 42.230.000 đ, còn lại 2.770.000 đ" in page


def test_minutes_are_signed_by_the_secretary_left_and_the_chair_right() -> None:
    signed = BY_CODE["bien-ban"].sample().signatures

    assert [signature.lines[0] for signature in signed] == ["THƯ KÝ", "CHỦ TỌA"]
