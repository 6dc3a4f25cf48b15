"""Imports only go down the stairs, in the suite as in ``make check``."""

from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.house.walk import ROOMS, ROOT


def test_no_import_climbs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)

    status = lint_imports(no_cache=True)

    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_every_room_is_held_to_its_pieces() -> None:
    contracts = (ROOT / "pyproject.toml").read_text(encoding="utf-8")

    assert [room for room in ROOMS if f'"danban.{room}",' not in contracts] == []


def test_this_walk_knows_every_room() -> None:
    rooms = {path.parent.name for path in Path(ROOT, "danban").glob("*/models*")}

    assert rooms == set(ROOMS)
