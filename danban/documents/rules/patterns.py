"""How an official number is written: "{number:02d}/KHLT-UBND-UBMTTQ". Patterns are data, shipped or typed.

Decree 30/2020/NĐ-CP, annex I: a number of a kind of paper starts at 01 each year and is followed by its symbol.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from string import Formatter

from danban.kit.refusals import BadInput
from danban.kit.vietnamese import squeeze

SYMBOL_LENGTH = 60
_PLACEHOLDERS = {"number": {"", "d", "02d", "03d", "04d"}, "year": {"", "d"}}
_LARGEST = {"number": 99_999, "year": 9_999}


@dataclass(frozen=True)
class Pattern:
    """One way to write a number, with the words people choose it by."""

    pattern: str
    name: str


@dataclass(frozen=True)
class Series:
    """A kind of paper that is numbered by itself; the first pattern is proposed where none was used before."""

    code: str
    name: str
    patterns: tuple[Pattern, ...]


@lru_cache(maxsize=1)
def known_series() -> tuple[Series, ...]:
    """The shipped series, in order."""
    text = files("danban.documents").joinpath("data/series.json").read_text(encoding="utf-8")
    return tuple(
        Series(code, raw["name"], tuple(Pattern(one["pattern"], one["name"]) for one in raw["patterns"]))
        for code, raw in json.loads(text).items()
    )


def series_named(code: str) -> Series:
    """A series by its code; ``BadInput`` for one nobody knows."""
    for series in known_series():
        if series.code == code:
            return series
    raise BadInput("Không có sổ số này. Hãy chọn một loại văn bản trong danh sách.", {"series": "Loại này không có."})


def check_pattern(pattern: str) -> None:
    """Raise ``BadInput`` on ``pattern`` unless it writes a number, nothing unknown, in at most 60 characters."""
    names = [name for name, _ in _placeholders(pattern)]
    if "number" not in names:
        _refuse("Mẫu số, ký hiệu cần có chỗ cho số, ví dụ {number:02d}/KHLT-UBND-UBMTTQ.")
    if pattern != squeeze(pattern) or len(pattern.format(**_LARGEST)) > SYMBOL_LENGTH or len(pattern) > SYMBOL_LENGTH:
        _refuse(f"Số, ký hiệu viết ra không được dài quá {SYMBOL_LENGTH} ký tự và không thừa khoảng trắng.")


def symbol_of(pattern: str, *, number: int, year: int) -> str:
    """The number as printed: 3 → "03/KHLT-UBND-UBMTTQ". Raises as ``check_pattern``."""
    check_pattern(pattern)
    return pattern.format(number=number, year=year)


def _placeholders(pattern: str) -> Iterator[tuple[str, str]]:
    """Each placeholder with its form; ``BadInput`` for any this house does not fill in."""
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:
        parts = [("", "?", "", None)]
    for _, name, form, conversion in parts:
        if name is None:
            continue
        if conversion or form not in _PLACEHOLDERS.get(name, ()):
            _refuse("Mẫu chỉ nhận {number}, {number:02d} và {year}; hãy xem lại các dấu ngoặc nhọn.")
        yield name, form or ""


def _refuse(sentence: str) -> None:
    raise BadInput(sentence, {"pattern": sentence})
