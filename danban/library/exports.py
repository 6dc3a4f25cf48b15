"""An outline as a loudspeaker script: a paper without a number, as .docx or .pdf."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from danban.documents.queries import letterhead
from danban.kit.actor import Actor
from danban.library.models import OutlineVersion
from danban.library.queries import paragraphs_of
from danban.papers.kinds import loudspeaker_script
from danban.papers.kinds.desk import Desk
from danban.papers.paper import Paper, Profile
from danban.papers.pdf import write_pdf
from danban.papers.word import write_docx

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def script_of(version: OutlineVersion, actor: Actor, *, on: date) -> Paper:
    """The script in the name of the body that reads it out, else of the body that keeps the outline."""
    head = letterhead([actor.body_id or version.outline.body_id], on=on)
    desk = Desk(profile=Profile.VILLAGE, issuers=head.issuers, place=head.place, issued_on=on)
    return loudspeaker_script(desk, version.outline.title, tuple(paragraphs_of(version.text)))


def script_file(paper: Paper, ending: str, *, fonts: Path) -> bytes:
    """The script as "docx" or "pdf"; raises ``BadInput`` where the fonts a PDF needs are not installed."""
    writers: dict[str, Callable[[], bytes]] = {
        "docx": lambda: write_docx(paper),
        "pdf": lambda: write_pdf(paper, fonts=fonts),
    }
    return writers[ending]()
