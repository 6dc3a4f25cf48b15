"""Tell a mailbox that is nobody's account: an office outside, the mailbox a plan names for reports.

Called by the actions of other rooms, which record the deed; telling again what was told is harmless.
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from danban.kit.contacts import WRONG_EMAIL, normal_email
from danban.kit.refusals import BadInput
from danban.notices.actions.tell import FACT_LENGTH, clipped
from danban.notices.models import Notice
from danban.notices.queries.letters import Attachment
from danban.notices.states import Channel


@transaction.atomic
def tell_mailbox(
    address: str,
    *,
    fact: str,
    topic: str,
    subject: str,
    body: str,
    href: str = "",
    attachments: Sequence[Attachment] = (),
    about: tuple[str, int | None] = ("", None),
    at: datetime,
) -> bool:  # fmt: skip
    """Write a mail that leaves with the next round; returns whether the mailbox had not been told before.

    ``href`` is a path anybody may open, "" for none. ``attachments`` are kept files, read when the mail leaves.
    Raises ``BadInput`` for what is no e-mail address.
    """
    if len(fact) > FACT_LENGTH:
        raise ValueError(f"a fact of {len(fact)} letters is too long: {fact}")
    mailbox = normal_email(address)
    if mailbox is None:
        raise BadInput(WRONG_EMAIL, {"addresses": WRONG_EMAIL})
    told = Notice.objects.filter(address=mailbox, fact=fact, channel=Channel.EMAIL)
    if told.exists():
        return False
    notice = Notice(
        address=mailbox, topic=topic, fact=fact, channel=Channel.EMAIL, subject=clipped(subject), body=body.strip(),
        href=href, attachments=[asdict(one) for one in attachments], subject_type=about[0], subject_id=about[1],
        told_at=at, not_before=at,
    )  # fmt: skip
    Notice.objects.bulk_create([notice], ignore_conflicts=True)  # somebody may be telling the same this very moment
    return True
