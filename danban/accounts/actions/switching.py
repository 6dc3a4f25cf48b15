"""Lock an account or open it: what the two verbs share."""

from datetime import datetime

from danban.accounts import queries, rules
from danban.accounts.models import Account
from danban.audit.actions import record
from danban.kit import clock
from danban.kit.actor import Actor


def switch_account(account: Account, event: str, actor: Actor, at: datetime) -> Account:
    """Lock an account or open it, whichever it is not, and note it."""
    account.is_active = not account.is_active
    account.save(update_fields=["is_active"])
    record(actor=actor, event=event, subject="account", subject_id=account.pk, unit_id=actor.unit_id, at=at)
    return account


def check_covers_all(actor: Actor, account: Account, at: datetime) -> None:
    """Every office the person holds today lies in the actor's area, or ``NotFound``."""
    queries.account_for(actor, account.pk)
    held = account.appointments.held_on(clock.day_of(at)).order_by("pk")
    for appointment in held:
        rules.check_can_see(actor, appointment, at=at)
