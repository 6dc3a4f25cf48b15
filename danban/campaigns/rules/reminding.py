"""The words of reminders: what is due, for whom, in sentences that say the day and how near it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from danban.campaigns.states import ReminderStep
from danban.kit.calendar import days_left
from danban.kit.vietnamese import day

HOME_PATH = "/viec-cua-toi/"
MOST_LINES = 30
DEFAULT_WORDS = (
    "Đề nghị đơn vị hoàn thành việc dưới đây trong thời gian sớm nhất. "
    "Nếu có khó khăn, vướng mắc, hãy báo ngay để được hướng dẫn."
)
_OWN_CLOSING = "Khi việc xong, hệ thống tự ghi nhận và không nhắc nữa."
_SUPERIOR_CLOSING = "Đề nghị cùng đơn vị tháo gỡ hoặc đôn đốc để hoàn thành."


@dataclass(frozen=True)
class Thing:
    """One thing owed as a reminder names it."""

    name: str
    unit: str
    due_on: date


def list_path(kind_code: str) -> str:
    """Where an office sees what is late of a kind below it."""
    return f"/viec/?viec={kind_code}&tinh_trang=qua-han"


def own_words(things: Sequence[Thing], *, step: ReminderStep, today: date) -> tuple[str, str]:
    """Subject and body of one step of the ladder for whoever answers for the things."""
    lines = _lines([f"{thing.name} ({thing.unit})" for thing in things], things, today)
    return _subject(things, is_late=step == ReminderStep.LATE, today=today), f"{lines}\n\n{_OWN_CLOSING}"


def superior_words(things: Sequence[Thing], *, today: date) -> tuple[str, str]:
    """Subject and body for whoever watches over the units: all things are of one kind."""
    name = things[0].name
    subject = f"{things[0].unit} {_nearness(things[0], today)}: {name}"
    if len(things) > 1:
        subject = f"{len(things)} đơn vị quá hạn: {name}"
    lines = _lines([thing.unit for thing in things], things, today)
    return subject, f"Chưa hoàn thành “{name}”:\n{lines}\n\n{_SUPERIOR_CLOSING}"


def hand_words(things: Sequence[Thing], *, words: str, sender: str, today: date) -> tuple[str, str]:
    """Subject and body of a reminder somebody sends in their own words."""
    subject = f"Đôn đốc: {things[0].name}, {_nearness(things[0], today)}"
    if len(things) > 1:
        subject = f"Đôn đốc: {len(things)} việc quá hạn"
    lines = _lines([f"{thing.name} ({thing.unit})" for thing in things], things, today)
    return subject, f"{words.strip()}\n\n{lines}\n\nNơi đôn đốc: {sender}"


def _subject(things: Sequence[Thing], *, is_late: bool, today: date) -> str:
    first = things[0]
    if len(things) == 1:
        said = _nearness(first, today)
        return f"{said[0].upper()}{said[1:]}: {first.name}"
    if all(thing.due_on == first.due_on for thing in things):
        return f"Bạn có {len(things)} việc {_nearness(first, today)}"
    return f"Bạn có {len(things)} việc {'quá hạn' if is_late else 'sắp đến hạn'}"


def _nearness(thing: Thing, today: date) -> str:
    """ "còn 7 ngày", "đến hạn hôm nay", "quá hạn 3 ngày"."""
    left = days_left(thing.due_on, today)
    if left < 0:
        return f"quá hạn {-left} ngày"
    return f"còn {left} ngày" if left else "đến hạn hôm nay"


def _lines(names: Sequence[str], things: Sequence[Thing], today: date) -> str:
    lines = [
        f"- {name}: hạn {day(thing.due_on)}, {_nearness(thing, today)}"
        for name, thing in zip(names, things, strict=True)
    ]
    more = len(lines) - MOST_LINES
    return "\n".join([*lines[:MOST_LINES], *([f"- và {more} việc nữa"] if more > 0 else [])])
