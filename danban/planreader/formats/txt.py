"""Plain text: UTF-8, UTF-16 or the old Vietnamese Windows code page; tables drawn with bars or tabs."""

import re
from collections.abc import Sequence
from itertools import pairwise

from danban.kit.refusals import BadInput
from danban.planreader.labels import label_of
from danban.planreader.normalise import folded, plain, tidy
from danban.planreader.paper import Line

_RULE_ROW = re.compile(r"[\s|+:=-]+$")
_END = re.compile(r"[.;:!?…/”\"]$")


def decode(content: bytes) -> str:
    """The text of a file, whatever common encoding it was saved in."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\x00" in content[:4096]:
        raise BadInput("Tệp này không phải văn bản. Hãy chọn tệp .docx, .odt, .pdf, .html hoặc .txt.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1258", errors="replace")
    if text.count("\ufffd") * 20 > len(text) or not re.search(r"(?i)ng|nh|th|ch", text):
        raise BadInput("Không đọc được chữ trong tệp. Hãy lưu lại dạng văn bản mã UTF-8 hoặc .docx.")
    return text


def read(content: bytes) -> list[Line]:
    """Lines of a text file; hard-wrapped paragraphs are joined again."""
    return lines_of(decode(content))


def lines_of(text: str) -> list[Line]:
    """Lines of a text."""
    raw = tidy(text).split("\n")
    if _is_wrapped(raw):
        raw = _unwrap(raw)
    lines: list[Line] = []
    table = 0
    inside = False
    for words in raw:
        cells = _cells(words)
        if cells is None:
            inside = False
            lines.append(Line(words))
            continue
        if not inside:
            table, inside = table + 1, True
        if any(cells):
            lines.append(Line("", cells, table))
    return lines


def _cells(words: str) -> tuple[str, ...] | None:
    """The cells of a table row, () for a drawn rule inside a table, None for anything else."""
    stripped = words.strip()
    if stripped.count("|") >= 2:
        if _RULE_ROW.match(stripped):
            return ()
        return tuple(cell.strip() for cell in stripped.strip("|").split("|"))
    if stripped.startswith("+-") and _RULE_ROW.match(stripped):
        return ()
    if stripped.count("\t") >= 2 and len(re.split(r"\t+", stripped)) >= 3:
        return tuple(cell.strip() for cell in re.split(r"\t", stripped))
    return None


def _is_wrapped(raw: Sequence[str]) -> bool:
    """Whether sentences go on in small letters on the next line, again and again, at an even width."""
    lengths = [len(line.rstrip()) for line in raw if line.strip()]
    if not lengths or max(lengths) > 160:
        return False
    broken = sum(
        1
        for line, following in pairwise(raw)
        if len(line.strip()) > 45 and not _END.search(line.strip()) and following.strip()[:1].islower()
        and not label_of(plain(following.strip()), folded(plain(following.strip())))
    )  # fmt: skip
    return broken >= 3


def _unwrap(raw: Sequence[str]) -> list[str]:
    width = sorted(len(line.rstrip()) for line in raw if line.strip())[
        int(len([line for line in raw if line.strip()]) * 0.9)
    ]
    joined: list[str] = []
    last_length = 0
    open_paragraph = False
    for line in raw:
        words = line.strip()
        if open_paragraph and words and _joins(joined[-1], last_length, line, width):
            joined[-1] = f"{joined[-1]} {words}"
        else:
            joined.append(line)
        last_length = len(line.rstrip())
        open_paragraph = bool(words)
    return joined


def _joins(before: str, last_length: int, line: str, width: int) -> bool:
    words = line.strip()
    if (
        label_of(plain(words), folded(plain(words)))
        or "   " in before.strip()
        or "   " in words
        or words.count("|") >= 2
    ):
        return False
    if words[0].islower():
        return True
    return (
        last_length >= width * 0.82
        and not re.search(r"(?:[;:]|\./\.)$", before)
        and any(char.islower() for char in before)
        and not words.isupper()
    )
