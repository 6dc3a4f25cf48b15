"""Money is a whole number of đồng, never a fraction and never below zero."""

import re
from decimal import Decimal

from danban.kit.vietnamese import nfc, number

_GROUPED = re.compile(r"[0-9]{1,15}|[0-9]{1,3}([.,\s])[0-9]{3}(?:\1[0-9]{3}){0,3}")
_SCALED = re.compile(r"([0-9]{1,6}(?:[.,][0-9]{1,3})?)\s*(nghìn|ngàn|triệu|tỷ|tỉ)")
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}


def dong(amount: int) -> str:
    """3045000000 → "3.045.000.000 đ"."""
    return f"{number(amount)} đ"


def amount_in(text: str) -> int | None:
    """Whole đồng typed as people do: "5.000.000 đ", "5,000,000", "5 triệu"; None if it can be read two ways."""
    bare = re.sub(r"\s*(?:đồng|vnđ|đ)\.?$", "", nfc(text).strip().lower())
    if _GROUPED.fullmatch(bare):
        return int(re.sub(r"[^0-9]", "", bare))
    if scaled := _SCALED.fullmatch(bare):
        amount = Decimal(scaled[1].replace(",", ".")) * _SCALES[scaled[2]]
        return int(amount) if amount == int(amount) else None
    return None
