"""Only ``actions`` write, the clock is read only at doors, and pages never touch tables."""

import ast
from pathlib import Path

import pytest

from tests.house.walk import HOUSE, name_of, python_files, tree_of

WRITES = {
    "save", "create", "bulk_create", "bulk_update", "update_or_create", "get_or_create", "delete",
    "execute", "executemany", "raw",
}  # fmt: skip
# Files that may call a word of the list above for another reason, each with the reason.
NOT_A_WRITE = {
    "danban/web/ui/middleware.py": "sessions belong to the door",
    "danban/web/desk/accounts/views.py": "signing in and out writes the session",
    "danban/web/ui/assets/fonts.py": "saves a font as a file",
    "danban/demo/plan_document.py": "saves a .docx into memory",
    "danban/kit/database.py": "gives SQL to migrations, runs none",
}


def _is_action(relative: str) -> bool:
    return "/actions" in relative


@pytest.mark.parametrize("path", list(python_files()), ids=name_of)
def test_only_actions_write_rows(path: Path) -> None:
    relative = name_of(path)
    if _is_action(relative) or relative in NOT_A_WRITE:
        return

    written = [
        f"{node.func.attr} on line {node.lineno}"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _writes(node.func)
    ]

    assert not written, f"{relative} writes outside actions: {written}"


def _writes(func: ast.Attribute) -> bool:
    if func.attr in {"save", "bulk_create", "bulk_update", "update_or_create", "get_or_create"}:
        return True
    through_manager = isinstance(func.value, ast.Attribute) and func.value.attr == "objects"
    return through_manager and func.attr in {"create", "delete", "update"}


def test_the_clock_is_read_only_at_the_doors() -> None:
    doors = ("danban/web/", "danban/cli/", "danban/jobs/", "danban/demo/", "danban/kit/clock.py")
    readers = []
    for path in python_files():
        relative = name_of(path)
        if relative.startswith(doors):
            continue
        for node in ast.walk(tree_of(path)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in {"now", "today"}
            ):
                owner = ast.unparse(node.func.value)
                if owner in {"datetime", "date", "clock", "timezone", "datetime.datetime", "datetime.date"}:
                    readers.append(f"{relative}:{node.lineno}")

    assert not readers


def test_domain_rooms_know_nothing_of_http() -> None:
    forbidden = ("django.http", "django.shortcuts", "django.forms", "django.urls", "django.template")
    doors = ("danban/web/", "danban/config/", "danban/cli/")
    found = []
    for path in python_files(HOUSE):
        relative = name_of(path)
        if relative.startswith(doors):
            continue
        found += [
            f"{relative}:{node.lineno} imports {node.module}"
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(forbidden)
        ]

    assert not found
