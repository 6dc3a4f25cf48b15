"""Files of assignments and briefings: one by id with its content, those of a thing, the library of a year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from danban.assignments import rules
from danban.assignments.models import Attachment, Briefing
from danban.assignments.states import FilePurpose
from danban.campaigns.queries import Chosen, chosen_campaign
from danban.documents.queries import content_of
from danban.documents.rules import FileKind, kind_of
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound, is_allowed
from danban.kit.vietnamese import fold

ROWS_A_PAGE = 30


@dataclass(frozen=True)
class FileRow:
    """A file as lists show it; ``size`` in bytes, ``older`` are earlier versions, the newest of them first."""

    pk: int
    title: str
    purpose: str
    purpose_name: str
    version: int
    number: str
    issued_on: date | None
    on: date
    size: int
    may_read: bool
    is_withdrawn: bool
    older: tuple["FileRow", ...] = ()


@dataclass(frozen=True)
class Content:
    """A file to send: its bytes, what they are, the name to save it under."""

    content: bytes
    kind: FileKind
    name: str


@dataclass(frozen=True)
class Published:
    """A file of the library with where it comes from: the body that made it, the part of the plan."""

    file: FileRow
    body_name: str
    clause_path: str
    assignment_id: int | None


@dataclass(frozen=True)
class Library:
    """One page of what was published for the units below."""

    chosen: Chosen
    words: str
    purpose: str
    page: Page[Published]


def attachment_for(actor: Actor, pk: int) -> Attachment:
    """A file the actor may read, with what it belongs to; raises ``NotFound`` or ``NotYours``."""
    attachment = _attachment(pk)
    rules.check_can_read(actor, attachment)
    return attachment


def file_to_withdraw(actor: Actor, pk: int, *, at: datetime) -> Attachment:
    """A file the actor may withdraw now; raises what the rule raises."""
    attachment = _attachment(pk)
    rules.check_can_withdraw_file(actor, attachment, reason="?", at=at)
    return attachment


def _attachment(pk: int) -> Attachment:
    related = ("file", "note", "briefing__campaign", "briefing__placement", "assignment__campaign")
    found = Attachment.objects.select_related(*related, "assignment__body", "assignment__work__body")
    attachment = found.select_related("assignment__level").filter(pk=pk).first()
    if attachment is None:
        raise NotFound
    return attachment


def file_to_send(actor: Actor, pk: int) -> Content:
    """The content of a file the actor may read, its type told by the content; raises ``NotFound``, ``NotYours``."""
    attachment = attachment_for(actor, pk)
    content = content_of(attachment.file.sha256)
    kind = kind_of(content)
    version = f" (bản {attachment.version})" if attachment.version > 1 else ""
    return Content(content, kind, f"{attachment.title[:120]}{version}.{kind.ending}")


def file_rows(actor: Actor, attachments: Iterable[Attachment]) -> tuple[FileRow, ...]:
    """Files of one thing: the newest version of each title with its older ones; needs ``file`` and owners loaded."""
    newest: dict[tuple[str, str], list[FileRow]] = {}
    for attachment in sorted(attachments, key=lambda one: (-one.version, -one.pk)):
        row = file_row(actor, attachment)
        newest.setdefault((row.purpose, row.title), []).append(row)
    return tuple(_stacked(rows) for rows in newest.values())


def _stacked(rows: Sequence[FileRow]) -> FileRow:
    """The newest version that stands on top; where all are withdrawn, the newest of them."""
    top = next((row for row in rows if not row.is_withdrawn), rows[0])
    return replace(top, older=tuple(row for row in rows if row is not top))


def file_row(actor: Actor, attachment: Attachment) -> FileRow:
    """One file as a row."""
    return FileRow(
        pk=attachment.pk,
        title=attachment.title,
        purpose=attachment.purpose,
        purpose_name=FilePurpose(attachment.purpose).label,
        version=attachment.version,
        number=attachment.number,
        issued_on=attachment.issued_on,
        on=day_of(attachment.at),
        size=attachment.file.size,
        may_read=is_allowed(rules.check_can_read, actor, attachment),
        is_withdrawn=attachment.withdrawn_at is not None,
    )


def library(actor: Actor, *, words: str = "", purpose: str = "", page: int = 1, key: str = "") -> Library | None:
    """Outlines and guidance of a year, the newest first: of the city for all, of a briefing for its own area.

    None where the office has no year. Raises ``NotYours`` for whoever does not see assignments.
    """
    chosen = chosen_campaign(actor, key)
    if chosen is None:
        return None
    rules.check_can_see(actor, chosen.campaign)
    found = _published(actor, chosen)
    if purpose in rules.SHARED:
        found = found.filter(purpose=purpose)
    rows = [row for row in file_rows_of_library(actor, found) if _fits(row, words)]
    return Library(chosen, words, purpose, Paginator(rows, ROWS_A_PAGE).get_page(page))


def _published(actor: Actor, chosen: Chosen) -> QuerySet[Attachment]:
    of_city = Q(assignment__campaign_id=chosen.campaign.pk, purpose__in=rules.SHARED)
    seen = Briefing.objects.standing().filter(campaign_id=chosen.campaign.pk)
    above_or_own = Q(placement__unit_id=actor.unit_id or 0) | Q(placement__children__unit_id=actor.unit_id or 0)
    of_briefings = Q(briefing__in=seen.filter(above_or_own).order_by().values("pk"))
    found = Attachment.objects.filter(of_city | of_briefings, withdrawn_at__isnull=True)
    related = ("file", "assignment__campaign", "assignment__body", "assignment__work__body", "assignment__clause")
    return found.select_related(*related, "briefing__campaign", "briefing__placement").order_by("-at", "-pk")


def files_of(actor: Actor, assignment_ids: Iterable[int]) -> tuple[Published, ...]:
    """Files of some assignments that the actor may read, the newest first, older versions below. One query."""
    found = Attachment.objects.filter(assignment_id__in=list(assignment_ids), withdrawn_at__isnull=True)
    related = ("file", "assignment__campaign", "assignment__body", "assignment__work__body", "assignment__clause")
    wide = found.select_related(*related).prefetch_related("assignment__partners").order_by("-at", "-pk")
    return tuple(row for row in file_rows_of_library(actor, wide) if row.file.may_read)


def file_rows_of_library(actor: Actor, found: QuerySet[Attachment]) -> list[Published]:
    """The newest version of each title of each assignment or briefing, older ones below it."""
    by_owner: dict[tuple[int | None, int | None], list[Attachment]] = {}
    for attachment in found:
        by_owner.setdefault((attachment.assignment_id, attachment.briefing_id), []).append(attachment)
    rows = [
        Published(row, _maker(owned[0]), _clause(owned[0]), owned[0].assignment_id)
        for owned in by_owner.values()
        for row in file_rows(actor, owned)
    ]
    return sorted(rows, key=lambda one: (one.file.on, one.file.pk), reverse=True)


def _maker(attachment: Attachment) -> str:
    if attachment.assignment is None:
        return attachment.briefing.placement.name if attachment.briefing else ""
    body = rules.answering_body(attachment.assignment)
    return body.name if body else attachment.assignment.actor


def _clause(attachment: Attachment) -> str:
    clause = attachment.assignment.clause if attachment.assignment else None
    return clause.path if clause else ""


def _fits(row: Published, words: str) -> bool:
    text = fold(f"{row.file.title} {row.body_name} {row.file.number}")
    return all(word in text for word in fold(words).split())
