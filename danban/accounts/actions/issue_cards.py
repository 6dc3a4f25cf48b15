"""Give sign-in cards to the holders of posts; their secrets are shown now, for printing, and never again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from danban.accounts import queries, rules
from danban.accounts.models import Appointment, SignInCard
from danban.audit.actions import record
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound
from danban.kit.tokens import hash_of

MOST_CARDS = 300
_REPLACED = "Thay bằng thẻ mới"


@dataclass(frozen=True)
class PrintedCard:
    """What stands on a card. ``secret`` opens it; nobody can read it from the tables."""

    appointment_id: int
    full_name: str
    title: str
    unit_name: str
    above_name: str
    first_use_until: date
    secret: str


@transaction.atomic
def issue_cards(appointment_ids: Collection[int], *, actor: Actor, at: datetime) -> list[PrintedCard]:
    """Give a card for each post, all or none, in order of units and names; a card given before is taken back.

    At most ``MOST_CARDS`` at once. Raises ``BadInput`` for none or too many, ``NotFound`` for a post outside the
    actor's area, ``NotYours``, ``NotNow``.
    """
    wanted = sorted(set(appointment_ids))
    if not 0 < len(wanted) <= MOST_CARDS:
        raise BadInput(f"Hãy chọn từ một đến {MOST_CARDS} vị trí để cấp thẻ.")
    offices = _locked(wanted, actor, at)
    SignInCard.objects.filter(appointment__in=offices, revoked_at__isnull=True).update(
        revoked_at=at, revoked_because=_REPLACED
    )
    until = clock.day_of(at) + timedelta(days=rules.FIRST_USE_DAYS)
    secrets = {office.pk: rules.new_card_secret() for office in offices}
    SignInCard.objects.bulk_create(
        SignInCard(
            appointment=office, secret_hash=hash_of(secrets[office.pk]), issued_at=at, issued_by=actor.appointment_id,
            first_use_until=until,
        )
        for office in offices
    )  # fmt: skip
    record(
        actor=actor, event="card.issued", subject="card", subject_id=None, unit_id=actor.unit_id, at=at,
        changes={"appointments": wanted, "first_use_until": until},
    )  # fmt: skip
    rows = queries.rows_by_unit(actor, offices, on=clock.day_of(at))
    return [
        PrintedCard(
            row.appointment_id, row.full_name, row.title, row.unit_name, row.above_name, until,
            secrets[row.appointment_id],
        )
        for row in rows
    ]  # fmt: skip


def _locked(wanted: list[int], actor: Actor, at: datetime) -> list[Appointment]:
    seen = Appointment.objects.visible_to(actor).values("pk")
    found = Appointment.objects.select_for_update(of=("self",)).filter(pk__in=wanted).filter(pk__in=seen)
    found = found.select_related("account", "unit", "body").prefetch_related("unit__placements")
    offices = list(found.order_by("pk"))
    if len(offices) < len(wanted):
        raise NotFound("Có vị trí không còn trong phạm vi của bạn. Hãy tải lại trang và chọn lại.")
    for office in offices:
        rules.check_can_issue_cards(actor, office, at=at)
    return offices
