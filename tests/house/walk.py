"""Walks the house: its files, functions and calls, as text and syntax trees."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "danban"
ROOMS = (
    "installation", "audit", "units", "accounts", "notices", "documents", "campaigns", "plans", "assignments",
    "difficulties", "library", "conferences", "delegates", "envoys", "sittings", "resolutions", "culture",
    "petitions", "commitments", "evaluations",
)  # fmt: skip


def python_files(under: Path = HOUSE) -> Iterator[Path]:
    """Every Python file below a folder, migrations left out."""
    return (p for p in sorted(under.rglob("*.py")) if "migrations" not in p.parts)


def tree_of(path: Path) -> ast.Module:
    """A file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """A path as a reader knows it: from the root of the project."""
    return str(path.relative_to(ROOT))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    """Every function of a syntax tree, methods too."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def public_functions(path: Path) -> Iterator[ast.FunctionDef]:
    """The functions at the top of a file whose names do not start with an underscore."""
    for node in tree_of(path).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def piece_files(room: str, piece: str) -> list[Path]:
    """The files of one piece of furniture, be it a file or a folder."""
    folder = HOUSE / room / piece
    if folder.is_dir():
        return sorted(p for p in folder.rglob("*.py"))
    single = HOUSE / room / f"{piece}.py"
    return [single] if single.exists() else []
