"""Whether somebody has a second factor, and what is left of their recovery codes."""

from dataclasses import dataclass
from datetime import date, datetime

from allauth.mfa.models import Authenticator

from danban.accounts import rules
from danban.accounts.models import Account, Appointment
from danban.accounts.queries.person import account_for
from danban.kit.actor import Actor


@dataclass(frozen=True)
class SecondFactor:
    """The second factor of a person; ``since`` is None without one.

    ``is_required``: an office held today demands it.
    """

    since: datetime | None
    codes_left: int
    is_required: bool


def account_to_reset(actor: Actor, pk: int, *, at: datetime) -> Account:
    """A person of the actor's area whose second factor the actor may reset now; raises any refusal."""
    account = account_for(actor, pk)
    rules.check_can_reset_second_factor(actor, account, at=at)
    return account


def account_to_renew_codes(actor: Actor, *, at: datetime) -> Account:
    """One's own account, if its recovery codes may be renewed now; raises any refusal."""
    account = Account.objects.get(pk=actor.user_id)
    rules.check_can_renew_recovery_codes(actor, account, at=at)
    return account


def account_to_relieve(actor: Actor, *, at: datetime) -> Account:
    """One's own account, if its second factor may be removed now; raises any refusal."""
    account = Account.objects.get(pk=actor.user_id)
    rules.check_can_remove_second_factor(actor, account, at=at)
    return account


def has_second_factor(account_id: int) -> bool:
    """Whether somebody is asked for a second factor when coming in."""
    return bool(Authenticator.objects.filter(user_id=account_id, type=Authenticator.Type.TOTP).exists())


def second_factor_of(account_id: int, *, on: date) -> SecondFactor:
    """What the page of one's own account says about it; two queries."""
    kept = {one.type: one for one in Authenticator.objects.filter(user_id=account_id).order_by("pk")}
    app, codes = kept.get(Authenticator.Type.TOTP), kept.get(Authenticator.Type.RECOVERY_CODES)
    roles = Appointment.objects.held_on(on).filter(account_id=account_id).order_by("pk").values_list("role", flat=True)
    return SecondFactor(
        since=app.created_at if app else None,
        codes_left=len(codes.data["migrated_codes"]) if codes else 0,
        is_required=any(map(rules.is_second_factor_required, roles)),
    )


def recovery_codes_of(account_id: int) -> list[str]:
    """The recovery codes not used yet, in clear; only for the page right after they were made."""
    codes = Authenticator.objects.filter(user_id=account_id, type=Authenticator.Type.RECOVERY_CODES).first()
    return list(codes.wrap().get_unused_codes()) if codes else []
