"""Only ``actions`` write, the clock is read only at doors, and pages never touch tables."""

import ast
from pathlib import Path

import pytest

from tests.house.walk import HOUSE, ROOT, name_of, python_files, tree_of

WRITES = {"save", "bulk_create", "bulk_update", "update_or_create", "get_or_create", "execute", "executemany"}
WRITES_ROWS = {"create", "update", "delete"}  # words of other things too: a write only behind a manager
# Files that may call a word of the list above for another reason, each with the reason.
NOT_A_WRITE = {
    "danban/kit/database.py": "the pen itself: actions hand it the rows",
    "danban/web/ui/assets/fonts.py": "saves a font as a file",
    "danban/demo/plan_document.py": "saves a .docx into memory",
    "danban/papers/word.py": "saves a .docx into memory",
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
    return func.attr in WRITES or (func.attr in WRITES_ROWS and ".objects" in ast.unparse(func.value))


def test_every_exception_still_writes_something_else() -> None:
    for relative in NOT_A_WRITE:
        calls = (node.func for node in ast.walk(tree_of(ROOT / relative)) if isinstance(node, ast.Call))
        assert any(isinstance(func, ast.Attribute) and _writes(func) for func in calls), relative


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


def test_every_lock_names_what_it_locks() -> None:
    loose = [
        f"{name_of(path)}:{node.lineno}"
        for path in python_files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "select_for_update"
        and "of" not in {keyword.arg for keyword in node.keywords}
    ]

    assert not loose
