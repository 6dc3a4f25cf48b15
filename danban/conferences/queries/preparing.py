"""Everything about how a conference is prepared: agenda with its clock, the two heads, what is missing, people."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from textwrap import shorten

from danban.campaigns import queries as campaigns
from danban.conferences import rules
from danban.conferences.models import (
    AgendaAssent,
    AgendaEntry,
    Conference,
    ConferencePlace,
    Guest,
    Officer,
    PreparedPaper,
)
from danban.conferences.queries.pages import conference_for
from danban.conferences.rules import Custom, Need, Programme
from danban.documents.queries import content_of
from danban.documents.rules import kind_of
from danban.kit.actor import Actor
from danban.kit.clock import HANOI, day_of
from danban.kit.refusals import NotFound, is_allowed
from danban.kit.vietnamese import slug
from danban.units.models import Body

_LONGEST_LEAD = 110


@dataclass(frozen=True)
class AgendaRow:
    """An entry, its number from 1, the moment it begins (None before a start is set), whether it may not be dropped."""

    number: int
    entry: AgendaEntry
    starts_at: datetime | None
    stays: bool

    @property
    def lead(self) -> str:
        """What is to be done in a few words: up to a colon or semicolon, a long one up to a comma."""
        head = re.split(r"[:;]", self.entry.title, maxsplit=1)[0].strip()
        if len(head) > _LONGEST_LEAD:
            parts = head[:_LONGEST_LEAD].rsplit(", ", 1)
            head = parts[0] if len(parts) > 1 else shorten(head, _LONGEST_LEAD, placeholder="…")
        if "“" in head and "”" not in head:
            head = head.split("“")[0].rsplit(", ", 1)[0].strip()
        return head

    @property
    def is_last_year(self) -> bool:
        """Whether it is the place of last year's resolution and the open petitions."""
        return self.stays and self.entry.item_id is None


@dataclass(frozen=True)
class HeadRow:
    """One of the two heads and the assent given, if any."""

    body: Body
    assent: AgendaAssent | None


@dataclass(frozen=True)
class Preparing:
    """The page of preparing. Names are handed out only where ``may_see_names``: elsewhere lists are empty.

    ``minutes`` is the whole of what is planned, ``untimed`` how many items have no minutes; ``additions`` are what
    places usually add and this one has not.
    """

    conference: Conference
    programme: Programme
    rows: tuple[AgendaRow, ...]
    ends_at: datetime | None
    minutes: int
    untimed: int
    heads: tuple[HeadRow, ...]
    needs: tuple[Need, ...]
    additions: tuple[Custom, ...]
    officers: tuple[Officer, ...]
    guests: tuple[Guest, ...]
    papers: tuple[PreparedPaper, ...]
    may_see_names: bool
    verbs: frozenset[str]


def preparing(actor: Actor, pk: int, *, at: datetime) -> Preparing:
    """How a conference is prepared; raises ``NotFound``. Constant queries."""
    one = conference_for(actor, pk)
    programme = rules.programme_of(one, on=day_of(at))
    entries = programme.entries
    given = {assent.body_id: assent for assent in programme.assents}
    titles = {entry.title for entry in entries}
    additions = rules.usual_additions(one.level.code, programme.heads)
    may_see = is_allowed(lambda: rules.check_holds(actor, one, "delegate:see"))
    minutes = sum(entry.minutes or 0 for entry in entries)
    return Preparing(
        conference=one,
        programme=programme,
        rows=tuple(_rows(one, entries)),
        ends_at=one.starts_at.astimezone(HANOI) + timedelta(minutes=minutes) if one.starts_at and entries else None,
        minutes=minutes,
        untimed=sum(entry.minutes is None for entry in entries),
        heads=tuple(HeadRow(body, given.get(body.pk)) for body in programme.heads.bodies),
        needs=rules.needs_of(one, programme),
        additions=tuple(custom for custom in additions if custom.title not in titles),
        officers=tuple(one.officers.order_by("position", "pk")) if may_see else (),
        guests=tuple(one.guests.order_by("position", "pk")) if may_see else (),
        papers=tuple(one.prepared_papers.select_related("file").order_by("position", "pk")) if may_see else (),
        may_see_names=may_see,
        verbs=frozenset(verb for verb, check in _checks(actor, one, programme, at).items() if is_allowed(check)),
    )


def _rows(one: Conference, entries: Sequence[AgendaEntry]) -> Iterator[AgendaRow]:
    clock = one.starts_at.astimezone(HANOI) if one.starts_at else None
    for number, entry in enumerate(entries, start=1):
        yield AgendaRow(number, entry, clock, rules.stays(entry))
        clock = clock + timedelta(minutes=entry.minutes or 0) if clock else None


def _checks(actor: Actor, one: Conference, programme: Programme, at: datetime) -> dict[str, Callable[[], None]]:
    return {
        "draft": lambda: rules.check_can_draft_agenda(actor, one, at=at),
        "agree": lambda: rules.check_can_agree_agenda(actor, one, programme, at=at),
        "prepare": lambda: rules.check_can_prepare(actor, one, at=at),
        "announce": lambda: rules.check_can_announce(actor, one, at=at),
    }


def conference_of_duty(actor: Actor, pk: int) -> int:
    """The conference at which a unit does what it owes; raises ``NotFound`` where none is entered yet."""
    owed = campaigns.obligation_page(actor, pk).obligation
    served = ConferencePlace.objects.filter(campaign_id=owed.campaign_id, placement_id=owed.placement_id)
    found = served.values_list("conference_id", flat=True).first()
    if found is None:
        raise NotFound("Đơn vị chưa có hội nghị trong lịch. Hãy lập danh sách hội nghị trước.")
    return found


def conference_to_prepare(actor: Actor, pk: int, *, at: datetime) -> Conference:
    """A conference the actor may still prepare; raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    one = conference_for(actor, pk)
    rules.check_can_prepare(actor, one, at=at)
    return one


def entry_for(actor: Actor, pk: int, entry_id: int, *, at: datetime) -> AgendaEntry:
    """An item of an agenda the actor may write about; raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    one = conference_to_prepare(actor, pk, at=at)
    entry = one.agenda.filter(pk=entry_id).first()
    if entry is None:
        raise NotFound
    entry.conference = one
    return entry


def prepared_paper_for(actor: Actor, pk: int, paper_id: int) -> PreparedPaper:
    """A prepared paper the actor may see: names of speakers are seen where those of delegates are.

    Raises ``NotFound`` or ``NotYours``.
    """
    one = conference_for(actor, pk)
    rules.check_holds(actor, one, "delegate:see")
    paper = one.prepared_papers.select_related("file").filter(pk=paper_id).first()
    if paper is None:
        raise NotFound
    paper.conference = one
    return paper


def prepared_paper_file(actor: Actor, pk: int, paper_id: int) -> tuple[bytes, str, str]:
    """Content, name and media type of what was handed in; raises ``NotFound`` or ``NotYours``."""
    paper = prepared_paper_for(actor, pk, paper_id)
    if paper.file is None:
        raise NotFound
    content = content_of(paper.file.sha256)
    kind = kind_of(content)
    return content, f"tham-luan-{slug(paper.subject)[:60]}.{kind.ending}", kind.media_type
