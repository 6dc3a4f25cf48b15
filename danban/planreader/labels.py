"""The label a line begins with: "Phần thứ nhất", "II.", "1.1.", "a)", "-" — or none."""

import re
from dataclasses import dataclass

_WORD_NUMBERS = ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_UPPER = "A-ZÀ-ỸĐ"
_ARTICLE = re.compile(
    r"(phan|chuong|muc|tieu muc|dieu|phu luc)(?: (thu [a-z]+|[ivxl]+|\d{1,3}|[a-h]))?(?=[ "
    r".:)\-/]|$)"
)
_MULTI = re.compile(rf"(\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:\s*[.)/:-]?\s*(?=[\"'“(\[{_UPPER}])|[.)]\s+(?=\d+\s?[%\w]))")
_ROMAN_LABEL = re.compile(rf"([IVX]{{1,6}})\s*([./):-])\s*(?=\S)(?=[\"'“(\[{_UPPER}\d]|(?<=\s))")
_ARABIC = re.compile(rf"(\d{{1,2}})\s*([./)-])(?:\s+(?=\S)|(?=[\"“{_UPPER}]))")
_ROUND = re.compile(r"\((\d{1,2}|[a-zđ]|[ivx]{1,5})\)\s*(?=\S)")
_UPPER_LETTER = re.compile(r"([A-HĐ])\s*([./)-])\s+(?=\S)")
_LOWER_LETTER = re.compile(rf"([a-zđ]|i{{2,3}}|iv|vi{{1,3}}|ix)(?:\s*(\))\s*|\s*([./])(?:\s+|(?=[{_UPPER}])))(?=\S)")
_BULLET = re.compile(r"([-+*•●○◦▪■□·✓➢❖\u2023\uf000-\uf0ff]|o(?= ))\s*(?=[^\s\d*_=-]|\d)")
_ARTICLE_RANK = {"phan": 0, "chuong": 1, "muc": 2, "tieu muc": 3, "dieu": 4, "phu luc": 0}


@dataclass(frozen=True)
class Label:
    """``written`` is the label without its punctuation; ``style`` says which labels are its siblings."""

    written: str
    style: str
    number: int
    rank: int | None  # a fixed place in the hierarchy, where the kind of label has one
    length: int  # characters of the line it takes, spaces after it included

    @property
    def is_bullet(self) -> bool:
        """Dashes and plus signs are items of a part, not parts."""
        return self.style.startswith("bullet")


def label_of(plain: str, folded: str) -> Label | None:
    """The label at the start of a line, read from its mended and its folded form."""
    return _article(plain, folded) or _numbered(plain) or _lettered(plain) or _bullet(plain)


def _article(plain: str, folded: str) -> Label | None:
    match = _ARTICLE.match(folded)
    if match is None or not plain[:1].isupper():
        return None
    kind, number = match.group(1), match.group(2)
    rest = plain[match.end() :]
    if number is None and not (
        kind == "phu luc" and (not rest.strip(" :.") or rest.isupper() or rest.lstrip().startswith(":"))
    ):
        return None
    if kind == "dieu" and not re.match(r"\s*[.:]|\s*$", rest):
        return None
    if kind in {"muc", "phan"} and re.match(r"\s[a-zà-ỹđ]", rest):
        return None
    trimmed = re.match(r"\s*[.:)\-/]*\s*", rest)
    written = " ".join(plain[: match.end()].split())
    length = match.end() + (trimmed.end() if trimmed else 0)
    return Label(written, kind, _value(number or ""), _ARTICLE_RANK[kind], length)


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    if number.startswith("thu "):
        word = number[4:]
        return _WORD_NUMBERS.index(word) + 1 if word in _WORD_NUMBERS else 0
    if number and all(letter in _ROMAN for letter in number):
        return roman_value(number)
    return _LETTERS.find(number) + 1 if number else 0


def roman_value(number: str) -> int:
    """IV → 4, in either case."""
    values = [_ROMAN[letter] for letter in number.lower()]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _numbered(plain: str) -> Label | None:
    if match := _MULTI.match(plain):
        written = match.group(1)
        depth = written.count(".") + 1
        return Label(written, "1" + ".1" * (depth - 1), int(written.rsplit(".", 1)[1]), None, match.end())
    if match := _ROMAN_LABEL.match(plain):
        return Label(match.group(1), "I", roman_value(match.group(1)), 5, match.end())
    if match := _ARABIC.match(plain):
        return Label(str(int(match.group(1))), "1" + match.group(2), int(match.group(1)), None, match.end())
    if match := _ROUND.match(plain):
        written = match.group(1)
        number = int(written) if written.isdigit() else _LETTERS.find(written) + 1
        return Label(written, "(1)" if written.isdigit() else "(a)", number, None, match.end())
    return None


def _lettered(plain: str) -> Label | None:
    if match := _UPPER_LETTER.match(plain):
        return Label(match.group(1), "A", "ABCDĐEGH".find(match.group(1)) + 1, 4, match.end())
    if match := _LOWER_LETTER.match(plain):
        written, mark = match.group(1), match.group(2) or match.group(3)
        if len(written) > 1:
            return Label(written, "i" + mark, roman_value(written), None, match.end())
        return Label(written, "a" + mark, _LETTERS.find(written) + 1, None, match.end())
    return None


def _bullet(plain: str) -> Label | None:
    if match := _BULLET.match(plain):
        mark = match.group(1)
        return Label(mark, f"bullet{mark}", 0, None, match.end())
    return None
