"""Typed or pasted text becomes blocks: marks are read, no word is lost."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.papers.letters import clean
from danban.papers.paper import Block, Depth, Heading, Item, Paragraph, Run
from danban.papers.typed import blocks_from


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("Hội nghị họp vào tháng 2.", Paragraph((Run("Hội nghị họp vào tháng 2."),))),
        ("I. MỤC ĐÍCH, YÊU CẦU", Heading(Depth.ROMAN, "I", "MỤC ĐÍCH, YÊU CẦU")),
        ("Điều 2. Hiệu lực", Heading(Depth.ARTICLE, "2", "Hiệu lực")),
        ("Chương II. Tổ chức", Heading(Depth.CHAPTER, "II", "Tổ chức")),
        ("Phần 2 của báo cáo nêu rõ", Paragraph((Run("Phần 2 của báo cáo nêu rõ"),))),
        ("1. Rà soát danh sách.", Item("1.", "Rà soát danh sách.")),
        ("1.2. Rà soát danh sách.", Item("1.2.", "Rà soát danh sách.")),
        ("a) Các hộ gia đình;", Item("a)", "Các hộ gia đình;")),
        ("đ) Cán bộ phụ trách.", Item("đ)", "Cán bộ phụ trách.")),
        ("- Họp dân;", Item("-", "Họp dân;")),
        ("–\tHọp dân;", Item("-", "Họp dân;")),
        ("•\xa0Họp\xa0dân;", Item("-", "Họp dân;")),
        ("\uf0b7\tHọp dân;", Item("-", "Họp dân;")),
        ("o\tHọp dân;", Item("-", "Họp dân;")),
        ("+ Treo băng rôn", Item("+", "Treo băng rôn")),
        ("-5 độ C vào đêm qua", Paragraph((Run("-5 độ C vào đêm qua"),))),
        ("tuyên\xad truyền <b>&amp;</b>", Paragraph((Run("tuyên truyền <b>&amp;</b>"),))),
    ],
)
def test_a_line_is_what_its_mark_says(line: str, block: Block) -> None:
    assert blocks_from(line) == (block,)


def test_a_numbered_title_over_text_is_a_heading_and_a_numbered_list_is_not() -> None:
    assert blocks_from("1. Công tác chuẩn bị\nRà soát danh sách.\n\n2. Họp dân.\n3. Báo cáo") == (
        Heading(Depth.ARABIC, "1", "Công tác chuẩn bị"),
        Paragraph((Run("Rà soát danh sách."),)),
        Item("2.", "Họp dân."),
        Item("3.", "Báo cáo"),
    )


def test_the_title_of_a_part_may_stand_on_the_next_line() -> None:
    assert blocks_from("PHẦN I\nKẾT QUẢ\nĐã họp.") == (
        Heading(Depth.PART, "I", "KẾT QUẢ"),
        Paragraph((Run("Đã họp."),)),
    )


_pasted = st.lists(
    st.sampled_from(
        [
            "I. ", "1. ", "a) ", "- ", "–\t", "•\t", "Điều 1. ", "Phần I", "\xa0", "\xad", "\t", "\n", "\r\n", "\v",
            "😀", "\u200f", "\x00", "<w:p>", "họp dân", "Kết quả.", "đ", "5", "...",
        ]
    ) | st.text(max_size=6)
).map("".join)  # fmt: skip


@given(_pasted)
def test_no_word_is_lost_and_none_is_made_up(text: str) -> None:
    assert _letters(" ".join(_words(block) for block in blocks_from(text))) == _letters(clean(text))


@given(_pasted)
def test_every_block_has_words_fit_for_paper(text: str) -> None:
    for block in blocks_from(text):
        words = _words(block)
        assert words.strip()
        assert not any(unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn"} for letter in words)


def _letters(text: str) -> str:
    """Letters and figures; a mark before an item ("o" and a tab, a circle) may become a dash."""
    kept = [letter for letter in unicodedata.normalize("NFC", text) if letter.isalnum()]
    return re.sub(r"\s", "", "".join(kept))


def _words(block: Block) -> str:
    if isinstance(block, Paragraph):
        return "".join(run.text for run in block.runs)
    if isinstance(block, Heading):
        word = {Depth.PART: "Phần", Depth.CHAPTER: "Chương", Depth.SECTION: "Mục", Depth.ARTICLE: "Điều"}
        return f"{word.get(block.depth, '')} {block.number} {block.title}"
    assert isinstance(block, Item)
    return f"{block.mark} {block.text}"
