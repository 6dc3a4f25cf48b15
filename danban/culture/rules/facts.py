"""What may be said of a clean-up: a day that has come, a slot that fits it, believable numbers."""

from dataclasses import dataclass
from datetime import date, datetime

from danban.culture.states import Slot
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput
from danban.kit.terms import is_in_term
from danban.kit.vietnamese import day, number, weekday
from danban.units.models import Placement, Tree

LONGEST_TEXT = 2_000
MOST_PEOPLE = 1_000
"""More people than this are asked about where the number of households is not known."""
PEOPLE_A_HOUSEHOLD = 3
MOST_PLACES = 50
LIMIT = 1_000_000
_WEEKDAYS = {Slot.FRIDAY: 4, Slot.SATURDAY: 5}


@dataclass(frozen=True)
class Told:
    """One clean-up as told: its day and slot, how many people at how many places, what was done."""

    held_on: date
    slot: str
    people: int
    places: int
    text: str = ""


def check_facts(told: Told, place: Placement, *, is_sure: bool, at: datetime) -> None:
    """Raise ``BadInput`` naming each bad field; large numbers pass once somebody says that they are right."""
    problems = dict([*_of_day(told, place.tree, at), *_of_numbers(told)])
    if problems:
        raise BadInput(" ".join(problems.values()), problems)
    if not is_sure and (doubt := doubt_of(told, place)):
        raise BadInput(doubt, {"is_sure": doubt})


def slot_fits(told: Told) -> bool:
    """Whether the slot is one of the told day: Friday afternoon is on a Friday."""
    wanted = _WEEKDAYS.get(Slot(told.slot))
    return wanted is None or told.held_on.weekday() == wanted


def doubt_of(told: Told, place: Placement) -> str:
    """What sounds too large to be true; "" for nothing."""
    most = (place.households or 0) * PEOPLE_A_HOUSEHOLD or MOST_PEOPLE
    doubts = []
    if told.people > most:
        homes = f" so với {number(place.households)} hộ" if place.households else ""
        doubts.append(f"{number(told.people)} người tham gia là nhiều{homes}")
    if told.places > MOST_PLACES:
        doubts.append(f"{number(told.places)} nơi trong một buổi là nhiều")
    return f"{'; '.join(doubts)}. Nếu đúng như vậy, hãy đánh dấu xác nhận rồi gửi lại." if doubts else ""


def _of_day(told: Told, tree: Tree, at: datetime) -> list[tuple[str, str]]:
    if told.held_on > day_of(at):
        return [("held_on", f"Ngày {day(told.held_on)} chưa đến. Hãy ghi sau khi buổi tổng vệ sinh đã diễn ra.")]
    if not is_in_term(told.held_on, tree.starts_on, tree.ends_on):
        return [("held_on", f"Ngày {day(told.held_on)} nằm ngoài thời gian của “{tree.name}”. Hãy xem lại ngày.")]
    if told.slot not in Slot.values:
        return [("slot", "Hãy chọn một buổi trong danh sách.")]
    if not slot_fits(told):
        label, name = Slot(told.slot).label, weekday(told.held_on)
        return [("slot", f"{day(told.held_on)} là {name}, không phải “{label}”. Hãy sửa ngày hoặc chọn buổi khác.")]
    return []


def _of_numbers(told: Told) -> list[tuple[str, str]]:
    found = []
    for name, figure, words in (("people", told.people, "người tham gia"), ("places", told.places, "nơi được dọn")):
        if not 1 <= figure <= LIMIT:
            found.append((name, f"Số {words} cần từ 1 đến {number(LIMIT)}."))
    if len(told.text) > LONGEST_TEXT:
        found.append(("text", f"Hãy rút xuống {LONGEST_TEXT} ký tự."))
    return found
