"""``danban launch`` shows what it would do, does it, and says no in one sentence."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from danban.campaigns import actions
from danban.campaigns.models import Campaign, Draft, Obligation
from danban.cli.program import program
from danban.kit.refusals import BadInput, NotNow
from tests.campaigns.readings import CHANGE, PLAN, reading_of
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The plan as a file."""
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def _run(*words: str) -> Result:
    return CliRunner().invoke(program, ["launch", *words], catch_exceptions=True)


def test_a_dry_run_of_a_file_tells_everything_and_writes_nothing(cast: Cast, plan: Path) -> None:
    with no_trace():
        result = _run(str(plan), "--tree", cast.tree.name, "--dry-run", "--json")

    said = json.loads(result.stdout)
    assert (said["obligations"], said["grant_total"], said["campaign"]) == (140, 30_000_000, None)
    assert said["by_level"] == {"city": 8, "commune": 44, "district": 16, "village": 72}
    assert {"overlaps_tet", "one_night"} <= {warning["code"] for warning in said["warnings"]}


def test_a_dry_run_for_people_calls_levels_by_name_and_stands_in_order_of_days(cast: Cast, plan: Path) -> None:
    lines = _run(str(plan), "--tree", cast.tree.name, "--dry-run").stdout.splitlines()

    village = lines.index("Thôn, tổ dân phố: 72 việc")
    days = [line[2:12] for line in lines[village + 1 :] if line.startswith("  ") and line[2].isdigit()]
    assert days == sorted(days, key=lambda day: day.split("/")[::-1])
    assert "village" not in "\n".join(lines)
    assert any(line.startswith("Hỗ trợ Xã, phường, thị trấn: 4 × 5.000.000") for line in lines)


def test_a_digit_that_is_no_number_is_taken_for_a_file(cast: Cast) -> None:
    assert "Không có tệp “²”" in _run("²", "--tree", cast.tree.name).output


def test_a_file_is_read_and_launched_at_once(cast: Cast, plan: Path) -> None:
    result = _run(str(plan), "--tree", cast.tree.name)

    assert result.exit_code == 0, result.output
    assert "140 việc" in result.stdout
    assert Obligation.objects.count() == 140


def test_a_reviewed_draft_is_launched_by_its_number_and_may_get_another_year(cast: Cast, draft_number: int) -> None:
    assert json.loads(_run(str(draft_number), "--dry-run", "--json").stdout)["draft"] == draft_number

    result = _run(str(draft_number), "--json", "--year", "2024")

    campaign = Campaign.objects.get()
    assert json.loads(result.stdout)["campaign"] == campaign.pk
    assert campaign.year == 2024


@pytest.fixture
def draft_number(cast: Cast) -> int:
    """A draft waiting for its launch."""
    return actions.start_draft(reading_of(), tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT).pk


def test_a_change_of_a_running_year_waits_for_review(cast: Cast, draft_number: int, tmp_path: Path) -> None:
    actions.launch_draft(draft_number, actor=cast.actors["mrs_ha"], at=AT)
    change = tmp_path / "sua-doi.txt"
    change.write_text(CHANGE, encoding="utf-8")

    result = _run(str(change), "--tree", cast.tree.name)

    amendment = Draft.objects.get(purpose="amendment")
    assert result.exit_code == 1
    assert f"bản sửa đổi số {amendment.pk}" in result.output


def test_what_is_not_there_is_said_in_one_sentence(cast: Cast, tmp_path: Path) -> None:
    assert "Không có tệp" in _run(str(tmp_path / "khong-co.docx"), "--tree", cast.tree.name).output
    assert "Không có bản nháp số 999999" in _run("999999").output
    scan = tmp_path / "anh.pdf"
    scan.write_bytes(b"%PDF-1.4 nothing")
    assert isinstance(_run(str(scan), "--tree", cast.tree.name).exception, BadInput)


def test_a_discarded_draft_is_refused(cast: Cast, draft_number: int) -> None:
    actions.discard_draft(draft_number, actor=cast.actors["mrs_ha"], at=AT)

    assert isinstance(_run(str(draft_number)).exception, NotNow)
