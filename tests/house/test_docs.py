"""Documents tell the truth: what they name exists, and every clause of the plan is answered for."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from danban.cli.program import COMMANDS
from danban.config.environment import Environment
from tests.house.walk import HOUSE, ROOT, functions, name_of, tree_of

CLAUSES = """
H P
I.1 I.2 I.3 I.4
II.1.0 II.1.1 II.1.2 II.1.3 II.1.4
II.1.a.1 II.1.a.2 II.1.a.3 II.1.a.4 II.1.a.5 II.1.a.6 II.1.a.7 II.1.a.8 II.1.a.9 II.1.a.10 II.1.a.11
II.1.b.1 II.1.b.2 II.2.1 II.2.2 II.3
III.1.1 III.1.2 III.1.3 III.1.4 III.2.1
III.2.2.a1 III.2.2.a2 III.2.2.a3 III.2.2.a4 III.2.2.a5 III.2.2.a6 III.2.2.a7
III.2.2.b III.2.2.c III.2.2.d III.2.2.đ III.2.2.e III.2.2.g
III.3 III.4.1a III.4.1b III.4.1c III.4.1d III.4.2 III.5.1a III.5.1b III.5.2a III.5.2b III.5.3 III.5.4
IV.1 IV.2 IV.3 IV.4 IV.5 IV.6 IV.7
""".split()  # noqa: SIM905 - a list of sixty-five strings reads worse
WRITTEN = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
BUILT, PARTLY, TO_COME = "có", "một phần", "sẽ có"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _code(text: str) -> Iterator[str]:
    """Everything set as code: spans and the lines of fences."""
    fences = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
    for fence in fences.findall(text):
        yield from fence.splitlines()[1:-1]
    yield from re.findall(r"`([^`\n]+)`", fences.sub("", text))


def _rows() -> list[list[str]]:
    """The clauses of the table: id, demand, room, page or verb, test, today."""
    lines = [line for line in _text(ROOT / "docs/source-plan.md").splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if len(row) == 6 and row[0] != "mã" and set(row[0]) != {"-"}]


def _parts_to_come() -> set[str]:
    """The names by which the table calls what is not built yet."""
    lines = _text(ROOT / "docs/source-plan.md").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return {row[0] for row in cells if len(row) == 2} - {"tên gọi ở bảng", "---"}


def test_every_clause_of_the_plan_stands_in_the_table_once_and_in_order() -> None:
    assert [row[0] for row in _rows()] == CLAUSES


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_a_clause_says_honestly_what_stands_today(row: list[str]) -> None:
    _, demand, room, deed, test, today = row
    status, _, later = today.partition(": ")

    assert status in (BUILT, PARTLY, TO_COME)
    assert demand
    assert room
    assert bool(later) == (status != BUILT)
    assert set(later.split(", ")) - {""} <= _parts_to_come()
    if status == TO_COME:
        assert (deed, test) == ("—", "—")
    else:
        assert all((HOUSE / name).is_dir() for name in re.findall(r"`(\w+)`", room))
        assert re.findall(r"`tests/[^`]+`", test)


def test_every_file_and_test_a_document_names_exists() -> None:
    wanted = re.compile(r"((?:danban|tests|docs|benchmarks|requirements)/[\w./-]+\.\w+)(?:::(\w+))?$")
    lost = []
    for page in WRITTEN:
        for words in _code(_text(page)):
            if match := wanted.match(words):
                file = ROOT / match.group(1)
                known = {f.name for f in functions(tree_of(file))} if file.suffix == ".py" and file.exists() else set()
                if not file.exists() or (match.group(2) and match.group(2) not in known):
                    lost.append((name_of(page), words))

    assert lost == []


def test_every_link_inside_the_documents_leads_somewhere() -> None:
    lost = []
    for page in WRITTEN:
        for target in re.findall(r"\]\(([^)\s]+)\)", _text(page)):
            address, _, heading = target.partition("#")
            if re.match(r"[a-z]+:", target):
                continue
            there = (page.parent / address).resolve() if address else page
            if not there.exists() or (heading and heading not in _headings(there)):
                lost.append((name_of(page), target))

    assert lost == []


def _headings(page: Path) -> set[str]:
    """The headings of a page as addresses."""
    titles = re.findall(r"^#+ (.+)$", _text(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def test_the_readme_names_the_two_commands() -> None:
    code = "\n".join(_code(_text(ROOT / "README.md")))

    assert re.search(r"^make run\b", code, re.MULTILINE)
    assert re.search(r"^make test\b", code, re.MULTILINE)


@pytest.mark.parametrize(
    ("pattern", "known"),
    [
        (r"\bDANBAN_(\w+)", {name.upper() for name in Environment.model_fields}),
        (r"(?:^|\s)danban ([a-z][a-z-]+)", set(COMMANDS)),
        (r"^make ([a-z][a-z-]+)", set(re.findall(r"^([a-z-]+):", _text(ROOT / "Makefile"), re.MULTILINE))),
    ],
    ids=["setting", "command", "target"],
)
def test_what_people_are_told_to_type_exists(pattern: str, known: set[str]) -> None:
    named = {
        (name_of(page), name) for page in WRITTEN for words in _code(_text(page)) for name in re.findall(pattern, words)
    }

    assert named
    assert {(page, name) for page, name in named if name not in known} == set()


def test_every_page_a_document_names_has_an_address() -> None:
    known = set(_pages(get_resolver(), ""))
    named = {(name_of(p), name) for p in WRITTEN for name in re.findall(r"`(desk:\w+:\w+)`", _text(p))}

    assert named
    assert {(page, name) for page, name in named if name not in known} == set()


def _pages(resolver: URLResolver, space: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _pages(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern):
            yield f"{space}{entry.name}"


def test_no_page_of_the_guides_is_longer_than_a_page() -> None:
    too_long = {p.name: len(_text(p).splitlines()) for p in (ROOT / "docs/huong-dan").glob("*.md")}

    assert {name: lines for name, lines in too_long.items() if lines > 80} == {}


def test_every_button_and_heading_a_guide_sets_in_italics_stands_on_a_page() -> None:
    written = [path for ending in ("*.html", "*.py") for path in HOUSE.rglob(ending)]
    screens = "\n".join(_text(path) for path in written).lower()
    lost = []
    for page in (ROOT / "docs/huong-dan").glob("*.md"):
        for words in re.findall(r"(?<![*\w])\*(?![*\s])([^*\n]+)\*(?!\*)", _text(page)):
            parts = [part.strip().lower() for part in re.split(r"…|\d[\d/]*", words)]
            lost += [(page.name, words) for part in parts if part not in screens]

    assert lost == []


def test_decisions_are_numbered_once_and_short() -> None:
    decisions = sorted((ROOT / "docs/decisions").glob("*.md"))
    numbers = [path.name[:4] for path in decisions]

    assert len(set(numbers)) == len(numbers)
    assert all(re.match(rf"# {int(path.name[:4])}\. ", _text(path)) for path in decisions)
    assert {path.name for path in decisions if len(_text(path).splitlines()) > 40} == set()
