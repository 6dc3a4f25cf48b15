"""``danban import-people``: look first, bring in when told to."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from danban.accounts.models import Account
from danban.accounts.texts import HEADINGS
from danban.cli.program import program
from danban.kit.tables import write_xlsx

GOOD = ("Đặng Thị Ánh", "", "0987 654 321", "auditor", "01", "", "", "10/02/2023", "")


def _run(runner: CliRunner, folder: Path, *rows: tuple[str, ...], apply: bool = False) -> Result:
    place = folder / "nguoi.xlsx"
    place.write_bytes(write_xlsx(HEADINGS, rows))
    words = ["import-people", str(place), *(["--apply"] if apply else [])]
    return runner.invoke(program, words, catch_exceptions=False)


@pytest.mark.usefixtures("cast")
def test_a_sound_table_is_looked_at_first_and_brought_in_when_told_to(runner: CliRunner, tmp_path: Path) -> None:
    people = Account.objects.count()

    dry = _run(runner, tmp_path, GOOD)
    assert (dry.exit_code, Account.objects.count()) == (0, people)
    assert "Nếu nạp: 1 người mới, 1 vị trí mới, 0 dòng giữ nguyên." in dry.output

    wet = _run(runner, tmp_path, GOOD, apply=True)
    assert (wet.exit_code, Account.objects.count()) == (0, people + 1)
    assert "Đã nạp: 1 người mới" in wet.output
    assert "Đã nạp: 0 người mới, 0 vị trí mới, 1 dòng giữ nguyên." in _run(runner, tmp_path, GOOD, apply=True).output


@pytest.mark.usefixtures("cast")
def test_a_bad_row_is_named_and_nothing_is_brought_in(runner: CliRunner, tmp_path: Path) -> None:
    people = Account.objects.count()

    result = _run(runner, tmp_path, GOOD, (*GOOD[:4], "99", *GOOD[5:]), apply=True)

    assert (result.exit_code, Account.objects.count()) == (1, people)
    assert "Dòng 3, cột “Mã đơn vị”" in result.output
