"""Who does a deed: a frozen value made at the door, never a database row.

The actor carries its permissions and where its office stands in every tree, so that low rooms can
decide without knowing how people sign in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from danban.kit.paths import is_within
from danban.kit.refusals import NotYours

MACHINE = "machine"


@dataclass(frozen=True)
class Actor:
    """A person acting for one office, a machine, or nobody.

    ``paths`` maps a tree's id to the path of the actor's unit in it (see ``kit.paths``);
    ``permissions`` holds names of the form ``campaign:launch``.
    """

    user_id: int | None = None
    appointment_id: int | None = None
    role: str = ""
    unit_id: int | None = None
    body_id: int | None = None
    label: str = ""
    permissions: frozenset[str] = frozenset()
    paths: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))

    def may(self, permission: str) -> bool:
        """Whether the office held has this permission at all, whatever the place."""
        return permission in self.permissions

    @property
    def is_machine(self) -> bool:
        """Whether a command or timed job acts, which stands in no tree."""
        return self.role == MACHINE and self.user_id is None

    def covers(self, tree_id: int, path: str) -> bool:
        """Whether a place of a tree lies in the actor's area; every place does for a machine."""
        area = self.path_in(tree_id)
        return self.is_machine or (area is not None and is_within(path, area))

    def stands_above(self, tree_id: int, path: str) -> bool:
        """Whether a place of a tree lies below the actor's own unit; every place does for a machine."""
        return self.covers(tree_id, path) and (self.is_machine or self.path_in(tree_id) != path)

    def path_in(self, tree_id: int) -> str | None:
        """The path of the actor's unit in a tree, or None if the unit does not stand in it."""
        return self.paths.get(tree_id)

    def check_may(self, permission: str, sentence: str) -> None:
        """Raise ``NotYours`` with ``sentence`` unless the office has the permission."""
        if not self.may(permission):
            raise NotYours(sentence)


def machine(name: str, *permissions: str) -> Actor:
    """The actor of a timed job or a command: no person, a name for the diary, named permissions."""
    return Actor(role=MACHINE, label=name, permissions=frozenset(permissions))
