"""What the templates of notices are handed: states as pills, channels in words, groups by day."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from danban.kit.vietnamese import long_day, number
from danban.notices import texts
from danban.notices.queries import InboxPage, OutboxPage, SentPage, mail_text_of
from danban.notices.states import NOTICE, Channel, NoticeStatus
from danban.web.desk.notices.addresses import thing_of
from danban.web.ui.pieces import Link, Pill, PillKind, Tab

if TYPE_CHECKING:
    from danban.notices.models import Notice

Context = dict[str, Any]
EXCERPT = 220
_KINDS: dict[str, PillKind] = {
    NoticeStatus.WAITING: "soon", NoticeStatus.SENT: "done", NoticeStatus.FAILED: "late", NoticeStatus.KEPT: "info",
    NoticeStatus.CANCELLED: "quiet",
}  # fmt: skip


def topic(notice: "Notice") -> str:
    """What it is about, in words."""
    return texts.TOPICS.get(notice.topic, "")


def state(status: str) -> Pill:
    """A delivery state in word, colour and shape."""
    return Pill(_KINDS[status], NOTICE.label(status))


def inbox(found: InboxPage, today: date) -> Context:
    """Unread first, then the rest, day by day."""
    groups = [
        (
            _day(group.day, today),
            group.is_unread,
            [(notice, topic(notice), _excerpt(notice.body)) for notice in group.notices],
        )
        for group in found.days
    ]
    return {"found": found, "groups": groups}


def _day(day: date, today: date) -> str:
    if day == today:
        return "Hôm nay"
    return "Hôm qua" if day == today - timedelta(days=1) else long_day(day)


def _excerpt(body: str) -> str:
    words = " ".join(body.split())
    return words if len(words) <= EXCERPT else f"{words[:EXCERPT].rsplit(' ', 1)[0]}…"


def show(notice: "Notice") -> Context:
    """One notice in full."""
    return {
        "notice": notice,
        "topic": topic(notice),
        "has_thing": bool(thing_of(notice)),
        "crumbs": [Link("Hộp tin", reverse("desk:notices:inbox")), Link(topic(notice) or "Tin")],
    }


def outbox(found: OutboxPage, tab: Any) -> Context:
    """The list with its states; ``tab`` makes the address of the list narrowed to a state."""
    wanted = found.wanted
    everything = sum(found.counts.values())
    return {
        "found": found,
        "tabs": [
            Tab("Tất cả", tab(""), not wanted.status, everything),
            *(
                Tab(NoticeStatus(code).label, tab(code), code == wanted.status, count)
                for code, count in found.counts.items()
            ),
        ],
        "channels": [(code, label, code == wanted.channel) for code, label in Channel.choices],
        "topics": [(code, label, code == wanted.topic) for code, label in found.topics],
        "rows": [(notice, topic(notice), Channel(notice.channel).label, state(notice.status)) for notice in found.page],
        "is_narrowed": bool(wanted.status or wanted.channel or wanted.topic),
    }


def sent(found: SentPage, public_url: str) -> Context:
    """One notice as whoever gets it sees it, and everybody who was told the same."""
    notice, letter = found.notice, found.letter
    return {
        "found": found,
        "notice": notice,
        "letter": letter,
        "state": state(notice.status),
        "channel": Channel(notice.channel).label,
        "topic": topic(notice),
        "subject": texts.mail_subject(unit=letter.unit, subject=letter.subject),
        "text": _as_it_looks(found, public_url),
        "told": [
            (person, [(Channel(channel).label, state(status)) for channel, status in person.ways])
            for person in found.told
        ],
        "more": number(found.people - len(found.told)) if found.people > len(found.told) else "",
        "crumbs": [Link("Tin đã gửi", reverse("desk:notices:outbox")), Link(Channel(notice.channel).label)],
    }


def _as_it_looks(found: SentPage, public_url: str) -> str:
    letter = found.letter
    if letter.channel == Channel.SMS:
        return texts.sms_text(unit=letter.unit, subject=letter.subject, path=letter.path, public_url=public_url)
    if letter.channel == Channel.EMAIL:
        return mail_text_of(letter, public_url=public_url)
    return letter.body
