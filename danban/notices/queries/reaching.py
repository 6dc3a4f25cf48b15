"""Who is to be told, and by which ways each person can be reached."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar

from danban.accounts.models import Account, Appointment
from danban.notices.models import Preference
from danban.notices.states import Channel

ALWAYS = Preference(quiet_from=time(0), quiet_to=time(0))
"""A mailbox that is nobody's account has chosen nothing and sleeps at no hour."""
CHUNK = 400  # ids in one statement; SQLite may be built with a limit of 999
_Item = TypeVar("_Item")
_MOBILE = re.compile(r"\+84[35789][0-9]{8}")


@dataclass(frozen=True)
class Recipient:
    """A person to be told, and the office they are told for (None: for themselves)."""

    account_id: int
    appointment_id: int | None = None


@dataclass(frozen=True)
class Reach:
    """How one person wants to be told, and the addresses of the person and of the office."""

    preference: Preference
    email: str
    phone: str

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The inbox, and each other way that is wanted and has an address."""
        by_email = (Channel.EMAIL,) if self.preference.by_email and self.email else ()
        by_sms = (Channel.SMS,) if self.preference.by_sms and self.phone else ()
        return (Channel.INBOX, *by_email, *by_sms)


def holders_of_units(unit_ids: Collection[int], *, roles: Collection[str] | None, on: date) -> list[Recipient]:
    """Whoever holds an office in the units on a day, deputies too, people locked out left out."""
    found: list[Recipient] = []
    for chunk in chunks_of(sorted(unit_ids)):
        held = Appointment.objects.held_on(on).filter(unit_id__in=chunk, account__is_active=True)
        held = held if roles is None else held.filter(role__in=list(roles))
        found += [Recipient(*row) for row in held.order_by("unit_id", "pk").values_list("account_id", "pk")]
    return found


def reaches_of(people: Sequence[Recipient]) -> dict[Recipient, Reach]:
    """How each of the people can be reached; people locked out are left out. Three queries for 400 people."""
    accounts = sorted({person.account_id for person in people})
    offices = sorted({person.appointment_id for person in people if person.appointment_id})
    own: dict[int, tuple[str, str]] = {}
    wishes: dict[int | None, Preference] = {}
    work: dict[int | None, tuple[str, str]] = {}
    for chunk in chunks_of(accounts):
        active = Account.objects.filter(pk__in=chunk, is_active=True).order_by("pk")
        own |= {pk: (email or "", phone or "") for pk, email, phone in active.values_list("pk", "email", "phone")}
        wishes |= wishes_of(chunk)
    for chunk in chunks_of(offices):
        found = Appointment.objects.filter(pk__in=chunk).order_by("pk")
        work |= {pk: (email, phone) for pk, email, phone in found.values_list("pk", "work_email", "work_phone")}
    return {
        person: _reach(wishes[person.account_id], own[person.account_id], work.get(person.appointment_id))
        for person in people
        if person.account_id in own
    }


def own_reach(account_id: int, *, on: date) -> Reach:
    """How a person is told now, whatever office they act for; any office's address counts as theirs."""
    account = Account.objects.get(pk=account_id)
    held = Appointment.objects.held_on(on).filter(account_id=account_id).order_by("pk")
    emails = [account.email or "", *held.values_list("work_email", flat=True)]
    phones = [account.phone or "", *held.values_list("work_phone", flat=True)]
    return Reach(wish_of(account_id), next(filter(None, emails), ""), mobile_of(*phones))


def wish_of(account_id: int | None) -> Preference:
    """How one person wants to be told; the defaults for whoever has not chosen, ``ALWAYS`` for a mailbox (None)."""
    return wishes_of({account_id})[account_id]


def wishes_of(account_ids: Collection[int | None]) -> dict[int | None, Preference]:
    """The same for several people, by account, in one query."""
    chosen = Preference.objects.filter(account_id__in=[one for one in account_ids if one is not None]).order_by("pk")
    wishes: dict[int | None, Preference] = dict.fromkeys(account_ids, Preference())
    return wishes | {wish.account_id: wish for wish in chosen} | {None: ALWAYS}


def _reach(wish: Preference, own: tuple[str, str], work: tuple[str, str] | None) -> Reach:
    email, phone = work or ("", "")
    return Reach(wish, email or own[0], mobile_of(phone, own[1]))


def mobile_of(*phones: str | None) -> str:
    """The first number that can receive text messages, or ""."""
    return next((phone for phone in phones if phone and _MOBILE.fullmatch(phone)), "")


def chunks_of(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    """``CHUNK`` at a time."""
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]
