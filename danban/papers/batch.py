"""Write many papers at once, in processes of their own: the synthesis reports of a whole city, with progress."""

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from danban.papers.faces import check_faces
from danban.papers.layout import lay_out
from danban.papers.paper import Paper
from danban.papers.pdf import pdf_of
from danban.papers.word import docx_of

_AHEAD = 4  # jobs handed out per process before any of them is done: papers are not all in memory at once


@dataclass(frozen=True)
class Job:
    """A paper to be written; ``name`` comes back with what was written."""

    name: str
    paper: Paper


@dataclass(frozen=True)
class Pair:
    """Both files of a job."""

    name: str
    docx: bytes
    pdf: bytes


def write_many(
    jobs: Iterable[Job], *, fonts: Path, processes: int = 2, progress: Callable[[int], None] = lambda _done: None
) -> Generator[Pair, None, None]:
    """Both files of every job, in the order they get done; ``progress`` hears how many are.

    ``fonts`` as for one paper, ``BadInput`` when they are missing. Jobs may be a generator: they are taken as
    they are needed. A caller that stops early ends the processes.
    """
    check_faces(fonts)
    waiting = iter(jobs)
    done = 0
    # A process that is born anew, not split off: the renderer keeps threads that a split would lose.
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"))
    try:
        running: set[Future[Pair]] = set()
        _hand_out(pool, running, waiting, fonts, processes * _AHEAD)
        while running:
            finished, running = wait(running, return_when=FIRST_COMPLETED)
            for one in finished:
                done += 1
                progress(done)
                yield one.result()
            _hand_out(pool, running, waiting, fonts, processes * _AHEAD)
    finally:
        pool.shutdown(cancel_futures=True)


def _hand_out(
    pool: ProcessPoolExecutor, running: set[Future[Pair]], waiting: Iterator[Job], fonts: Path, most: int
) -> None:
    """Hand out jobs until ``most`` are under way."""
    for job in waiting:
        running.add(pool.submit(write_pair, job, fonts))
        if len(running) >= most:
            return


def write_pair(job: Job, fonts: Path) -> Pair:
    """Both files of one job, laid out once."""
    sheet = lay_out(job.paper)
    return Pair(job.name, docx_of(sheet), pdf_of(sheet, fonts=fonts))
