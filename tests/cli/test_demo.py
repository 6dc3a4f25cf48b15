"""``danban demo``: the sample plan for trying the main job, and a database filled once."""

from pathlib import Path

from click.testing import CliRunner

from danban.cli.demo import command
from danban.planreader import read_file


def test_the_sample_plan_is_written_as_a_document_the_reader_understands(tmp_path: Path) -> None:
    place = tmp_path / "ke-hoach.docx"

    said = CliRunner().invoke(command, ["--write-plan", str(place)])

    assert said.exit_code == 0
    reading = read_file(place)
    assert reading.doc_type == "KẾ HOẠCH LIÊN TỊCH"
    assert len(reading.sections) == 18
    assert len(reading.deadlines) == 6
    assert len(reading.cited) == 12


def test_a_place_that_cannot_be_written_gets_a_sentence(tmp_path: Path) -> None:
    said = CliRunner().invoke(command, ["--write-plan", str(tmp_path / "khong-co" / "ke-hoach.docx")])

    assert said.exit_code == 1
    assert "Không ghi được tệp" in said.output
