"""Invite people, each by a secret of their own; they accept, decline or send somebody else, without an account."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.conferences.actions.locks import lock_conference
from danban.conferences.models import Conference
from danban.delegates import rules
from danban.delegates.actions.convening import count_convened
from danban.delegates.actions.naming import build_delegate
from danban.delegates.models import Delegate
from danban.delegates.states import INVITATION, Reply
from danban.kit.actor import Actor, machine
from danban.kit.refusals import BadInput, NotFound
from danban.kit.tokens import hash_of, new_secret

_EVENTS = {"accept": "invitation.accepted", "decline": "invitation.declined", "replace": "invitation.replaced"}


@dataclass(frozen=True)
class Invitation:
    """Somebody invited, and the secret of their link: shown once, to be printed or sent."""

    delegate: Delegate
    token: str


@transaction.atomic
def invite_delegates(
    conference_id: int, *, delegate_ids: Collection[int] | None = None, actor: Actor, at: datetime
) -> list[Invitation]:  # fmt: skip
    """Make the invitations of ``delegate_ids``, or of everybody not invited yet.

    A person invited again gets a new secret: the old paper opens nothing any more. Raises ``NotFound``,
    ``NotYours``, ``NotNow`` (not announced, structure not agreed) or ``BadInput`` (nobody to invite).
    """
    conference = lock_conference(conference_id)
    rules.check_can_invite(actor, conference, is_agreed=rules.is_agreed(conference, on=at), at=at)
    wanted = Delegate.objects.select_for_update(of=("self",)).filter(conference=conference, dropped_at__isnull=True)
    wanted = wanted.exclude(reply=Reply.REPLACED)
    if delegate_ids is None:
        wanted = wanted.filter(invited_at__isnull=True)
    else:
        wanted = wanted.filter(pk__in=list(delegate_ids))
    found = list(wanted.order_by("sort_key", "pk"))
    if not found:
        raise BadInput("Không có ai để mời: danh sách còn trống, hoặc mọi người đã được mời.")
    made = [Invitation(one, new_secret()) for one in found]
    for one in made:
        one.delegate.token_hash, one.delegate.invited_at = hash_of(one.token), at
        one.delegate.conference = conference
    Delegate.objects.bulk_update(found, ["token_hash", "invited_at"], batch_size=500)
    record(
        actor=actor, event="delegate.invited", subject="conference", subject_id=conference.pk, at=at,
        unit_id=actor.unit_id, changes={"invited": len(found)},
    )  # fmt: skip
    count_convened(conference, actor, at)
    return made


@transaction.atomic
def accept_invitation(token: str, *, at: datetime) -> Delegate:
    """By the link. Raises ``NotFound`` (no such invitation) or ``NotNow`` (opened, replaced, accepted already)."""
    delegate = _locked(token)
    rules.check_can_accept(delegate, at=at)
    return _reply(delegate, "accept", at)


@transaction.atomic
def decline_invitation(token: str, *, at: datetime) -> Delegate:
    """By the link. Raises ``NotFound`` or ``NotNow``."""
    delegate = _locked(token)
    rules.check_can_decline(delegate, at=at)
    return _reply(delegate, "decline", at)


@transaction.atomic
def replace_invitation(token: str, *, full_name: str, phone: str = "", at: datetime) -> Delegate:
    """Somebody else of the household or group comes, by the same link. Returns the new delegate, who has accepted.

    Raises ``NotFound``, ``NotNow`` or ``BadInput`` (no name, a phone that cannot be one).
    """
    delegate = _locked(token)
    sheet = rules.DelegateSheet(full_name, delegate.group, delegate.group_label, phone=phone)
    rules.check_can_replace(delegate, sheet, at=at)
    other = build_delegate(
        delegate.conference, sheet, household=delegate.household, village_id=delegate.village_id,
        elected_by=delegate.elected_by,
    )  # fmt: skip
    household, other.household = other.household, None
    other.invited_at, other.reply, other.replied_at = at, Reply.ACCEPTED, at
    other.save(force_insert=True)
    secret, delegate.token_hash, delegate.replaced_by = delegate.token_hash, "", other
    _reply(delegate, "replace", at)
    other.household, other.token_hash = household, secret
    other.save(update_fields=["household", "token_hash"])
    return other


def _locked(token: str) -> Delegate:
    hashed = hash_of(token)
    conference_id = Delegate.objects.filter(token_hash=hashed).values_list("conference_id", flat=True).first()
    if conference_id is None:
        raise NotFound
    conference: Conference = lock_conference(conference_id)
    found = Delegate.objects.select_for_update(of=("self",)).select_related("household", "elected_by")
    delegate = found.filter(token_hash=hashed, dropped_at__isnull=True).first()
    if delegate is None:
        raise NotFound
    delegate.conference = conference
    return delegate


def _reply(delegate: Delegate, verb: str, at: datetime) -> Delegate:
    delegate.reply, delegate.replied_at = INVITATION.target(verb, delegate.reply), at
    delegate.save(update_fields=["reply", "replied_at", "replaced_by", "token_hash"])
    record(
        actor=machine("giấy mời"), event=_EVENTS[verb], subject="delegate", subject_id=delegate.pk, at=at,
        changes={"conference": delegate.conference_id},
    )  # fmt: skip
    return delegate
