"""Sign-in cards: whose a secret or a device is, and who of an area has one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from danban.accounts import rules
from danban.accounts.models import Appointment, SignInCard
from danban.accounts.queries.places import place_on
from danban.accounts.queries.rows import OfficeRow, office_rows
from danban.accounts.roles import ROLES
from danban.kit import clock, paths
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed
from danban.kit.tokens import hash_of
from danban.units.models import Placement

_CARRIERS = frozenset(code for code, role in ROLES.items() if role.level == "village")


class CardState(Enum):
    """How a card stands."""

    NONE = "none"
    GIVEN = "given"
    BOUND = "bound"
    LOCKED = "locked"
    TOO_LATE = "too_late"


@dataclass(frozen=True)
class CardRow:
    """A post that may have a card, and how its card stands. ``may_issue``: a (new) one may be given now."""

    office: OfficeRow
    state: CardState
    card_id: int
    issued_on: date | None
    bound_on: date | None
    used_on: date | None
    first_use_until: date | None
    may_issue: bool


@dataclass(frozen=True)
class CardsPage:
    """The posts of the villages of one unit, by village and name."""

    unit_id: int
    unit_name: str
    rows: list[CardRow]

    def count(self, *states: CardState) -> int:
        """How many posts have a card in one of the states."""
        return sum(row.state in states for row in self.rows)

    @property
    def without(self) -> list[CardRow]:
        """Posts without any card that may be given one now."""
        return [row for row in self.rows if row.state is CardState.NONE and row.may_issue]

    @property
    def bound(self) -> int:
        """Posts whose holder comes in by a card."""
        return self.count(CardState.BOUND)


def card_by_secret(text: str) -> SignInCard | None:
    """The card a secret opens, however it was typed, with its post and holder; None for none. Dead cards too."""
    secret = rules.normal_card_secret(text)
    if secret is None:
        return None
    found = SignInCard.objects.select_related("appointment__account", "appointment__unit")
    return found.filter(secret_hash=hash_of(secret)).first()


def card_to_open(pk: int, *, at: datetime) -> SignInCard | None:
    """A card that may be opened now, with its post and holder; None for any other."""
    card = SignInCard.objects.select_related("appointment__account", "appointment__unit").filter(pk=pk).first()
    holder = Actor(user_id=card.appointment.account_id) if card else Actor()
    return card if card and is_allowed(rules.check_can_open_card, holder, card, at=at) else None


def cards_of_device(kept: Collection[tuple[int, str]]) -> list[SignInCard]:
    """The cards that are bound to a device which keeps these (card, secret), locked ones too, oldest first."""
    wanted = {pk: hash_of(secret) for pk, secret in kept}
    found = SignInCard.objects.filter(pk__in=wanted, revoked_at__isnull=True)
    cards = found.select_related("appointment__account", "appointment__unit").order_by("bound_at", "pk")
    return [card for card in cards if card.device_hash == wanted[card.pk]]


def office_of_card(pk: int) -> int | None:
    """The post a card lets in, while it is neither taken back nor locked; None otherwise."""
    live = SignInCard.objects.filter(pk=pk, revoked_at__isnull=True, wrong_pins__lt=rules.MOST_WRONG_PINS)
    return live.values_list("appointment_id", flat=True).first()


def card_to_revoke(actor: Actor, pk: int, *, at: datetime) -> SignInCard:
    """A card of the actor's area that the actor may take back now; raises any refusal."""
    seen = Appointment.objects.visible_to(actor).values("pk")
    cards = SignInCard.objects.filter(pk=pk, appointment__in=seen).select_related("appointment__account")
    card = cards.first()
    if card is None:
        raise NotFound("Không tìm thấy thẻ này trong phạm vi của bạn.")
    rules.check_can_revoke_card(actor, card, at=at)
    return card


def unit_above(card: SignInCard, *, at: datetime) -> int | None:
    """The unit right above the post of a card, where its cards are listed."""
    place = place_on(card.appointment.unit_id, clock.day_of(at))
    return Placement.objects.filter(children=place).values_list("unit_id", flat=True).first() if place else None


def cards_page(actor: Actor, unit_id: int, *, at: datetime) -> CardsPage:
    """Who of the villages of a unit has a card. Raises ``NotYours``, ``NotFound``. Constant queries."""
    rules.check_gives_cards(actor, at=at)
    today = clock.day_of(at)
    place = place_on(unit_id, today)
    if place is None or not actor.covers(place.tree_id, place.path):
        raise NotFound("Không tìm thấy đơn vị này trong phạm vi của bạn.")
    below = Placement.objects.filter(tree_id=place.tree_id).within(place.path).values("unit")
    posts = Appointment.objects.overlapping(today, None).filter(unit__in=below, role__in=sorted(_CARRIERS))
    posts = posts.select_related("account", "unit", "body").prefetch_related("unit__placements")
    offices = list(posts.order_by("pk"))
    cards = SignInCard.objects.filter(appointment__in=[office.pk for office in offices], revoked_at__isnull=True)
    live = {card.appointment_id: card for card in cards.order_by("pk")}
    allowed = {office.pk for office in offices if is_allowed(rules.check_can_issue_cards, actor, office, at=at)}
    rows = rows_by_unit(actor, offices, on=today)
    return CardsPage(
        unit_id=unit_id,
        unit_name=place.name,
        rows=[
            _row(row, live.get(row.appointment_id), today=today, may_issue=row.appointment_id in allowed)
            for row in rows
        ],
    )


def rows_by_unit(actor: Actor, offices: Collection[Appointment], *, on: date) -> list[OfficeRow]:
    """Rows of offices in the order of their units in the newest tree, then by given name. Needs units' places."""
    order = {office.pk: (_newest(office), office.account.sort_key, office.pk) for office in offices}
    return sorted(office_rows(actor, offices, today=on), key=lambda row: order[row.appointment_id])


def _newest(office: Appointment) -> tuple[str, str]:
    """Where the office's unit stands in the newest tree it stands in: the path above, its own name."""
    places = sorted(office.unit.placements.all(), key=lambda place: place.tree_id)
    place = places[-1] if places else None
    return (paths.ancestor(place.path, place.depth - 1), place.sort_key) if place and place.depth else ("", "")


def _row(office: OfficeRow, card: SignInCard | None, *, today: date, may_issue: bool) -> CardRow:
    if card is None:
        return CardRow(office, CardState.NONE, 0, None, None, None, None, may_issue)
    return CardRow(
        office=office,
        state=_state(card, today),
        card_id=card.pk,
        issued_on=clock.day_of(card.issued_at),
        bound_on=clock.day_of(card.bound_at) if card.bound_at else None,
        used_on=clock.day_of(card.last_used_at) if card.last_used_at else None,
        first_use_until=card.first_use_until,
        may_issue=may_issue,
    )


def _state(card: SignInCard, today: date) -> CardState:
    if rules.is_locked(card):
        return CardState.LOCKED
    if card.bound_at:
        return CardState.BOUND
    return CardState.GIVEN if today <= card.first_use_until else CardState.TOO_LATE
