"""All allowed moves stand in one table."""

from enum import Enum

import pytest

from danban.kit.lifecycle import Lifecycle, Move
from danban.kit.refusals import NotNow


class Door(Enum):
    """A thing with three statuses."""

    OPEN = "open"
    SHUT = "shut"
    LOCKED = "locked"


TABLE = Lifecycle(
    name="door",
    start=Door.OPEN,
    moves=(
        Move("shut", source=(Door.OPEN,), target=Door.SHUT),
        Move("lock", source=(Door.SHUT,), target=Door.LOCKED, needs_reason=True),
    ),
)


def test_a_move_leads_where_the_table_says_and_is_refused_from_elsewhere() -> None:
    assert TABLE.target("shut", "open") == "shut"

    with pytest.raises(NotNow) as refusal:
        TABLE.target("lock", "open")

    assert "không làm bước này được" in refusal.value.sentence


def test_allowed_verbs_and_statuses_are_read_from_the_table() -> None:
    assert TABLE.allowed("open") == ("shut",)
    assert TABLE.allowed("locked") == ()
    assert TABLE.statuses() == (Door.OPEN, Door.SHUT, Door.LOCKED)
    assert TABLE.label("unheard of") == "unheard of"


def test_the_diagram_is_printed_from_the_table() -> None:
    assert TABLE.mermaid() == "stateDiagram-v2\n    [*] --> open\n    open --> shut: shut\n    shut --> locked: lock"


def test_an_unknown_verb_is_a_programmers_error() -> None:
    with pytest.raises(KeyError):
        TABLE.move("paint")


def test_a_verb_may_stand_only_once() -> None:
    twice = Move("shut", source=(Door.OPEN,), target=Door.SHUT)

    with pytest.raises(ValueError, match="twice"):
        Lifecycle(name="door", start=Door.OPEN, moves=(twice, twice))
