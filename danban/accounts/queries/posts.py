"""Posts that pass from one to the next, and who stands in: choices, records, and one's own posts."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch

from danban.accounts import rules
from danban.accounts.models import Account, Appointment, Handover
from danban.accounts.queries.person import account_for, appointment_for
from danban.accounts.queries.rows import OfficeRow, office_rows
from danban.accounts.roles import name_of
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.kit.search import has_every_word
from danban.kit.terms import is_in_term

_MOST_FOUND = 30


def appointment_to_hand_over(actor: Actor, pk: int, *, at: datetime) -> Appointment:
    """A post of the actor's area that the actor may pass on now; raises any refusal."""
    appointment = appointment_for(actor, pk)
    rules.check_can_hand_over(actor, appointment, at=at)
    return appointment


def appointment_to_deputise(actor: Actor, pk: int, *, at: datetime) -> Appointment:
    """A post for which the actor may name a deputy now; raises any refusal."""
    appointment = appointment_for(actor, pk)
    rules.check_can_name_deputy(actor, appointment, at=at)
    return appointment


def deputy_to_end(actor: Actor, pk: int, *, at: datetime) -> Appointment:
    """A deputy whom the actor may let go now; raises any refusal."""
    deputy = appointment_for(actor, pk)
    rules.check_can_end_deputy(actor, deputy, at=at)
    return deputy


def taker_for(actor: Actor, pk: int, appointment: Appointment, *, at: datetime) -> Account:
    """A person of the actor's area who may take a post now, for good or for a while; raises any refusal."""
    account = account_for(actor, pk)
    rules.check_can_take_over(actor, appointment, account, at=at)
    return account


def find_takers(actor: Actor, text: str, appointment: Appointment, *, on: date) -> list[OfficeRow]:
    """Whom one may choose for a post: people of the actor's area by the words of their name, one row a person.

    Without words the people of the post's own unit. Never the holder, the actor or somebody locked out.
    """
    found = Appointment.objects.visible_to(actor).held_on(on).filter(account__is_active=True)
    found = found.exclude(account_id__in=[appointment.account_id, actor.user_id or 0])
    found = found.filter(has_every_word(text, of="account__")) if text else found.filter(unit_id=appointment.unit_id)
    offices = found.select_related("account", "body", "unit").order_by("account__sort_key", "account_id", "pk")
    firsts = {office.account_id: office for office in reversed(offices[: _MOST_FOUND * 2])}
    return office_rows(actor, list(reversed(firsts.values()))[:_MOST_FOUND], today=on)


@dataclass(frozen=True)
class HandoverPage:
    """The record of a post passed on, ready to be printed. ``open_work`` as counted then, by words people read."""

    handover_id: int
    title: str
    role_name: str
    unit_name: str
    above_name: str
    body_name: str
    outgoing_name: str
    outgoing_id: int
    incoming_name: str
    incoming_id: int
    starts_on: date
    last_day: date
    first_day: date
    ends_on: date | None
    note: str
    open_work: list[tuple[str, int]]
    at: datetime


def handover_page(actor: Actor, pk: int) -> HandoverPage:
    """The record of a handover in the actor's area; raises ``NotFound``."""
    seen = Appointment.objects.visible_to(actor).values("pk")
    found = Handover.objects.filter(outgoing__in=seen).select_related(
        "outgoing__account", "outgoing__unit", "outgoing__body", "incoming__account"
    )
    handover = found.filter(pk=pk).first()
    if handover is None:
        raise NotFound("Không tìm thấy biên bản bàn giao này trong phạm vi của bạn.")
    out, into = handover.outgoing, handover.incoming
    row = office_rows(actor, [out], today=handover.last_day)[0]
    return HandoverPage(
        handover_id=handover.pk,
        title=out.title,
        role_name=name_of(out.role),
        unit_name=row.unit_name,
        above_name=row.above_name,
        body_name=row.body_name,
        outgoing_name=out.account.full_name,
        outgoing_id=out.account_id,
        incoming_name=into.account.full_name,
        incoming_id=into.account_id,
        starts_on=out.starts_on,
        last_day=handover.last_day,
        first_day=into.starts_on,
        ends_on=into.ends_on,
        note=handover.note,
        open_work=list(handover.open_work.items()),
        at=handover.at,
    )


@dataclass(frozen=True)
class OwnPost:
    """A post of mine, held or to come. ``stands_in_for`` names whose I hold for a while, "" for my own."""

    office: Appointment
    is_held: bool
    stands_in_for: str
    deputies: list[Appointment]
    may_name_deputy: bool


def own_posts(actor: Actor, account_id: int, *, at: datetime) -> list[OwnPost]:
    """Every post a person holds or will hold, own ones first, with whoever stands in for them now or later."""
    today = clock.day_of(at)
    standing_in = Appointment.objects.overlapping(today, None).select_related("account").order_by("starts_on", "pk")
    posts = Appointment.objects.overlapping(today, None).filter(account_id=account_id)
    posts = posts.select_related("unit", "body", "stands_in_for__account")
    posts = posts.prefetch_related(Prefetch("deputies", queryset=standing_in))
    own = sorted(posts.order_by("starts_on", "pk"), key=lambda office: office.stands_in_for_id is not None)
    return [_own(actor, office, today) for office in own]


def _own(actor: Actor, office: Appointment, today: date) -> OwnPost:
    principal = office.stands_in_for
    return OwnPost(
        office=office,
        is_held=is_in_term(today, office.starts_on, office.ends_on),
        stands_in_for=principal.account.full_name if principal else "",
        deputies=list(office.deputies.all()),
        may_name_deputy=principal is None and actor.appointment_id == office.pk,
    )
