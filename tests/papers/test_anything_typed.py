"""Whatever is typed or pasted becomes a correct paper: opens, is searched, never runs off the page."""

import io
import time
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from danban.kit.refusals import BadInput
from danban.papers.faces import FACES
from danban.papers.letters import MISSING, clean
from danban.papers.paper import Annex, Block, Column, Depth, Field, Heading, Issuer, Item, Paper, Profile, Run, Table
from danban.papers.paper import Paragraph as Words
from danban.papers.pdf import write_pdf
from danban.papers.word import write_docx
from tests.papers.factories import HEAD, plain, words
from tests.papers.reading import letters, pages_of, words_of_docx, words_of_pdf

TEXT = st.text(st.characters(codec=None), max_size=120)  # lone surrogates too
CELLS = st.lists(TEXT, max_size=4).map(tuple)
RUNS = st.lists(st.builds(Run, TEXT, st.booleans(), st.booleans()), max_size=3).map(tuple)
BLOCKS = st.one_of(
    st.builds(Heading, st.sampled_from(Depth), TEXT, TEXT),
    st.builds(Words, RUNS, st.booleans()),
    st.builds(Item, TEXT, TEXT, TEXT),
    st.builds(Field, TEXT, TEXT),
    st.builds(
        Table,
        st.lists(st.builds(Column, TEXT, st.floats(-1, 9)), max_size=3).map(tuple),
        st.lists(CELLS, max_size=3).map(tuple),
        CELLS,
    ),
)  # fmt: skip
NASTY = {
    "signs of XML": "a < b & c > d \"e\" 'f' ]]> &amp; <w:p/>",
    "signs of Typst": "#panic() $x$ *a* _b_ `c` \\ @d [e] // f /* g */ = h",
    "direction": "trái \u202ephải\u202c \u200fgiữa\u200e \u2067x\u2069",
    "control": "a\x00b\x01c\x0bd\x1be\x7ff\tg\nh\r\ni",
    "emoji": "vui 😀👨‍👩‍👧🇻🇳 lắm ☀️",
    "surrogates": "a\ud800b\udfffc",
    "foreign": "漢字 العربية עברית ไทย",
    "loose accents": "a\u0300\u0301\u0302\u0303 o\u0323\u0302",
    "decomposed": "Hội nghị đại biểu".encode().decode(),
}


def _pages(pdf: bytes) -> int:
    return len(pypdfium2.PdfDocument(pdf))


def _inside(pdf: bytes) -> bool:
    """Whether every letter of a PDF lies within its page."""
    for page in pypdfium2.PdfDocument(pdf):
        width, height = page.get_size()
        text = page.get_textpage()
        for at in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(at)
            if left < 0 or bottom < 0 or right > width + 0.5 or top > height:
                return False
    return True


@pytest.mark.timeout(600)
@given(blocks=st.lists(BLOCKS, max_size=4).map(tuple), subject=TEXT, name=TEXT, cited=st.lists(TEXT, max_size=2))
def test_any_text_gives_both_files(
    paper_fonts: Path, blocks: tuple[Block, ...], subject: str, name: str, cited: list[str]
) -> None:
    paper = plain(*blocks, subject=subject, issuers=(Issuer(name, subject),), basis=tuple(cited), recipients=(name,))

    docx, pdf = write_docx(paper), write_pdf(paper, fonts=paper_fonts)

    assert Document(io.BytesIO(docx)).paragraphs
    assert _inside(pdf)


@pytest.mark.timeout(600)
@given(text=st.text(st.characters(codec=None), max_size=400))
def test_the_words_of_a_text_stand_in_both_files_in_order(paper_fonts: Path, text: str) -> None:
    paper = plain(words(text), has_end_mark=False)
    wanted = letters(clean(text))

    assert wanted in words_of_docx(write_docx(paper))
    assert wanted.replace("-", "") in words_of_pdf(write_pdf(paper, fonts=paper_fonts)).replace("-", "")


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_what_is_nasty_is_printed_or_left_out(paper_fonts: Path, text: str) -> None:
    paper = plain(words(text), subject=text, issuers=(Issuer(text),), recipients=(text,))

    docx, pdf = write_docx(paper), write_pdf(paper, fonts=paper_fonts)

    assert letters(clean(text)) in words_of_docx(docx)
    assert letters(clean(text)) in words_of_pdf(pdf)


def test_letters_the_faces_lack_leave_a_mark_and_emoji_leave_none() -> None:
    assert clean("họ 漢 tên") == f"họ {MISSING} tên"
    assert clean("vui 😀 lắm") == "vui lắm"
    assert clean("tre\u0302n\u202e") == "trên"


def test_every_letter_that_is_kept_is_in_all_four_faces(paper_fonts: Path) -> None:
    known = set.intersection(*(set(TTFont(paper_fonts / face).getBestCmap()) for face in FACES))
    kept = {code for code in range(0x20, 0x11000) if clean(chr(code)) == chr(code)}

    assert len(kept) > 1000
    assert kept <= known


def test_ten_thousand_words_are_a_paper_of_many_pages(paper_fonts: Path) -> None:
    text = " ".join(f"từ{number}" for number in range(10_000))
    paper = plain(words(text), Table((Column("Một"), Column("Hai")), ((text, "x"),)))
    begun = time.perf_counter()

    docx, pdf = write_docx(paper), write_pdf(paper, fonts=paper_fonts)

    assert time.perf_counter() - begun < 20
    assert _pages(pdf) > 20
    assert "từ9999" in pages_of(pdf)[-1] + pages_of(pdf)[-2]
    assert "từ9999" in words_of_docx(docx)
    assert _inside(pdf)


@pytest.mark.parametrize("block", [
    words("x" * 900), Item("-", "dài" * 200), Heading(Depth.ROMAN, "I", "Y" * 300), Field("A", "b\u00a0" * 300),
    Table((Column("W" * 80, 0.1), Column("Một")), (("m" * 200, "i"),)),
])  # fmt: skip
def test_a_very_long_word_breaks_inside_the_page(paper_fonts: Path, block: Block) -> None:
    pdf = write_pdf(plain(block, subject="dài" * 90, issuers=(Issuer("Ủ" * 90),)), fonts=paper_fonts)

    assert _inside(pdf)
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        assert all(text.get_charbox(at)[2] < (210 - 14) / 25.4 * 72 for at in range(text.count_chars()))


def test_a_list_of_recipients_longer_than_a_page_goes_on_overleaf(paper_fonts: Path) -> None:
    recipients = tuple(f"Thôn số {number}" for number in range(120))

    pdf = write_pdf(plain(words("Xong"), recipients=recipients), fonts=paper_fonts)

    assert "Thôn số 119." in " ".join(pages_of(pdf))
    assert _inside(pdf)


@pytest.mark.parametrize("profile", Profile)
def test_an_empty_paper_is_a_paper(paper_fonts: Path, profile: Profile) -> None:
    paper = Paper(profile, (), "", "", "", ())

    assert _pages(write_pdf(paper, fonts=paper_fonts)) == 1
    assert write_docx(paper)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5])
def test_any_number_of_signatures_has_room(paper_fonts: Path, count: int) -> None:
    pdf = write_pdf(plain(words("Xong"), signatures=(HEAD,) * count), fonts=paper_fonts)

    assert "".join(pages_of(pdf)).count("Nguyễn Văn An") == count
    assert _inside(pdf)


def test_rows_of_any_length_fit_their_table(paper_fonts: Path) -> None:
    table = Table((Column("Một"), Column("Hai")), (("1",), ("1", "2", "3"), ()), ("x",))

    assert "3" not in words_of_docx(write_docx(plain(table, issued_on=None, number=None)))
    assert write_pdf(plain(table), fonts=paper_fonts)


def test_annexes_begin_their_own_count_of_pages(paper_fonts: Path) -> None:
    long = tuple(words("Dòng chữ dài của phụ lục. " * 30) for _ in range(12))
    paper = plain(words("Xong"), annexes=(Annex("I", "Danh sách", long), Annex("II", "Bảng", (words("Hết"),))))

    pages = pages_of(write_pdf(paper, fonts=paper_fonts))

    assert pages[1].startswith("Phụ lục I")
    assert pages[2].startswith("2")
    assert pages[-1].startswith("Phụ lục II")
    sections = Document(io.BytesIO(write_docx(paper))).sections
    starts = [section._sectPr.xpath("./w:pgNumType/@w:start") for section in sections]
    assert starts == [[], ["1"], ["1"]]


def test_without_faces_a_pdf_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="danban assets"):
        write_pdf(plain(words("Xong")), fonts=tmp_path)
