"""Which edition of the tree a command means."""

from datetime import date
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from danban.units.models import Tree


def edition(name: str | None, *, on: date) -> "Tree":
    """The edition of a name, else the one in force on a day; a name nobody bears lists those there are."""
    from danban.units.queries import list_trees, tree_in_force

    if name is None:
        return tree_in_force(on)
    trees = list_trees()
    for tree in trees:
        if tree.name == name:
            return tree
    known = ", ".join(f"“{tree.name}”" for tree in trees) or "chưa có bản nào"
    raise click.ClickException(f"Không có bản cơ cấu “{name}”. Các bản đang có: {known}.")
