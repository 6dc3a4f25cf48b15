"""The commands that bring units in, take them out, check them and open an edition."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from danban.cli.program import program
from danban.kit.refusals import NotFound
from danban.kit.tables import write_csv
from danban.units import actions, queries
from danban.units.models import Placement, Tree
from danban.units.shipped import units_of_hanoi
from danban.units.texts import REQUIRED_HEADINGS
from tests.cast import AT
from tests.units.city import KEEPER, ROWS

GOOD = [("00475.02", "Thôn Kim Tiên", "Thôn", "00475")]
BAD = [*GOOD, ("00475.03", "Thôn Ba", "Bản", "00475")]


def _run(runner: CliRunner, *words: str) -> Result:
    return runner.invoke(program, list(words), catch_exceptions=False)


def _file(folder: Path, rows: Sequence[tuple[str, ...]]) -> str:
    place = folder / "don-vi.csv"
    place.write_bytes(write_csv(REQUIRED_HEADINGS, rows))
    return str(place)


@pytest.mark.usefixtures("tree")
def test_a_sound_table_is_imported_and_a_dry_run_is_not(runner: CliRunner, tmp_path: Path) -> None:
    file = _file(tmp_path, GOOD)

    dry = _run(runner, "import-units", file, "--dry-run")
    assert (dry.exit_code, Placement.objects.count()) == (0, len(ROWS))
    assert "Nếu nạp vào “Hà Nội 2020–2025”: 1 đơn vị mới" in dry.output

    wet = _run(runner, "import-units", file, "--json")
    assert wet.exit_code == 0
    told = json.loads(wet.output)
    assert (told["new"], told["imported"], told["problems"]) == (1, True, [])
    assert Placement.objects.count() == len(ROWS) + 1


@pytest.mark.usefixtures("tree")
def test_a_bad_row_is_named_and_nothing_is_imported(runner: CliRunner, tmp_path: Path) -> None:
    file = _file(tmp_path, BAD)

    plain, told = _run(runner, "import-units", file), _run(runner, "import-units", file, "--json")

    assert plain.exit_code == told.exit_code == 1
    assert "Dòng 3, cột “Loại”: không có loại “Bản”" in plain.output
    assert [problem["row"] for problem in json.loads(told.output)["problems"]] == [3]
    assert Placement.objects.count() == len(ROWS)


@pytest.mark.usefixtures("tree")
def test_only_the_first_fifty_bad_rows_are_printed_and_all_are_in_the_json(runner: CliRunner, tmp_path: Path) -> None:
    file = _file(tmp_path, [(f"9{n}", f"Thôn {n}", "Bản", "00475") for n in range(60)])

    plain, told = _run(runner, "import-units", file), _run(runner, "import-units", file, "--json")

    assert plain.output.count("Dòng ") == 50
    assert "60 chỗ sai trong 60 dòng" in plain.output
    assert len(json.loads(told.output)["problems"]) == 60


@pytest.mark.usefixtures("tree")
def test_an_unknown_edition_is_answered_with_those_there_are(runner: CliRunner, tmp_path: Path) -> None:
    answer = _run(runner, "import-units", _file(tmp_path, GOOD), "--tree", "Sao Hỏa")

    assert answer.exit_code == 1
    assert "“Hà Nội 2020–2025”" in answer.output


@pytest.mark.parametrize("name", ["ra.xlsx", "ra.csv"])
def test_what_is_exported_can_be_imported_again(
    runner: CliRunner,
    tmp_path: Path,
    tree: Tree,
    name: str,
) -> None:
    place = tmp_path / name

    assert _run(runner, "export-units", str(place), "--tree", tree.name).exit_code == 0

    plan = queries.plan_import(place.read_bytes(), tree.pk)
    assert (plan.problems, plan.unchanged) == ((), len(ROWS))


@pytest.mark.usefixtures("tree")
def test_one_unit_and_below_is_exported_by_its_code(runner: CliRunner, tmp_path: Path) -> None:
    place = tmp_path / "ra.csv"

    _run(runner, "export-units", str(place), "--under", "00190")

    assert len(place.read_text(encoding="utf-8-sig").splitlines()) == 1 + 3
    with pytest.raises(NotFound, match="mã “9”"):
        _run(runner, "export-units", str(place), "--under", "9")
    assert "đuôi .xlsx hoặc .csv" in _run(runner, "export-units", str(tmp_path / "ra.doc")).output


def test_checking_units_ends_with_one_when_something_is_wrong(runner: CliRunner, tree: Tree) -> None:
    sound = _run(runner, "check-units")
    assert (sound.exit_code, sound.output) == (0, "Cơ cấu đơn vị không có lỗi.\n")

    Placement.objects.filter(code="00475.01").update(at_2=None)

    wrong, told = _run(runner, "check-units", "--tree", tree.name), _run(runner, "check-units", "--json")
    assert wrong.exit_code == told.exit_code == 1
    assert "Thôn Đường Yên" in wrong.output
    assert [flaw["code"] for flaw in json.loads(told.output)] == ["wrong_ancestors"]


@pytest.mark.django_db
def test_an_edition_is_opened_ready_for_the_lists_that_come_with_the_program(runner: CliRunner) -> None:
    answer = _run(runner, "open-tree", "Hà Nội 2025", "--scheme", "hanoi-2026", "--starts-on", "2025-07-01")

    assert answer.exit_code == 0
    tree = Tree.objects.get(name="Hà Nội 2025")
    assert (tree.scheme.code, tree.starts_on) == ("hanoi-2026", date(2025, 7, 1))
    assert actions.load_units(units_of_hanoi(2025), tree_id=tree.pk, actor=KEEPER, at=AT).new == 127
