"""One verb keeps its name in table, action, rule, event, test; every event has a Vietnamese sentence."""

import ast
import importlib
import re
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver

from danban.kit.lifecycle import Lifecycle
from tests.house.walk import (
    HOUSE,
    ROOMS,
    ROOT,
    functions,
    name_of,
    piece_files,
    public_functions,
    python_files,
    tree_of,
)

PENS = ("record", "record_plainly")
"""What every action writes the diary with: in its transaction, after its rule."""


def _lifecycles() -> list[tuple[str, Lifecycle]]:
    found = []
    for room in ROOMS:
        if piece_files(room, "states"):
            module = importlib.import_module(f"danban.{room}.states")
            found += [(room, value) for value in vars(module).values() if isinstance(value, Lifecycle)]
    return found


def _actions(room: str) -> set[str]:
    return {node.name for path in piece_files(room, "actions") for node in public_functions(path)}


def test_every_move_has_an_action_a_rule_and_a_test_of_its_name() -> None:
    missing = []
    for room, lifecycle in _lifecycles():
        rules = {node.name for path in piece_files(room, "rules") for node in public_functions(path)}
        for move in lifecycle.moves:
            noun = lifecycle.name.removeprefix("draft_")
            if not {f"{move.verb}_{noun}", f"{move.verb}_{lifecycle.name}"} & _actions(room):
                missing.append(f"action {room}.{move.verb}_{noun}")
            if not any(name.startswith(f"check_can_{move.verb}") for name in rules):
                missing.append(f"rule {room}.check_can_{move.verb}")
            if not any((ROOT / "tests" / room).glob(f"test_{move.verb}*.py")):
                missing.append(f"test tests/{room}/test_{move.verb}…py")

    assert not missing


def test_every_event_recorded_has_a_vietnamese_sentence() -> None:
    sentences: dict[str, str] = {}
    for room in ROOMS:
        if piece_files(room, "texts"):
            sentences |= importlib.import_module(f"danban.{room}.texts").EVENTS
    recorded, spoken = set(), set()
    for path in python_files():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("record"):
                recorded |= {
                    str(k.value.value) for k in node.keywords if k.arg == "event" and isinstance(k.value, ast.Constant)
                }
            if isinstance(node, ast.Constant) and "/actions" in name_of(path):
                spoken.add(node.value)

    assert recorded
    assert not recorded - set(sentences)
    assert not set(sentences) - spoken, "a sentence for an event no action records"
    assert not [event for event in sentences if not re.fullmatch(r"[a-z_]+\.[a-z_]+", event)]


def test_every_public_action_is_one_transaction_and_names_its_actor_or_moment() -> None:
    loose = []
    for room in ROOMS:
        for path in piece_files(room, "actions"):
            for node in public_functions(path):
                named = {argument.arg for argument in node.args.kwonlyargs}
                if "at" not in named:
                    continue
                decorated = any("atomic" in ast.unparse(d) for d in node.decorator_list)
                opens = any("atomic" in ast.unparse(inner) for inner in ast.walk(node) if isinstance(inner, ast.With))
                if not decorated and not opens and node.name not in PENS:
                    loose.append(f"{name_of(path)}:{node.name}")

    assert not loose


# Actions that are tested under the verb of the deed they are a part of.
PART_OF = {"start_draft": "read_plan"}


def test_every_public_action_has_a_test_file_of_its_verb() -> None:
    missing = []
    for room in ROOMS:
        for name in sorted(_actions(room)):
            verb = PART_OF.get(name, name)
            files = {path.stem.removeprefix("test_") for path in (ROOT / "tests" / room).glob("test_*.py")}
            if not any(verb == stem or verb.startswith(f"{stem}_") for stem in files) and _takes_the_moment(room, name):
                missing.append(f"{room}.{name}")

    assert missing == [f"audit.{pen}" for pen in PENS]


def _takes_the_moment(room: str, name: str) -> bool:
    found = [node for path in piece_files(room, "actions") for node in public_functions(path) if node.name == name]
    return any(argument.arg == "at" for node in found for argument in node.args.kwonlyargs)


def test_every_public_action_of_somebody_asks_a_rule_first() -> None:
    hasty = []
    for room in ROOMS:
        for path in piece_files(room, "actions"):
            private = {node.name: ast.unparse(node) for node in functions(tree_of(path))}
            for node in public_functions(path):
                named = {argument.arg for argument in node.args.kwonlyargs}
                text = ast.unparse(node) + "".join(private[call] for call in _called(node) if call in private)
                if {"actor", "at"} <= named and node.name not in PENS and "rules.check_" not in text:
                    hasty.append(f"{name_of(path)}:{node.name}")

    assert not hasty


def _called(node: ast.AST) -> set[str]:
    return {call.func.id for call in ast.walk(node) if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)}


def test_whatever_is_called_check_is_silent_or_raises_and_whatever_asks_answers_yes_or_no() -> None:
    odd = []
    for path in python_files():
        for node in functions(tree_of(path)):
            said = ast.unparse(node.returns) if node.returns else ""
            # to check in is a deed of its own
            if re.match(r"_?check_(?!in\b|in_page\b)", node.name) and said != "None":
                odd.append(f"{name_of(path)}:{node.name}")
            if re.match(r"(is|has)_", node.name) and said not in {"bool", "Q"}:
                odd.append(f"{name_of(path)}:{node.name}")

    assert not odd


def test_every_model_says_what_it_is() -> None:
    silent = [
        model.__name__
        for model in apps.get_models()
        if model.__module__.startswith("danban.") and model.__str__ is models.Model.__str__
    ]

    assert not silent


def test_no_model_has_a_hidden_order() -> None:
    ordered = [m.__name__ for m in apps.get_models() if m.__module__.startswith("danban.") and m._meta.ordering]

    assert not ordered


def test_migrations_are_complete_and_linear(db: None) -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
    for room in ROOMS:
        numbers = [p.name[:4] for p in sorted((HOUSE / room / "migrations").glob("0*.py"))]
        assert numbers == [f"{n:04d}" for n in range(1, len(numbers) + 1)], room


def test_every_template_is_used_and_every_address_is_plain() -> None:
    text = "\n".join(p.read_text(encoding="utf-8") for p in [*python_files(), *HOUSE.rglob("*.html")])
    unused = []
    for path in HOUSE.rglob("*.html"):
        name = str(path).split("/templates/", 1)[1]
        if f'"{name}"' not in text and f"'{name}'" not in text and f'"{path.name}"' not in text:
            unused.append(name)

    assert not unused
    assert not [a for a in _addresses(get_resolver()) if not re.fullmatch(r"[a-z0-9/<>:_.-]*", a)]


def _addresses(resolver: URLResolver) -> list[str]:
    found = []
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            found += [str(entry.pattern) + rest for rest in _addresses(entry)]
        elif isinstance(entry, URLPattern):
            found.append(str(entry.pattern))
    return found


def test_nothing_of_the_machine_is_written_into_the_project() -> None:
    listed = [p for p in ROOT.rglob("*") if p.is_file() and not _is_foreign(p)]
    words = re.compile(r"/(?:work|root|farm)/|--(?:extra-)?index-url|https?://[^ ]*/simple(?:/|\"|$)")
    found = [name_of(p) for p in listed if p.suffix != ".lock" and words.search(_text(p))]

    assert [f for f in found if f != "tests/house/test_grammar.py"] == []


def _is_foreign(path: Path) -> bool:
    parts = set(path.relative_to(ROOT).parts)
    return bool(parts & {".git", ".venv", "var", "__pycache__", "build"}) or any(
        part.endswith(("_cache", ".egg-info")) or part in {".hypothesis", ".coverage"} for part in parts
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
