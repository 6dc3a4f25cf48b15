"""Words of a text in one form: however accents are composed, placed or left out, whatever is abbreviated."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 6_000
"""How many characters of a text are read."""

_TONES = {"\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0301": "5", "\u0323": "6"}
_TOKEN = re.compile(r"[^\W_]+(?:[/.-](?=\d)[^\W_]+)*", re.UNICODE)
_GLUED = re.compile(r"(ngõ|ngo|ngách|ngach|tổ|to|hẻm|hem|tdp|xóm|xom|thôn|thon|số|so)(\d.*)")
_SHORT = {
    "ubnd": "ủy ban nhân dân", "tdp": "tổ dân phố", "tdps": "tổ dân phố", "csgt": "cảnh sát giao thông",
    "attp": "an toàn thực phẩm", "atgt": "an toàn giao thông", "antt": "an ninh trật tự", "vsmt": "vệ sinh môi trường",
    "nvh": "nhà văn hóa", "bhyt": "bảo hiểm y tế", "gpmb": "giải phóng mặt bằng", "ktx": "ký túc xá",
    "kdc": "khu dân cư", "ttđt": "trật tự đô thị", "ttdt": "trật tự đô thị", "shcđ": "sinh hoạt cộng đồng",
    "shcd": "sinh hoạt cộng đồng", "thcs": "trung học cơ sở", "thpt": "trung học phổ thông", "ko": "không",
    "k": "không", "đg": "đường", "cc": "chung cư", "vh": "văn hóa", "vhtt": "văn hóa thể thao", "ktt": "khu tập thể",
    "gtnđ": "giao thông nội đồng", "đc": "được", "dc": "được", "xd": "xây dựng", "ql": "quốc lộ", "tl": "tỉnh lộ",
    "hs": "học sinh", "gv": "giáo viên", "ctmt": "công tác mặt trận", "bvtv": "bảo vệ thực vật", "mn": "mầm non",
    "tdtt": "thể dục thể thao", "ts": "", "mttq": "mặt trận", "cs": "cơ sở", "wc": "nhà vệ sinh",
}  # fmt: skip
_DIGITS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mươi": 10, "mốt": 1, "lăm": 5, "tư": 4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """One syllable or number: ``toned`` with its accents in one form, ``bare`` without, as it was ``written``.

    ``is_cut``: it stands after a mark.
    """

    toned: str
    bare: str
    written: str
    is_first: bool
    is_cut: bool = False

    @property
    def is_capital(self) -> bool:
        """Whether it was written with a capital letter, as names are."""
        return self.written[:1].isupper()


@lru_cache(maxsize=60_000)
def forms(word: str) -> tuple[str, str]:
    """A syllable with its tone moved to the end ("hoà" and "hòa" are both "hoa2"), and without any accent."""
    tone, letters, bare = "", [], []
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in _TONES:
            tone = _TONES[char]
        elif char in ("đ", "\u0111"):
            letters.append("đ")
            bare.append("d")
        elif unicodedata.combining(char):
            letters.append(char)
        else:
            letters.append(char)
            bare.append(char)
    base = "".join(bare)
    if len(base) > 1 and base.endswith("y") and base[:-1] in ("k", "l", "m", "t", "h", "qu"):
        base = base[:-1] + "i"
        letters = [*letters[:-1], "i"] if letters and letters[-1] == "y" else letters
    return unicodedata.normalize("NFC", "".join(letters)) + tone, base


def words_of(text: str) -> list[Word]:
    """The words of a text in order, abbreviations written out, numbers in words as figures after a place word."""
    found: list[Word] = []
    normal = unicodedata.normalize("NFC", text[:LONGEST])
    last = 0
    for match in _TOKEN.finditer(normal):
        between = normal[last : match.start()]
        last = match.end()
        written = match.group()
        is_first = not found or any(mark in between for mark in ".!?:\n")
        longer = _SHORT.get(written.lower())
        if longer is not None:
            found += [_word(one, is_first=is_first) for one in longer.split()]
            continue
        if written[0].isalpha() and written[-1].isalnum() and (cut := _GLUED.fullmatch(written.lower())):
            found += [*words_of(cut.group(1)), _word(cut.group(2), is_first=False)]
            continue
        toned, bare = forms(written)
        found.append(Word(toned, bare, written, is_first, is_first or not between.isspace()))
    return found


def _word(written: str, *, is_first: bool) -> Word:
    toned, bare = forms(written)
    return Word(toned, bare, written, is_first)


_DIGIT_FORMS = {forms(word)[0]: value for word, value in _DIGITS.items()}


def number_at(words: list[Word], start: int) -> tuple[str, int]:
    """A number that begins at a word and how many words it takes: ("12/34", 1), ("12", 2) of "mười hai"; or ("", 0)."""
    if start >= len(words):
        return "", 0
    first = words[start].bare
    if first[:1].isdigit():
        whole = first.replace("-", "/").replace(".", "/")
        return whole.lstrip("0") or "0", 1
    value, count, used = 0, 0, start
    while used < len(words) and count < 3 and words[used].toned in _DIGIT_FORMS:
        digit = _DIGIT_FORMS[words[used].toned]
        if words[used].bare == "muoi":
            value = (value or 1) * 10
        elif value and value % 10 == 0:
            value += digit
        elif not value:
            value = digit
        else:
            break
        used, count = used + 1, count + 1
    return (str(value), count) if value else ("", 0)


def is_marked(words: list[Word]) -> bool:
    """Whether a text bears accents at all: most Vietnamese sentences do on half of their words."""
    letters = [one for one in words if not one.bare[:1].isdigit()]
    return sum(one.toned != one.bare for one in letters) * 6 >= max(len(letters), 1)
