"""Deadlines that hang on another event: "chậm nhất 05 ngày sau khi …", "trước hội nghị ít nhất 07 ngày"."""

import re
from collections.abc import Iterator

from danban.planreader.reading import Span

_COUNT = (
    r"(?:\d{1,3}|mot|hai|ba|bon|nam|bay|muoi)\s*(?:\([^)]{1,20}\)\s*)?(?:ngay|gio|tuan|thang|"
    r"phut)(?!\s*\d)(?:\s*lam viec)?"
)
_NO_CLOCK = r"(?!(?<=gio)\s*,?\s*(?:(?:sang|chieu)\s+)?(?:ngay|thu|cung|hang|cua)(?!\w))"  # "17 giờ ngày 10/12"
_STOP = r"(?=\s*(?:[.;,)\n]|$| phai | gui | bao cao | cac don vi | thuc hien | lap | hoan thanh ))"
_PATTERNS = (
    re.compile(
        rf"(?<!\w)(?:(?:cham nhat|muon nhat|khong qua|it nhat|toi thieu|trong vong|trong thoi "
        rf"han|trong thoi gian|trong khoang|trong|sau)\s+(?:la\s+|sau\s+|khong qua\s+|toi da\s+)*)?"
        rf"{_COUNT}\s*,?\s*(?:ke tu|tinh tu|ket thuc|tu ngay|tu khi|sau khi|sau ngay|sau|truoc khi|truoc "
        rf"ngay|truoc)(?!\s*(?:ngay\s*)?\d)\s*[^.;,\n)]{{3,110}}?{_STOP}"
    ),
    re.compile(
        rf"(?<!\w)(?:truoc|sau)(?:\s+(?:khi|ngay|thoi diem))?\s+(?!ngay \d|\d|mung|mong|ram)"
        rf"[^.;,\d\n]{{3,70}}?(?:\s*,)?\s*(?:(?:it "
        rf"nhat|toi thieu|cham nhat|khong qua|toi da)\s+(?:la\s+)?)?{_COUNT}(?!\w)"
    ),
    re.compile(rf"(?<!\w)(?:trong vong|trong thoi han|cham nhat(?:\s+la)?(?:\s+sau)?)\s+{_COUNT}(?!\w){_NO_CLOCK}"),
    re.compile(rf"(?<!\w)sau\s+{_COUNT}(?=\s*(?:[.;,)\n]|$))"),
    re.compile(rf"(?<!\w)ngay sau khi\s+[^.;,\n]{{3,90}}?{_STOP}"),
    re.compile(
        rf"(?<!\w)(?:cham nhat|muon nhat)\s+(?:la\s+)?(?:truoc|sau)\s+(?:khi\s+)?(?!ngay \d|\d)"
        rf"[^.;,\d\n]{{3,60}}?{_STOP}"
    ),
    re.compile(
        rf"(?<!\w)(?:hoan thanh|xong|ket thuc|gui|nop|ban hanh|bao cao)(?!\w)[^.;\n]{{0,60}}?(?<!\w)"
        rf"(?P<here>truoc\s+(?:khi|le|ky|mua|dai hoi|hoi nghi|khai giang|khai mac|phien|ngay hoi|ngay bau cu|ngay khai|"
        rf"nam hoc|thoi diem|gio)(?!\w)(?! (?:nhan dan|dong nhan))[^.;,\d\n]{{2,60}}?){_STOP}"
    ),
)
_PERIOD = re.compile(r"truoc,\s*trong|(?:truoc|sau) (?:sinh|de|day|mua|dich|tuoi)|bao luc")


def find_relatives(folded: str, start: int, end: int) -> Iterator[Span]:
    """Spans of the words of every relative deadline between two places, none overlapping."""
    taken: list[Span] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded, start, end):
            if any(match.start() < stop and begin < match.end() for begin, stop in taken):
                continue
            if _PERIOD.match(match.group()):
                continue
            span = match.span("here") if "here" in pattern.groupindex else match.span()
            taken.append(span)
            yield span
