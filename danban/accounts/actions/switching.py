"""Lock an account or open it: the part the two verbs share."""

from datetime import datetime

from danban.accounts.models import Account
from danban.audit.actions import record
from danban.kit.actor import Actor


def switch_account(account: Account, event: str, actor: Actor, at: datetime) -> Account:
    """Lock an account or open it, whichever it is not, and note it."""
    account.is_active = not account.is_active
    account.save(update_fields=["is_active"])
    record(actor=actor, event=event, subject="account", subject_id=account.pk, unit_id=actor.unit_id, at=at)
    return account
