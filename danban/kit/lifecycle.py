"""All allowed moves of a thing stand in one table, and the diagram is printed from the table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from danban.kit.refusals import NotNow


@dataclass(frozen=True)
class Move:
    """One verb: from which statuses it may be made and where it leads."""

    verb: str
    source: tuple[Enum, ...]
    target: Enum
    needs_reason: bool = False


@dataclass(frozen=True)
class Lifecycle:
    """The statuses of one kind of thing and every move between them."""

    name: str
    start: Enum
    moves: tuple[Move, ...]
    labels: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        verbs = [move.verb for move in self.moves]
        if len(set(verbs)) != len(verbs):
            raise ValueError(f"{self.name}: a verb stands twice in the table")

    def move(self, verb: str) -> Move:
        """The move of a verb; ``KeyError`` if the table has no such verb."""
        for move in self.moves:
            if move.verb == verb:
                return move
        raise KeyError(f"{self.name} has no move {verb!r}")

    def target(self, verb: str, status: str) -> str:
        """Where ``verb`` leads from ``status``; raises ``NotNow`` where the table does not allow it."""
        move = self.move(verb)
        if status in {source.value for source in move.source}:
            return str(move.target.value)
        now = self.label(status)
        raise NotNow(f"Việc này đang ở trạng thái “{now}” nên không làm bước này được nữa. Hãy tải lại trang.")

    def allowed(self, status: str) -> tuple[str, ...]:
        """The verbs that may be made from a status, in table order."""
        return tuple(m.verb for m in self.moves if status in {s.value for s in m.source})

    def label(self, status: str) -> str:
        """The Vietnamese label of a status value."""
        for known in self.statuses():
            if known.value == status:
                return str(getattr(known, "label", known.value))
        return status

    def statuses(self) -> tuple[Enum, ...]:
        """Every status of the table, the start first, in order of first appearance."""
        return tuple(dict.fromkeys(self._walk()))

    def _walk(self) -> Iterable[Enum]:
        yield self.start
        for move in self.moves:
            yield from move.source
            yield move.target

    def mermaid(self) -> str:
        """The table as a Mermaid state diagram, for the generated reference."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.start.value}"]
        for move in self.moves:
            lines += [f"    {source.value} --> {move.target.value}: {move.verb}" for source in move.source]
        return "\n".join(lines)
