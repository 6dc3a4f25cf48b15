"""Sign-in cards: who gives them, when they open, what a PIN must look like, how secrets are typed and kept."""

import re
import secrets
from datetime import datetime
from itertools import pairwise

from django.conf import settings
from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac

from danban.accounts.models import Appointment, SignInCard
from danban.accounts.roles import ROLES
from danban.accounts.rules.offices import check_is_below
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotNow, NotYours
from danban.kit.terms import in_term, is_in_term
from danban.kit.vietnamese import day
from danban.units.models import Placement

FIRST_USE_DAYS = 30
"""How many days after it was printed a card may still be opened."""
MOST_WRONG_PINS = 5
SECRET_LENGTH = 26
_LEVEL = "village"
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: 26 of them are 130 random bits
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_PIN = re.compile(r"[0-9]{4,6}", re.ASCII)
_PIN_SHAPE = "Mã PIN gồm 4 đến 6 chữ số."
_PIN_EASY = "Mã PIN này quá dễ đoán. Hãy chọn mã khác, không lặp lại và không liên tiếp như 1111, 1212 hay 1234."
_SALT = "danban.accounts.card.pin"


def new_card_secret() -> str:
    """What opens a card: 26 letters and digits without look-alikes."""
    return "".join(secrets.choice(_LETTERS) for _ in range(SECRET_LENGTH))


def grouped(secret: str) -> str:
    """A secret as it is printed: groups of four, easy to copy by hand."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def normal_card_secret(text: str) -> str | None:
    """A secret in its one form, however it was typed: blanks, dashes and case mean nothing; None if it is none."""
    typed = re.sub(r"[\s\-\u2010-\u2015.\u200b]+", "", text).upper().translate(_READ_AS)
    return typed if len(typed) == SECRET_LENGTH and set(typed) <= set(_LETTERS) else None


def hash_pin(pin: str) -> str:
    """What is stored of a PIN, keyed with the secret key: a copy of the tables alone gives no PIN away."""
    salt = get_random_string(16)
    return f"{salt}${_keyed(salt, pin, settings.SECRET_KEY)}"


def is_pin(pin: str, stored: str) -> bool:
    """Whether a PIN is the one stored, also under a former secret key; blanks in it mean nothing."""
    salt, _, digest = stored.partition("$")
    typed = "".join(pin.split())
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return any(constant_time_compare(_keyed(salt, typed, str(key)), digest) for key in keys)


def _keyed(salt: str, pin: str, key: str) -> str:
    return salted_hmac(_SALT, salt + pin, secret=key, algorithm="sha256").hexdigest()


def checked_pin(pin: str) -> str:
    """A PIN of 4 to 6 digits that is not guessed at once; raises ``BadInput`` on ``pin``."""
    typed = "".join(pin.split())
    if not _PIN.fullmatch(typed):
        raise BadInput(_PIN_SHAPE, {"pin": _PIN_SHAPE})
    steps = {(int(later) - int(earlier)) % 10 for earlier, later in pairwise(typed)}
    repeats = any(typed == typed[:size] * (len(typed) // size) for size in (1, 2, 3) if len(typed) % size == 0)
    if repeats or steps in ({1}, {9}):
        raise BadInput(_PIN_EASY, {"pin": _PIN_EASY})
    return typed


def check_can_issue_cards(actor: Actor, appointment: Appointment, *, at: datetime) -> None:
    """An office above gives cards for posts of villages that are not over, to people who are not locked out."""
    _check_gives(actor, appointment, at)
    role = ROLES.get(appointment.role)
    if role is None or role.level != _LEVEL:
        raise NotYours("Thẻ chỉ cấp cho vị trí ở thôn, tổ dân phố. Vị trí khác đăng nhập bằng e-mail, điện thoại.")
    today = clock.day_of(at)
    if appointment.ends_on is not None and appointment.ends_on < today:
        raise NotNow(f"Vị trí “{appointment.title}” đã kết thúc từ ngày {day(appointment.ends_on)}.")
    if appointment.stands_in_for_id and appointment.starts_on > today:
        raise NotNow(f"“{appointment.title}” bắt đầu từ {day(appointment.starts_on)}; từ ngày đó mới cấp thẻ.")
    if not appointment.account.is_active:
        raise NotNow(f"Tài khoản của người giữ vị trí “{appointment.title}” đang bị khóa.")


def check_can_revoke_card(actor: Actor, card: SignInCard, *, at: datetime) -> None:
    """An office above takes a card back, once."""
    _check_gives(actor, card.appointment, at)
    if card.revoked_at is not None:
        raise NotNow("Thẻ này đã bị thu hồi hoặc đã thay bằng thẻ khác.")


def check_gives_cards(actor: Actor, *, at: datetime) -> None:
    """Only an office over villages gives cards at all."""
    actor.check_may("card:issue", "Vị trí bạn đang giữ không cấp thẻ đăng nhập. Thẻ của thôn, tổ do cấp xã cấp.")


def _check_gives(actor: Actor, appointment: Appointment, at: datetime) -> None:
    check_gives_cards(actor, at=at)
    check_is_below(actor, *appointment.unit.placements.all())


def check_can_open_card(actor: Actor, card: SignInCard, *, at: datetime) -> None:
    """The holder, on the first device, before the last day of the first use."""
    _check_is_holder(actor, card)
    _check_is_live(card, at)
    if card.bound_at is not None:
        raise NotYours(f"Thẻ này đã gắn với một máy khác nên không mở được ở máy này. {_ask(card, at)}")
    if clock.day_of(at) > card.first_use_until:
        raise NotNow(f"Thẻ này phải được dùng lần đầu trước hết ngày {day(card.first_use_until)}. {_ask(card, at)}")


def check_can_enter_by_card(actor: Actor, card: SignInCard, *, at: datetime) -> None:
    """The holder, on the device the card was bound to, while it is not locked."""
    _check_is_holder(actor, card)
    _check_is_live(card, at)


def check_device(card: SignInCard, device_hash: str, *, at: datetime) -> None:
    """The device is the one the card was bound to at first use; raises ``NotYours``."""
    if not card.device_hash or not constant_time_compare(card.device_hash, device_hash):
        raise NotYours(f"Máy này không phải máy đã gắn với thẻ. {_ask(card, at)}")


def is_locked(card: SignInCard) -> bool:
    """Whether too many wrong PINs have locked a card."""
    return card.wrong_pins >= MOST_WRONG_PINS


def locked_sentence(card: SignInCard, *, at: datetime) -> str:
    """What is said of a card that too many wrong PINs have locked."""
    return f"Thẻ đã khóa vì nhập sai mã PIN {MOST_WRONG_PINS} lần. {_ask(card, at)}"


def _check_is_holder(actor: Actor, card: SignInCard) -> None:
    if actor.user_id != card.appointment.account_id:
        raise NotYours("Thẻ này của người khác.")


def _check_is_live(card: SignInCard, at: datetime) -> None:
    office, today = card.appointment, clock.day_of(at)
    if card.revoked_at is not None:
        raise NotNow(f"Thẻ này đã bị thu hồi hoặc đã thay bằng thẻ khác. {_ask(card, at)}")
    if not office.account.is_active:
        raise NotYours("Tài khoản này đang bị khóa. Hãy liên hệ người phụ trách ở đơn vị cấp trên.")
    if today < office.starts_on:
        raise NotNow(f"Thẻ này dùng được từ ngày {day(office.starts_on)}, khi vị trí bắt đầu.")
    if not is_in_term(today, office.starts_on, office.ends_on):
        raise NotNow(f"Vị trí của thẻ này đã kết thúc từ ngày {day(office.ends_on or today)}. {_ask(card, at)}")
    if is_locked(card):
        raise NotNow(locked_sentence(card, at=at))


def _ask(card: SignInCard, at: datetime) -> str:
    """Who can give a new card: the unit right above the card's."""
    standing = Placement.objects.filter(in_term(clock.day_of(at), of="tree__"), unit_id=card.appointment.unit_id)
    place = standing.select_related("parent").order_by("tree__starts_on", "pk").last()
    giver = place.parent.name if place and place.parent else "đơn vị cấp trên"
    return f"Hãy đề nghị {giver} cấp thẻ mới."
