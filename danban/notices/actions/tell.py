"""Tell people a fact: one row a person and channel, in the transaction of the deed that made the fact.

Called by the actions of other rooms, which record the deed; telling again what was told is harmless.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction

from danban.kit import clock
from danban.kit.database import insert_rows, plain_moment
from danban.kit.vietnamese import squeeze
from danban.notices.models import Notice
from danban.notices.queries.reaching import Reach, Recipient, chunks_of, holders_of_units, reaches_of
from danban.notices.rules.timing import leaves_at
from danban.notices.states import Channel, NoticeStatus

SUBJECT_LENGTH = 200
FACT_LENGTH = 120


@dataclass(frozen=True)
class Telling:
    """One fact for one person. ``fact`` names it for ever, ``about`` is (type, id) of what it is about.

    ``body`` is plain text of whole sentences. ``href`` is a path of the desk; "" where ``about`` tells enough.
    """

    person: Recipient
    fact: str
    topic: str
    subject: str
    body: str
    href: str = ""
    about: tuple[str, int | None] = ("", None)
    is_urgent: bool = False

    def __post_init__(self) -> None:
        if len(self.fact) > FACT_LENGTH:
            raise ValueError(f"a fact of {len(self.fact)} letters is too long: {self.fact}")


class Row(NamedTuple):
    """The columns of a notice as they are written, by the thousand; moments as the engine stores them."""

    account_id: int
    address: str
    appointment_id: int | None
    topic: str
    fact: str
    channel: str
    status: str
    is_urgent: bool
    subject: str
    body: str
    href: str
    attachments: str
    subject_type: str
    subject_id: int | None
    told_at: Any
    not_before: Any
    sent_at: Any
    tries: int
    error: str


@transaction.atomic
def tell(
    people: Iterable[Recipient],
    *,
    fact: str,
    topic: str,
    subject: str,
    body: str,
    href: str = "",
    about: tuple[str, int | None] = ("", None),
    is_urgent: bool = False,
    at: datetime,
) -> int:
    """Tell several people one fact; returns how many had not been told it before.

    A person named twice is told once, for the first office named; people locked out are not told.
    """
    words = {"fact": fact, "topic": topic, "subject": subject, "body": body, "href": href}
    return tell_each((Telling(person, **words, about=about, is_urgent=is_urgent) for person in people), at=at)


@transaction.atomic
def tell_units(
    unit_ids: Collection[int],
    *,
    roles: Collection[str] | None = None,
    fact: str,
    topic: str,
    subject: str,
    body: str,
    href: str = "",
    about: tuple[str, int | None] = ("", None),
    is_urgent: bool = False,
    at: datetime,
) -> int:  # fmt: skip
    """Tell whoever holds an office in the units today (only these roles, where given), deputies too.

    Returns how many people had not been told it before.
    """
    people = holders_of_units(unit_ids, roles=roles, on=clock.day_of(at))
    words = {"fact": fact, "topic": topic, "subject": subject, "body": body, "href": href}
    return tell(people, **words, about=about, is_urgent=is_urgent, at=at)


@transaction.atomic
def tell_each(tellings: Iterable[Telling], *, at: datetime) -> int:
    """Tell each person their own words, thousands at once; returns how many facts were new to somebody."""
    firsts: dict[tuple[int, str], Telling] = {}
    for telling in tellings:
        firsts.setdefault((telling.person.account_id, telling.fact), telling)
    return sum(_tell_chunk(chunk, at=at) for chunk in chunks_of(list(firsts.values())))


def _tell_chunk(tellings: Sequence[Telling], *, at: datetime) -> int:
    told = set(
        Notice.objects.filter(
            channel=Channel.INBOX,
            account_id__in={telling.person.account_id for telling in tellings},
            fact__in={telling.fact for telling in tellings},
        )
        .order_by("pk")
        .values_list("account_id", "fact")
    )
    new = [telling for telling in tellings if (telling.person.account_id, telling.fact) not in told]
    reaches = reaches_of([telling.person for telling in new])
    heard = [telling for telling in new if telling.person in reaches]
    rows = [
        _row(telling, channel, reaches[telling.person], at=at)
        for telling in heard
        for channel in reaches[telling.person].channels
    ]
    # Somebody may be telling the same this very moment: known rows are skipped.
    insert_rows(Notice._meta.db_table, Row._fields, rows, skips_known=True)  # noqa: SLF001  Django's public Model._meta
    return len(heard)


def _row(telling: Telling, channel: Channel, reach: Reach, *, at: datetime) -> Row:
    """The inbox has a notice the moment it is told; by any other way it waits to be sent."""
    is_here, now = channel == Channel.INBOX, plain_moment(at)
    return Row(
        account_id=telling.person.account_id,
        address="",
        appointment_id=telling.person.appointment_id,
        topic=telling.topic,
        fact=telling.fact,
        channel=channel.value,
        status=(NoticeStatus.SENT if is_here else NoticeStatus.WAITING).value,
        is_urgent=telling.is_urgent,
        subject=clipped(telling.subject),
        body=telling.body.strip(),
        href=telling.href,
        attachments="[]",
        subject_type=telling.about[0],
        subject_id=telling.about[1],
        told_at=now,
        not_before=now if is_here else plain_moment(leaves_at(reach.preference, is_urgent=telling.is_urgent, at=at)),
        sent_at=now if is_here else None,
        tries=0,
        error="",
    )


def clipped(subject: str) -> str:
    """A subject in one line, cut at a word where it is too long."""
    words = squeeze(subject)
    return words if len(words) <= SUBJECT_LENGTH else f"{words[: SUBJECT_LENGTH - 1].rsplit(' ', 1)[0]}…"
