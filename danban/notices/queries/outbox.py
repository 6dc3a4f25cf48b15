"""What leaves the installation: how it stands, as it looks, and who else was told the same."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet

from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed
from danban.notices import rules
from danban.notices.models import Notice
from danban.notices.queries.letters import Letter, letter_of
from danban.notices.states import Channel, NoticeStatus
from danban.notices.texts import TOPICS

ROWS_A_PAGE = 50
PEOPLE_SHOWN = 50


@dataclass(frozen=True)
class OutboxFilter:
    """What to list. No channel means every way out but the inbox, where everything arrives at once."""

    status: str = ""
    channel: str = ""
    topic: str = ""


@dataclass(frozen=True)
class OutboxPage:
    """One page of the outbox. ``counts`` are of the channel and topic chosen, by status; all of them, zeros too."""

    wanted: OutboxFilter
    page: Page[Notice]
    counts: dict[str, int]
    topics: list[tuple[str, str]]


def outbox_page(actor: Actor, wanted: OutboxFilter, *, number: int, at: datetime) -> OutboxPage:
    """A page of what was sent, the latest first; raises ``NotYours``."""
    rules.check_can_see_outbox(actor, at=at)
    found = _narrowed(wanted)
    counted = found.order_by("status").values_list("status").annotate(rows=Count("pk"))
    counts = dict.fromkeys(NoticeStatus.values, 0) | dict(counted)
    if wanted.status in counts:
        found = found.filter(status=wanted.status)
    related = found.select_related("account", "appointment__unit").order_by("-pk")
    return OutboxPage(
        wanted=wanted, page=Paginator(related, ROWS_A_PAGE).get_page(number), counts=counts, topics=list(TOPICS.items())
    )


def count_stuck() -> int:
    """How many notices were given up and wait for somebody to look."""
    return Notice.objects.filter(status=NoticeStatus.FAILED).count()


def _narrowed(wanted: OutboxFilter) -> QuerySet[Notice]:
    found = Notice.objects.all()
    if wanted.channel in Channel.values:
        found = found.filter(channel=wanted.channel)
    else:
        found = found.exclude(channel=Channel.INBOX)
    return found.filter(topic=wanted.topic) if wanted.topic else found


@dataclass(frozen=True)
class ToldPerson:
    """Somebody who was told, or a mailbox: who, for which office, and by which channel with what outcome."""

    name: str
    title: str
    ways: list[tuple[str, str]]


@dataclass(frozen=True)
class SentPage:
    """One notice of the outbox as it leaves. ``told`` are those told the same fact, ``people`` how many in all."""

    notice: Notice
    letter: Letter
    told: list[ToldPerson]
    people: int
    verbs: tuple[str, ...]


def sent_page(actor: Actor, pk: int, *, at: datetime) -> SentPage:
    """One notice with everything about its way; raises ``NotYours`` or ``NotFound``."""
    notice = notice_to("see", actor, pk, at=at)
    told = who_was_told(notice)
    checks = {"retry": rules.check_can_retry, "cancel": rules.check_can_cancel}
    return SentPage(
        notice=notice,
        letter=letter_of(notice),
        told=told[:PEOPLE_SHOWN],
        people=len(told),
        verbs=tuple(verb for verb, check in checks.items() if is_allowed(check, actor, notice, at=at)),
    )


def notice_to(verb: str, actor: Actor, pk: int, *, at: datetime) -> Notice:
    """A notice of the outbox that the actor may see, retry or cancel now; raises what the verb's rule raises."""
    rules.check_can_see_outbox(actor, at=at)
    notice = Notice.objects.select_related("account", "appointment__unit").filter(pk=pk).first()
    if notice is None:
        raise NotFound
    if verb == "retry":
        rules.check_can_retry(actor, notice, at=at)
    elif verb == "cancel":
        rules.check_can_cancel(actor, notice, at=at)
    return notice


def who_was_told(notice: Notice) -> list[ToldPerson]:
    """Everybody who was told the fact of a notice, in order of name; one query."""
    same = Notice.objects.filter(
        subject_type=notice.subject_type, subject_id=notice.subject_id, fact=notice.fact
    ).select_related("account", "appointment")
    if notice.subject_id is None:
        same = same.filter(account=notice.account, address=notice.address)
    people: dict[int | str, ToldPerson] = {}
    for one in same.order_by("account__sort_key", "account_id", "pk"):
        title = one.appointment.title if one.appointment else ""
        name = one.account.full_name if one.account else one.address
        person = people.setdefault(one.account_id or one.address, ToldPerson(name, title, []))
        person.ways.append((one.channel, one.status))
    return list(people.values())
