"""Papers of ours pass the checker; the profile they are written in is the one they look like."""

import pytest

from danban.papers.check.report import inspect_found
from danban.papers.check.word.reading import read_docx
from danban.papers.kinds.catalogue import KINDS
from danban.papers.word import write_docx
from tests.papers.check.samples import SAMPLES

EVERY = {**SAMPLES, **{kind.code: kind.sample for kind in KINDS}}


@pytest.mark.parametrize("name", EVERY)
def test_a_paper_of_ours_has_no_fault_and_is_known_for_what_it_is(name: str) -> None:
    paper = EVERY[name]()
    found = read_docx(write_docx(paper))

    report = inspect_found(found, paper.profile)
    guessed = inspect_found(found)

    assert [(one.component.value, one.found, one.where) for one in report.errors] == []
    assert (guessed.profile, guessed.was_guessed) == (paper.profile, True)
    assert {"Quốc hiệu, Tiêu ngữ", "Cơ quan ban hành", "Nội dung", "Chức vụ, họ tên người ký"} <= set(report.components)
