"""Addresses of clean-ups and the words filters have in them."""

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from danban.culture.states import Slot

SLOTS = {Slot.FRIDAY: "chieu-thu-sau", Slot.SATURDAY: "sang-thu-bay", Slot.OTHER: "khac"}


def slot_of(word: str) -> str:
    """The slot a word of an address means; "" for none."""
    return next((str(slot) for slot, known in SLOTS.items() if known == word), "")


def to(name: str, *args: object, **query: object) -> str:
    """The address of a page of this room; empty parts of the query are left out."""
    kept = {key: value for key, value in query.items() if value not in ("", None, False)}
    path = reverse(f"desk:culture:{name}", args=args)
    return f"{path}?{urlencode(kept)}" if kept else path


def listing(
    *, place: int, year: int, first: date | None = None, last: date | None = None, is_alone: bool = False
) -> str:
    """The records a number was counted from; ``last`` is ``first`` where only that is given."""
    return to(
        "records", don_vi=place, nam=year, tu=first, den=last or first, rieng="1" if is_alone else "",
    )  # fmt: skip


def form_for(held_on: date, slot: str, *, place: int | None = None) -> str:
    """The form to log one slot of a day, filled in as far as that goes."""
    return to("log", ngay=held_on, buoi=SLOTS[Slot(slot)], don_vi=place)
