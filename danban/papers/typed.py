"""Blocks of a paper from typed text, or from text pasted out of a word processor.

Every line is a paragraph, as word processors paste them; blank lines only part them. A line that begins with a mark
is a heading or an item: "Phần I", "Chương II", "Mục 1" (their title on the same line or the next), "I.", "Điều 1.",
"1.", "a)", "-", "+"; bullets and dashes of every shape count as "-". A numbered line that ends without a full stop
and has words under it that are not numbered is a heading.
"""

import re
import unicodedata

from danban.papers.letters import clean
from danban.papers.paper import Block, Depth, Heading, Item, Paragraph, Run

_WIDE = re.compile(r"^(Phần|Chương|Mục|PHẦN|CHƯƠNG|MỤC)\s+([IVXLC]+|\d{1,3})(?:\s*[.:]\s*|\s+|$)(.*)$")
_WIDE_DEPTHS = {"phần": Depth.PART, "chương": Depth.CHAPTER, "mục": Depth.SECTION}
_ROMAN = re.compile(r"^([IVX]{1,6})\s*[.)]\s+(\S.*)$")
_ARTICLE = re.compile(r"^Điều\s+(\d{1,3})\s*[.:]\s*(.*)$", re.IGNORECASE)
_NUMBER = re.compile(r"^(\d{1,3}(?:\.\d{1,3}){0,3})[.)]\s+(\S.*)$|^(\d{1,3}(?:\.\d{1,3}){1,3})\s+(\S.*)$")
_LETTER = re.compile(r"^([a-zđ])\s*[).]\s+(\S.*)$")
_DASH = re.compile(r"^(?:[•·●▪■◦○*\uf0b7\uf0a7\uf02d]|[-–—−](?!\d)|o(?=\t))\s*(\S.*)$")
_PLUS = re.compile(r"^\+\s*(\S.*)$")
_ENDS_A_LINE = re.compile(r"[\v\f\x1c-\x1e\x85\u2028\u2029]|\r\n?")
_FULL_STOP = (".", ";", ":", ",", "!", "?", "…")
_LONGEST_HEADING = 160


def blocks_from(text: str) -> tuple[Block, ...]:
    """The blocks of ``text``, in its order, every word of it kept; nothing is markup."""
    lines = [_tidy(line) for line in _ENDS_A_LINE.sub("\n", text).split("\n")]
    blocks: list[Block] = []
    for index, line in enumerate(lines):
        if not line:
            continue
        last = blocks[-1] if blocks else None
        marked = _marked(line, _after(lines, index))
        if marked is None and isinstance(last, Heading) and not last.title and last.depth in _WIDE_DEPTHS.values():
            blocks[-1] = Heading(last.depth, last.number, line)
        else:
            blocks.append(marked or Paragraph((Run(line),)))
    return tuple(blocks)


def _tidy(line: str) -> str:
    """Tabs stay for a moment: Word puts one after its bullets."""
    kept = "".join(letter for letter in line if letter in "\t\uf0b7\uf0a7\uf02d" or not _is_invisible(letter))
    kept = re.sub(r"[^\S\t]+", " ", unicodedata.normalize("NFC", kept)).strip()
    bullet = _DASH.match(kept)
    return f"- {clean(bullet[1]).strip()}" if bullet and clean(bullet[1]).strip() else clean(kept).strip()


def _is_invisible(letter: str) -> bool:
    """Soft hyphens, marks of direction, control characters, what no font has."""
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn"}


def _after(lines: list[str], index: int) -> str:
    """The next line that has words, "" at the end."""
    return next((line for line in lines[index + 1 :] if line), "")


def _marked(line: str, after: str) -> Block | None:
    """The heading or item of a line that begins with a mark, None for running text."""
    if found := _WIDE.match(line):
        is_heading = _is_title(found[3]) and (not found[3] or found[3][0].isupper())
        return Heading(_WIDE_DEPTHS[found[1].lower()], found[2], found[3]) if is_heading else None
    for pattern, depth in ((_ROMAN, Depth.ROMAN), (_ARTICLE, Depth.ARTICLE)):
        if found := pattern.match(line):
            return Heading(depth, found[1], found[2])
    if found := _NUMBER.match(line):
        number, words = found[1] or found[3], found[2] or found[4]
        if _is_title(words) and after and not _NUMBER.match(after):
            return Heading(Depth.ARABIC, number, words)
        return Item(f"{number}.", words)
    return _item(line)


def _item(line: str) -> Item | None:
    """ "a)", "-" or "+" with its words."""
    if found := _LETTER.match(line):
        return Item(f"{found[1]})", found[2])
    found = _DASH.match(line) or _PLUS.match(line)
    return Item("+" if line[0] == "+" else "-", found[1]) if found else None


def _is_title(words: str) -> bool:
    return len(words) <= _LONGEST_HEADING and not words.endswith(_FULL_STOP)
