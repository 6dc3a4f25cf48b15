"""One person, one office, and what may be done with them."""

from dataclasses import dataclass
from datetime import datetime

from danban.accounts import rules
from danban.accounts.models import Account, Appointment
from danban.accounts.queries.rows import OfficeRow, office_rows
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed


@dataclass(frozen=True)
class PersonPage:
    """A person and those of their offices the reader may see, newest first, with what may be done."""

    account_id: int
    full_name: str
    is_active: bool
    email: str | None
    phone: str | None
    may_see_contacts: bool
    offices: list[OfficeRow]
    verbs: frozenset[str]
    endable: frozenset[int]


def account_for(actor: Actor, pk: int) -> Account:
    """A person who holds, held or will hold an office in the actor's area; raises ``NotFound``."""
    seen = Appointment.objects.visible_to(actor).filter(account_id=pk).values("account")
    account = Account.objects.filter(pk__in=seen).first()
    if account is None:
        raise NotFound("Không tìm thấy người này trong phạm vi của bạn.")
    return account


def appointment_for(actor: Actor, pk: int) -> Appointment:
    """An office in the actor's area, with its holder, unit and body; raises ``NotFound``."""
    seen = Appointment.objects.visible_to(actor).select_related("account", "unit", "body")
    appointment = seen.filter(pk=pk).first()
    if appointment is None:
        raise NotFound("Không tìm thấy vị trí này trong phạm vi của bạn.")
    return appointment


def account_to_appoint(actor: Actor, pk: int, *, at: datetime) -> Account:
    """A person of the actor's area to whom the actor may give an office now; raises any refusal."""
    account = account_for(actor, pk)
    rules.check_can_appoint(actor, account, at=at)
    return account


def appointment_to_end(actor: Actor, pk: int, *, at: datetime) -> Appointment:
    """An office of the actor's area that the actor may end now; raises any refusal."""
    appointment = appointment_for(actor, pk)
    rules.check_can_end(actor, appointment, at=at)
    return appointment


def person_page(actor: Actor, pk: int, *, at: datetime) -> PersonPage:
    """Everything the page of a person shows; raises ``NotFound`` outside the actor's area."""
    account = account_for(actor, pk)
    seen = Appointment.objects.visible_to(actor).filter(account_id=pk)
    seen = seen.select_related("account", "body", "unit").prefetch_related("unit__placements")
    offices = list(seen.order_by("-starts_on", "-pk"))
    sees_contacts = actor.may("appointment:see")
    return PersonPage(
        account_id=account.pk,
        full_name=account.full_name,
        is_active=account.is_active,
        email=account.email if sees_contacts else None,
        phone=account.phone if sees_contacts else None,
        may_see_contacts=sees_contacts,
        offices=office_rows(actor, offices, today=clock.day_of(at)),
        verbs=_verbs(actor, account, at=at),
        endable=frozenset(o.pk for o in offices if is_allowed(rules.check_can_end, actor, o, at=at)),
    )


def _verbs(actor: Actor, account: Account, *, at: datetime) -> frozenset[str]:
    checks = {
        "appoint": rules.check_can_appoint,
        "deactivate": rules.check_can_deactivate,
        "reset_second_factor": rules.check_can_reset_second_factor,
        "reactivate": rules.check_can_reactivate,
    }
    return frozenset(verb for verb, check in checks.items() if is_allowed(check, actor, account, at=at))
