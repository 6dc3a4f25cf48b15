"""Vietnamese writing: one normal form, search without accents, sorting, numbers and dates."""

import re
import unicodedata
from datetime import date

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # ngang huyền hỏi ngã sắc nặng
_LETTER_RANK = {letter: f"{rank:02d}" for rank, letter in enumerate(_ALPHABET)}


def nfc(text: str) -> str:
    """The composed form, which is the only one ever stored."""
    return unicodedata.normalize("NFC", text)


def squeeze(text: str) -> str:
    """Composed form with every run of white space (also no-break and zero-width) made one space."""
    text = nfc(text).replace("\u200b", "").replace("\ufeff", "")
    return " ".join(text.split())


def fold(text: str) -> str:
    """Lower case without accents, đ as d, single spaces: what search compares."""
    text = text.replace("đ", "d").replace("Đ", "D")
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return " ".join(bare.lower().split())


def slug(text: str) -> str:
    """ "Mục III.2" → "muc-iii-2": plain letters and digits joined by hyphens, "" where there are none."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def sort_key(text: str) -> str:
    """A stored key in Vietnamese dictionary order: letters first (ă after a, đ after d), tones last.

    Numbers inside names sort by value: "Tổ dân phố số 2" stands before "Tổ dân phố số 10".
    """
    words, tones = [], []
    for word in squeeze(text).lower().split(" "):
        if word.isdecimal():
            words.append(f"!{int(word):08d}")
            continue
        word_letters = []
        for char in word:
            letter, tone = _letter_and_tone(char)
            word_letters.append(_LETTER_RANK.get(letter, "!" + letter))
            tones.append(str(tone))
        words.append("".join(word_letters))
    return " ".join(words) + "|" + "".join(tones)


def _letter_and_tone(char: str) -> tuple[str, int]:
    decomposed = unicodedata.normalize("NFD", char)
    tone = 0
    kept = [decomposed[0]]
    for mark in decomposed[1:]:
        if mark in _TONES:
            tone = _TONES[mark]
        else:
            kept.append(mark)
    return unicodedata.normalize("NFC", "".join(kept)), tone


def person_sort_key(full_name: str) -> str:
    """People are listed by given name (the last word), then by the rest."""
    words = squeeze(full_name).split(" ")
    return sort_key(" ".join([words[-1], *words[:-1]]))


def number(value: float, places: int = 0) -> str:
    """1926 → "1.926"; 4.0 with one place → "4,0"."""
    text = f"{value:,.{places}f}"
    return text.translate(str.maketrans(",.", ".,"))


def phone(value: str) -> str:
    """+84912345678 → "0912 345 678"; +842438253536 → "024 3825 3536"; other numbers as they are."""
    if not value.startswith("+84"):
        return value
    digits = f"0{value[3:]}"
    cuts = (4, 7) if len(digits) == 10 else (3, 7)
    return f"{digits[: cuts[0]]} {digits[cuts[0] : cuts[1]]} {digits[cuts[1] :]}"


def day(value: date) -> str:
    """10/02/2023."""
    return f"{value:%d/%m/%Y}"


def short_day(value: date) -> str:
    """10/02."""
    return f"{value:%d/%m}"


def weekday(value: date) -> str:
    """Thứ Năm."""
    return _WEEKDAYS[value.weekday()]


def long_day(value: date) -> str:
    """Thứ Năm 16/02/2023."""
    return f"{weekday(value)} {day(value)}"
