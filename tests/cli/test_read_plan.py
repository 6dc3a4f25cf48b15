"""``danban read-plan`` from the shell's side."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLAN = ROOT / "tests" / "planreader" / "plans" / "tiem-chung.txt"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "danban", "read-plan", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False)


def test_json_holds_every_published_field() -> None:
    done = run(str(PLAN), "--json")

    facts = json.loads(done.stdout)
    assert done.returncode == 0
    assert facts["number"] == "15/KH-SYT"
    assert facts["issued_on"] == "2024-03-05"
    assert {
        "doc_type", "number", "place", "title", "issuers", "issued_on", "cited", "sections", "deadlines", "money",
        "quotas", "assignments", "contents", "recipients", "emails", "unknown",
    } <= set(facts)  # fmt: skip
    assert {
        "text",
        "kind",
        "start",
        "end",
        "inclusive",
        "relative",
        "rrule",
        "actor",
        "task",
        "section",
        "span",
    } <= set(facts["deadlines"][0])


def test_without_json_a_person_can_read_it() -> None:
    done = run(str(PLAN))

    assert done.returncode == 0
    assert "Thời hạn (10)" in done.stdout
    assert "15/KH-SYT" in done.stdout


def test_a_file_that_cannot_be_read_gives_one_sentence_and_a_code(tmp_path: Path) -> None:
    picture = tmp_path / "scan.docx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n0000")

    for path in (picture, tmp_path / "absent.pdf"):
        done = run(str(path), "--json")

        assert done.returncode == 2
        assert done.stdout == ""
        assert len(done.stderr.strip().splitlines()) == 1
