"""How fast papers are written, one and 579 of them, beside the raw limits: ``python -m benchmarks.papers``.

Raw limits: python-docx saving the same words unstyled, and Typst compiling them plain.
"""

import io
import os
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import typst
from docx import Document

from danban.papers.batch import Job, write_many
from danban.papers.kinds.catalogue import BY_CODE
from danban.papers.layout import lay_out
from danban.papers.paper import Issuer, Paper
from danban.papers.pdf import write_pdf
from danban.papers.sheet import Line
from danban.papers.word import write_docx

FONTS = Path(os.environ.get("DANBAN_VAR", "var")).resolve() / "paper-fonts"
COMMUNES, PROCESSES, RUNS = 579, 2, 15


def report_of(commune: int) -> Paper:
    """The synthesis report of a commune; no two have the same words."""
    paper = BY_CODE["tong-hop-kien-nghi"].sample()
    return replace(
        paper, issuers=(Issuer(f"Ủy ban MTTQ Việt Nam xã số {commune}"),), place=f"Xã {commune}", number=commune,
        blocks=(*paper.blocks, *(replace(paper.blocks[1]) for _ in range(commune % 3))),
    )  # fmt: skip


def words_of(paper: Paper) -> list[str]:
    """The lines of its text."""
    return ["".join(run.text for run in one.runs) for one in lay_out(paper).body if isinstance(one, Line)]


def raw_docx(lines: list[str]) -> None:
    """The same words by python-docx, unstyled."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(io.BytesIO())


def raw_pdf(lines: list[str], compiler: typst.Compiler, number: int) -> None:
    """The same words by Typst, plain; ``number`` keeps it from remembering the last time."""
    text = "\n\n".join([*lines, str(number)])
    for sign in "\\#$*_`<>@[]":
        text = text.replace(sign, " ")
    compiler.compile(input=text.encode(), format="pdf")


def median_ms(deed: Callable[[int], object]) -> float:
    """The median of several runs in milliseconds, the first left out."""
    spent = []
    for number in range(RUNS + 1):
        begun = time.perf_counter()
        deed(number)
        spent.append(1000 * (time.perf_counter() - begun))
    return statistics.median(spent[1:])


def one_paper() -> None:
    """One paper, warm, against the raw limits."""
    papers = [report_of(number) for number in range(RUNS + 1)]
    lines = [words_of(paper) for paper in papers]
    compiler = typst.Compiler(font_paths=[str(FONTS)])
    docx, plain_docx = median_ms(lambda n: write_docx(papers[n])), median_ms(lambda n: raw_docx(lines[n]))
    pdf = median_ms(lambda n: write_pdf(papers[n], fonts=FONTS))
    plain_pdf = median_ms(lambda n: raw_pdf(lines[n], compiler, n))
    print(f"one .docx {docx:.0f} ms (< 150), raw {plain_docx:.0f} ms, ratio {docx / plain_docx:.1f}")
    print(f"one .pdf {pdf:.0f} ms (< 300), raw {plain_pdf:.0f} ms, ratio {pdf / plain_pdf:.1f}")


def peaks() -> dict[int, int]:
    """The most memory each child process has held so far, in MB."""
    found = {}
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)
        except OSError:
            continue
        if lines.get("PPid", "").strip() == str(os.getpid()) and "VmHWM" in lines:
            found[int(status.parent.name)] = int(lines["VmHWM"].split()[0]) // 1024
    return found


def whole_city() -> None:
    """The reports of every commune, both files each, in two processes; memory early and late."""
    jobs: Iterator[Job] = (Job(str(number), report_of(number)) for number in range(1, COMMUNES + 1))
    begun, size, early, late = time.perf_counter(), 0, {}, {}
    for done, pair in enumerate(write_many(jobs, fonts=FONTS, processes=PROCESSES), start=1):
        size += len(pair.docx) + len(pair.pdf)
        if done == 100:
            early = peaks()
        if done == COMMUNES - 1:
            late = peaks()
        if done % 100 == 0:
            print(f"  {done}/{COMMUNES} after {time.perf_counter() - begun:.1f} s")
    took = time.perf_counter() - begun
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{COMMUNES} reports, .docx and .pdf: {took:.1f} s (< 120), {size / 1e6:.0f} MB written")
    print(f"peak of the processes after 50 each {sorted(early.values())} MB, after 290 each {sorted(late.values())} MB")
    print(f"peak of the caller {own} MB")


def main() -> None:
    """Measure both."""
    one_paper()
    whole_city()


if __name__ == "__main__":
    main()
