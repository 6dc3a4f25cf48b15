"""Files of this room: the content is kept by the room of papers, the row says what it is for."""

from collections.abc import Iterable

from danban.assignments.models import Attachment, Briefing, ProgressNote
from danban.assignments.rules import Upload
from danban.assignments.states import FilePurpose
from danban.campaigns.models import Assignment
from danban.documents.actions import keep_upload
from danban.documents.models import StoredFile
from danban.kit.vietnamese import squeeze


def keep_note_files(note: ProgressNote, uploads: Iterable[Upload]) -> list[int]:
    """The files of a progress note; returns the ids of their rows."""
    rows = []
    for upload in uploads:
        title = title_of(upload.name)
        row = Attachment.objects.create(
            assignment=note.assignment, note=note, purpose=FilePurpose.OTHER, title=title,
            version=next_version(note.assignment, FilePurpose.OTHER, title),
            file=_kept(upload, note), appointment_id=note.appointment_id, at=note.at,
        )  # fmt: skip
        rows.append(row.pk)
    return rows


def keep_pack(briefing: Briefing, uploads: Iterable[Upload]) -> list[int]:
    """The guidance pack of a briefing; returns the ids of its rows."""
    rows = []
    for upload in uploads:
        title = title_of(upload.name)
        row = Attachment.objects.create(
            briefing=briefing, purpose=FilePurpose.GUIDANCE, title=title,
            version=next_version(briefing, FilePurpose.GUIDANCE, title), file=_kept(upload, briefing),
            appointment_id=briefing.appointment_id, at=briefing.at,
        )  # fmt: skip
        rows.append(row.pk)
    return rows


def next_version(owner: Assignment | Briefing, purpose: str, title: str) -> int:
    """1 for a new title; the owner is locked, so no two files get the same."""
    last = owner.attachments.filter(purpose=purpose, title=title).order_by("-version").first()
    return last.version + 1 if last else 1


def title_of(name: str) -> str:
    """A file's name without its ending, as a title: "de-cuong.docx" → "de-cuong"."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return squeeze(stem)[:300] or "Tài liệu"


def _kept(upload: Upload, owner: ProgressNote | Briefing) -> StoredFile:
    return keep_upload(upload.content, name=upload.name, at=owner.at)
