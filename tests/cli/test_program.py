"""The whole program as a process: bad words, no database, a screen without Vietnamese; never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def _run(folder: Path, *words: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    inherited = {name: value for name, value in os.environ.items() if name != "DANBAN_DATABASE_URL"}
    return subprocess.run(
        [sys.executable, "-m", "danban", *words], check=False, capture_output=True, stdin=subprocess.DEVNULL,
        env={**inherited, "DANBAN_VAR": str(folder), **environment}, timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["nope"], 2, "Không có lệnh “nope”."),
        (["launch"], 2, "Thiếu tham số SOURCE."),
        (["demo", "--size", "x"], 2, "Tùy chọn --size chưa đúng; cần một trong: small, city."),
        (["demo", "--day", "31/02/2023"], 2, "ví dụ 2023-02-10"),
        (["run", "--port", "0"], 2, "Tùy chọn --port chưa đúng"),
        (["run", "--host", "khong-co.invalid"], 1, "Không có máy nào tên “khong-co.invalid”."),
        (["import-units", "khong-co.csv"], 2, "Tham số FILE chưa đúng"),
        (["export-units", "a.pdf"], 1, ".xlsx hoặc .csv"),
        (["check-units", "--nope"], 2, "Không có tùy chọn --nope."),
        (["verify-diary", "--json"], 1, "danban run"),
        (["launch", "5"], 1, "danban run"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(tmp_path: Path, words: list[str], code: int, said: str) -> None:
    done = _run(tmp_path, *words)

    sentence = done.stderr.decode()
    assert (done.returncode, done.stdout) == (code, b"")
    assert said in sentence
    assert sentence.count("\n") == 1


def test_checks_without_a_database_are_answered_one_by_one(tmp_path: Path) -> None:
    done = _run(tmp_path, "check", "--json")

    results = {row["check"]: row["ok"] for row in json.loads(done.stdout)}
    assert done.returncode == 1
    assert results["Thiết lập"] is True
    assert results["Nhật ký"] is False


def test_no_words_at_all_show_the_commands(tmp_path: Path) -> None:
    done = _run(tmp_path)

    assert "read-plan" in (done.stdout + done.stderr).decode()


def test_json_is_utf8_on_a_screen_that_has_no_vietnamese(tmp_path: Path) -> None:
    plan = tmp_path / "ke-hoach.txt"
    plan.write_text("KẾ HOẠCH\nTổ chức hội nghị\nTrước ngày 10/3/2023 gửi báo cáo.", encoding="utf-8")

    done = _run(tmp_path, "read-plan", "--json", str(plan), PYTHONIOENCODING="ascii", LC_ALL="C")

    assert done.returncode == 0, done.stderr
    assert "hội nghị" in json.loads(done.stdout.decode("utf-8"))["title"].lower()
