"""A notice as it leaves: to which address, in which words, with a link that opens it and the files that go with it."""

from collections.abc import Collection
from dataclasses import dataclass

from danban.notices import texts
from danban.notices.models import Notice
from danban.notices.queries.reaching import mobile_of
from danban.notices.states import Channel


@dataclass(frozen=True)
class Attachment:
    """A kept file that goes with a letter, under the name the recipient sees."""

    name: str
    media_type: str
    sha256: str


@dataclass(frozen=True)
class Letter:
    """What a carrier is handed. ``to`` is an e-mail address or a mobile number, "" when there is none any more.

    ``path`` opens the notice at the desk, after the installation's own address. A letter to a mailbox
    (``is_to_mailbox``) has its words alone, and a ``path`` anybody may open, or "".
    """

    notice_id: int
    channel: str
    to: str
    name: str
    title: str
    unit: str
    subject: str
    body: str
    path: str
    tries: int = 0
    is_to_mailbox: bool = False
    attachments: tuple[Attachment, ...] = ()


def letters_of(notice_ids: Collection[int]) -> list[Letter]:
    """The notices as letters, in order of id; one query."""
    related = ("account", "appointment__unit")
    found = Notice.objects.filter(pk__in=list(notice_ids)).select_related(*related)
    return [letter_of(notice) for notice in found.order_by("pk")]


def letter_of(notice: Notice) -> Letter:
    """One notice as it leaves by its channel, to the office's own address before the person's."""
    office, person = notice.appointment, notice.account
    if person is None:
        return _to_mailbox(notice)
    if notice.channel == Channel.SMS:
        to = mobile_of(office.work_phone if office else "", person.phone)
    else:
        to = (office.work_email if office else "") or person.email or ""
    return Letter(
        notice_id=notice.pk,
        channel=notice.channel,
        to=to,
        name=person.full_name,
        title=office.title if office else "",
        unit=office.unit.name if office else "",
        subject=notice.subject,
        body=notice.body,
        path=texts.INBOX_PATH if notice.topic == "digest" else texts.path_of(notice.pk),
        tries=notice.tries,
    )


def mail_text_of(letter: Letter, *, public_url: str) -> str:
    """The text of a mail as it leaves."""
    if letter.is_to_mailbox:
        return texts.mailbox_body(body=letter.body, path=letter.path, public_url=public_url)
    return texts.mail_body(
        name=letter.name, title=letter.title, body=letter.body, path=letter.path, public_url=public_url
    )


def _to_mailbox(notice: Notice) -> Letter:
    return Letter(
        notice_id=notice.pk,
        channel=notice.channel,
        to=notice.address,
        name=notice.address,
        title="",
        unit="",
        subject=notice.subject,
        body=notice.body,
        path=notice.href,
        tries=notice.tries,
        is_to_mailbox=True,
        attachments=tuple(Attachment(**one) for one in notice.attachments),
    )
