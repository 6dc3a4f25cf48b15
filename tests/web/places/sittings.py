"""Values of the addresses of a conference that meets: the one a unit holds, not yet open, with one row of each kind."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from danban.conferences.models import AgendaEntry
from danban.delegates.models import Attendance, Delegate
from danban.kit.tokens import hash_of
from danban.sittings.models import HandCount, Opinion, Poll, Target, Turn
from danban.sittings.rules import projector_token
from danban.units.models import Placement
from tests.cast import AT
from tests.web.places import conferences
from tests.web.places.registry import World, value

_OF_ONE = (
    "run", "open_conference", "close_conference", "blank", "step_agenda", "explain_entry", "record_opinion",
    "edit_opinion", "answer_opinion", "settle_opinion", "mark_petition", "ask_to_speak", "begin_turn", "end_turn",
    "leave_queue", "count_hands", "correct_count", "put_target", "change_target", "drop_target", "prepare_poll",
    "open_poll", "close_poll", "cancel_poll", "station", "station_ballot",
)  # fmt: skip
_SECRET = "mot-giay-moi-nao-do-00"

value("pk", *(f"desk:sittings:{name}" for name in _OF_ONE))(conferences._conference)


def _row(name: str, make: Callable[[int], Any], *addresses: str) -> None:
    """One row of a kind at the conference of a place; where none is held, a number nothing has."""

    def found(world: World, place: Placement) -> int:
        pk = conferences._conference(world, place)
        return world.once((name, pk), lambda: make(pk).pk) if pk else 0

    value(name, *(f"desk:sittings:{address}" for address in addresses))(found)


def _entry(pk: int) -> AgendaEntry:
    return AgendaEntry.objects.create(conference_id=pk, position=900, title="Bàn chỉ tiêu")


def _opinion(pk: int) -> Opinion:
    return Opinion.objects.create(conference_id=pk, uuid=uuid4(), text="Đèn", said_at=AT, recorded_at=AT)


def _turn(pk: int) -> Turn:
    return Turn.objects.create(conference_id=pk, uuid=uuid4(), speaker="Ông Ba", asked_at=AT)


def _target(pk: int) -> Target:
    return Target.objects.create(conference_id=pk, position=900, indicator="Hộ văn hóa", value=90, first_value=90)


def _count(pk: int) -> HandCount:
    return HandCount.objects.create(
        conference_id=pk, uuid=uuid4(), question="Thông qua", present=1, in_favour=1, against=0, other=0,
        outcome="passed", counted_at=AT,
    )  # fmt: skip


def _poll(pk: int) -> Poll:
    return Poll.objects.create(conference_id=pk, question="Chọn tên", options=["A", "B"])


def _person(pk: int) -> Attendance:
    return Attendance.objects.create(
        conference_id=pk, uuid=uuid4(), full_name="Bà Tư", group="household", way="walk_in", came_at=AT, recorded_at=AT
    )


_row("entry", _entry, "step_agenda", "explain_entry")
_row("opinion", _opinion, "edit_opinion", "answer_opinion", "settle_opinion", "mark_petition")
_row("turn", _turn, "begin_turn", "end_turn", "leave_queue")
_row("target", _target, "change_target", "drop_target")
_row("count", _count, "correct_count")
_row("poll", _poll, "open_poll", "close_poll", "cancel_poll", "station", "station_ballot")
_row("person", _person, "station_ballot")


@value("token", "meeting:projector", anywhere=True)
def _projector(world: World, place: Placement) -> str:
    return projector_token(conferences._conference(world, world.cast.places["00001.01"]))


@value("token", "meeting:ballot", anywhere=True)
def _invitation(world: World, place: Placement) -> str:
    pk = conferences._conference(world, world.cast.places["00001.01"])
    return str(world.once("an invitation", lambda: _invite(pk)))


def _invite(pk: int) -> str:
    Delegate.objects.create(
        conference_id=pk, group="household", full_name="Bà Tư", folded="ba tu", sort_key="tu",
        token_hash=hash_of(_SECRET),
    )  # fmt: skip
    return _SECRET
