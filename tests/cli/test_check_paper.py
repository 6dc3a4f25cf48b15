"""``danban check-paper`` from the shell's side."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from danban.papers.word import write_docx
from tests.papers.check import breaking
from tests.papers.check.samples import plan

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "danban", "check-paper", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """A paper in form, the same with one fault, and a file that is none."""
    whole = write_docx(plan())
    contents = {
        "good": whole, "bad": breaking.broken(whole, breaking.page(left_margin=20)), "none": b"\x89PNG\r\n\x1a\n0",
    }  # fmt: skip
    for name, content in contents.items():
        (tmp_path / f"{name}.docx").write_bytes(content)
    return {name: str(tmp_path / f"{name}.docx") for name in contents}


def test_the_exit_code_says_whether_all_are_in_form(files: dict[str, str]) -> None:
    good, bad, none = (run(files[name]) for name in ("good", "bad", "none"))

    assert (good.returncode, bad.returncode, none.returncode) == (0, 1, 2)
    assert "Đúng thể thức" in good.stdout
    assert "Lề trái 20 mm" in " ".join(bad.stdout.split())
    assert "hình ảnh" in " ".join(none.stdout.split())
    assert run(files["bad"], files["none"]).returncode == 2


def test_json_names_each_file_with_its_counts_and_remarks(files: dict[str, str]) -> None:
    done = run(files["good"], files["bad"], files["none"], "--json", "--profile", "state")

    good, bad, none = json.loads(done.stdout)
    assert (good["passes"], good["errors"], good["profile"]) == (True, 0, "state")
    assert (bad["passes"], bad["errors"]) == (False, 1)
    assert bad["remarks"][0]["component"] == "Lề trang"
    assert bad["remarks"][0]["source"].endswith("mục I.3")
    assert "refused" in none


def test_a_profile_nobody_knows_is_refused_with_those_that_are() -> None:
    done = run("x.docx", "--profile", "army")

    assert done.returncode == 2
    assert "village" in done.stderr
