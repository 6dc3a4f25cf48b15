"""What is prepared, as papers: the agenda and the summary of the year, as .docx and .pdf."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from danban.conferences import rules
from danban.conferences.models import Conference
from danban.conferences.queries.preparing import Preparing
from danban.conferences.queries.summary import SectionRow
from danban.conferences.texts import when
from danban.documents.queries import letterhead
from danban.kit.refusals import NotNow
from danban.papers.kinds import agenda, report
from danban.papers.kinds.desk import Desk
from danban.papers.kinds.reports import Section
from danban.papers.paper import Issuer, Paper, Profile
from danban.papers.pdf import write_pdf
from danban.papers.word import write_docx
from danban.units.models import Body

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
PAGES_OF_SUMMARY = 2


def file_of(paper: Paper, ending: str, *, fonts: Path) -> bytes:
    """The paper as "docx" or "pdf"; raises ``BadInput`` where the fonts a PDF needs are not installed."""
    writers: dict[str, Callable[[], bytes]] = {
        "docx": lambda: write_docx(paper),
        "pdf": lambda: write_pdf(paper, fonts=fonts),
    }
    return writers[ending]()


def summary_paper(conference: Conference, rows: Sequence[SectionRow], *, on: date) -> Paper:
    """The summary as it is read at a conference: a part of each unit that has written its own (II.1.a.1).

    Raises ``NotNow`` where nobody has.
    """
    written = [row for row in rows if row.section is not None]
    if not written:
        raise NotNow("Chưa nơi nào viết phần tóm tắt của mình nên chưa có bản tóm tắt để in.")
    sections = tuple(
        Section(row.place.name, tuple(filter(None, map(str.strip, row.section.text.splitlines()))))
        for row in written
        if row.section
    )
    desk = _desk(conference, rules.heads_of(conference, on=on).front, on=on)
    return report(desk, f"Tóm tắt tình hình kinh tế - xã hội năm {conference.campaign.year - 1}", sections)


def agenda_paper(found: Preparing, *, on: date) -> Paper:
    """The agenda in the name of the two heads; raises ``NotNow`` where there is none."""
    if not found.rows:
        raise NotNow("Hội nghị chưa có chương trình để in.")
    one, heads = found.conference, found.programme.heads
    desk = _desk(one, *heads.bodies, on=on)
    items = tuple(
        (
            f"{row.starts_at:%H:%M}" if row.starts_at else "",
            row.entry.title,
            row.entry.presenter,
        )
        for row in found.rows
    )
    subject = f"Hội nghị đại biểu Nhân dân {one.placement.name} năm {one.campaign.year}, {when(one)}"
    return agenda(desk, subject, items)


def _desk(conference: Conference, *bodies: Body | None, on: date) -> Desk:
    """The frame of a paper of the village: no number, the day left to be written in by hand."""
    ids = [body.pk for body in bodies if body is not None]
    if not ids:
        return Desk(Profile.VILLAGE, (Issuer(conference.placement.name),), conference.placement.name)
    found = letterhead(ids, on=on)
    return Desk(found.profile, found.issuers, found.place)
