"""Small: a function fits on a screen, a file is read in one sitting. The lists below may only shrink."""

import ast

from tests.house.walk import HOUSE, functions, name_of, python_files, tree_of

FUNCTION_LINES = 35
FILE_LINES = 400
TEMPLATE_LINES = 150
REQUIRED_ARGUMENTS = 5
VAGUE = {"utils", "helpers", "common", "manager", "service", "services", "misc", "info", "core"}


def test_no_file_is_longer_than_one_sitting() -> None:
    long = {
        name_of(p): n for p in python_files() if (n := len(p.read_text(encoding="utf-8").splitlines())) > FILE_LINES
    }

    assert not long


def test_no_function_is_longer_than_a_screen() -> None:
    long = []
    for path in python_files():
        for node in functions(tree_of(path)):
            body = node.body[1:] if _has_docstring(node) else node.body
            lines = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
            if lines > FUNCTION_LINES:
                long.append(f"{name_of(path)}:{node.lineno} {node.name} ({lines})")

    assert not long


def _has_docstring(node: object) -> bool:
    assert isinstance(node, ast.FunctionDef)
    return ast.get_docstring(node) is not None


def test_no_template_is_longer_than_a_page() -> None:
    templates = sorted(HOUSE.rglob("*.html"))
    long = [name_of(p) for p in templates if len(p.read_text(encoding="utf-8").splitlines()) > TEMPLATE_LINES]

    assert templates
    assert not long


def test_no_function_demands_more_than_five_arguments() -> None:
    greedy = []
    for path in python_files():
        for node in functions(tree_of(path)):
            if any("click" in ast.unparse(decorator) for decorator in node.decorator_list):
                continue  # click hands over every option by name
            arguments = node.args
            required = len(arguments.args) - len(arguments.defaults) + sum(d is None for d in arguments.kw_defaults)
            required -= bool(arguments.args and arguments.args[0].arg in {"self", "cls"})
            required -= sum(a.arg in {"actor", "at"} for a in arguments.kwonlyargs)
            if required > REQUIRED_ARGUMENTS:
                greedy.append(f"{name_of(path)}:{node.lineno} {node.name} ({required})")

    assert not greedy


def test_no_room_or_file_has_a_vague_name() -> None:
    vague = [name_of(p) for p in HOUSE.rglob("*.py") if p.stem in VAGUE or VAGUE & set(p.parts)]

    assert not vague
