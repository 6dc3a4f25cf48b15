"""Many papers at once: every job once, in other processes, with progress, and an early end that ends them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from danban.kit.refusals import BadInput
from danban.papers.batch import Job, write_many
from danban.papers.paper import Paper
from danban.papers.pdf import write_pdf
from danban.papers.word import write_docx
from tests.papers.factories import plain, words
from tests.papers.reading import words_of_docx, words_of_pdf


def _paper(number: int) -> Paper:
    return plain(words(f"Nội dung riêng của xã {number}."), number=number)


def test_every_job_is_written_once_as_it_would_be_alone(paper_fonts: Path) -> None:
    heard: list[int] = []
    jobs = (Job(str(number), _paper(number)) for number in range(1, 21))

    written = {pair.name: pair for pair in write_many(jobs, fonts=paper_fonts, progress=heard.append)}

    assert sorted(written, key=int) == [str(number) for number in range(1, 21)]
    assert heard == list(range(1, 21))
    assert words_of_pdf(written["7"].pdf) == words_of_pdf(write_pdf(_paper(7), fonts=paper_fonts))
    assert words_of_docx(written["7"].docx) == words_of_docx(write_docx(_paper(7)))


def test_jobs_are_taken_as_they_are_needed(paper_fonts: Path) -> None:
    taken: list[int] = []

    def jobs() -> Iterator[Job]:
        for number in range(1, 101):
            taken.append(number)
            yield Job(str(number), _paper(number))

    writing = write_many(jobs(), fonts=paper_fonts, processes=1)
    next(writing)
    writing.close()

    assert len(taken) < 20


def test_without_faces_nothing_is_begun(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="danban assets"):
        next(write_many([Job("1", _paper(1))], fonts=tmp_path))
