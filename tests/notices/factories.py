"""Notices and wishes by the dozen."""

from datetime import datetime
from itertools import count
from typing import Any

from danban.accounts.models import Account, Appointment
from danban.notices.actions import Recipient
from danban.notices.models import Notice, Preference
from danban.notices.states import Channel
from tests.cast import AT

_numbers = count(1)


def make_notice(account: Account, *, channel: str = Channel.EMAIL, at: datetime = AT, **values: Any) -> Notice:
    """A notice that waits to be sent, unless its values say otherwise."""
    number = next(_numbers)
    given: dict[str, Any] = {
        "fact": f"test:{number}",
        "topic": "reminder",
        "subject": f"Việc thử số {number} còn 7 ngày",
        "body": "Đề nghị đơn vị hoàn thành đúng hạn.",
        "told_at": at,
        "not_before": at,
    } | values
    return Notice.objects.create(account=account, channel=channel, **given)


def wish(account: Account, **values: Any) -> Preference:
    """How a person wants to be told."""
    return Preference.objects.create(account=account, **values)


def give_phone(account: Account, phone: str = "+84912345678") -> None:
    """A mobile phone for a person of the cast."""
    account.phone = phone
    account.save(update_fields=["phone"])


def recipients(*offices: Appointment) -> list[Recipient]:
    """The holders of offices as people to be told."""
    return [Recipient(office.account_id, office.pk) for office in offices]
