"""The first use of a card binds the device in hand."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.accounts import actions, queries, rules
from danban.accounts.models import Account, Appointment, SignInCard
from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours, Refused
from danban.kit.tokens import hash_of
from tests.accounts.cards import PIN, Held, give
from tests.cast import AT, TODAY, Cast

YESTERDAY = TODAY - timedelta(days=1)


def _is_untouched(held: Held) -> bool:
    held.card.refresh_from_db()
    return not held.card.device_hash and not held.card.pin_hash and held.card.bound_at is None


def test_the_device_is_bound_and_only_hashes_are_kept(cast: Cast) -> None:
    held = give(cast)
    assert queries.card_to_open(held.card.pk, at=AT) == held.card

    opened = actions.open_card(held.card.pk, pin="25 80", actor=held.holder, at=AT)

    card = SignInCard.objects.get()
    assert (card.device_hash, card.bound_at) == (hash_of(opened.device), AT)
    assert rules.is_pin("2580", card.pin_hash)
    assert "2580" not in card.pin_hash
    assert queries.cards_of_device([(card.pk, opened.device)]) == [card]
    assert queries.cards_of_device([(card.pk, "x")]) == []
    assert queries.card_to_open(card.pk, at=AT) is None
    entry = Entry.objects.get(event="card.opened")
    assert (entry.appointment_id, entry.changes) == (card.appointment_id, {"appointment": card.appointment_id})


def test_a_second_device_is_refused_and_told_who_gives_a_new_card(cast: Cast) -> None:
    held = give(cast)
    actions.open_card(held.card.pk, pin=PIN, actor=held.holder, at=AT)
    before = SignInCard.objects.values().get()

    with pytest.raises(NotYours, match=r"gắn với một máy khác.*Hãy đề nghị Phường Phúc Xá cấp thẻ mới"):
        actions.open_card(held.card.pk, pin="1470", actor=held.holder, at=AT)

    assert SignInCard.objects.values().get() == before


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"revoked_at": AT}, "thu hồi"),
        ({"first_use_until": YESTERDAY}, "dùng lần đầu trước hết ngày"),
        ({"wrong_pins": 5}, "đã khóa"),
    ],
)
def test_a_dead_card_does_not_open(cast: Cast, change: dict[str, Any], says: str) -> None:
    held = give(cast)
    SignInCard.objects.filter(pk=held.card.pk).update(**change)

    with pytest.raises(NotNow, match=says):
        actions.open_card(held.card.pk, pin=PIN, actor=held.holder, at=AT)

    assert _is_untouched(held)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"ends_on": YESTERDAY}, "đã kết thúc"),
        ({"starts_on": TODAY + timedelta(days=1)}, "dùng được từ ngày"),
    ],
)
def test_a_card_opens_in_the_days_of_the_post_alone(cast: Cast, change: dict[str, Any], says: str) -> None:
    held = give(cast)
    Appointment.objects.filter(pk=cast.offices["head_of_group_1"].pk).update(**change)

    with pytest.raises(NotNow, match=says):
        actions.open_card(held.card.pk, pin=PIN, actor=held.holder, at=AT)

    assert _is_untouched(held)


def test_a_locked_holder_and_a_foreign_one_open_nothing(cast: Cast) -> None:
    held = give(cast)

    with pytest.raises(NotYours):
        actions.open_card(held.card.pk, pin=PIN, actor=cast.actors["phuc_xa"], at=AT)
    with pytest.raises(NotFound):
        actions.open_card(10**9, pin=PIN, actor=held.holder, at=AT)
    Account.objects.filter(pk=cast.people["head_of_group_1"].pk).update(is_active=False)
    with pytest.raises(NotYours, match="khóa"):
        actions.open_card(held.card.pk, pin=PIN, actor=held.holder, at=AT)

    assert _is_untouched(held)


@pytest.mark.parametrize(
    "pin", ["", "123", "1234567", "12a4", "٢٥٨٠", "0000", "1111", "1234", "4321", "8901", "123456", "1212", "123123"]
)
def test_a_pin_that_is_no_pin_or_easily_guessed_is_refused(cast: Cast, pin: str) -> None:
    held = give(cast)

    with pytest.raises(BadInput) as refused:
        actions.open_card(held.card.pk, pin=pin, actor=held.holder, at=AT)

    assert list(refused.value.problems) == ["pin"]
    assert _is_untouched(held)


@given(st.from_regex(r"[0-9]{4,6}", fullmatch=True), st.from_regex(r"[0-9]{4,6}", fullmatch=True))
def test_a_pin_is_itself_and_no_other_and_its_hash_is_salted(one: str, other: str) -> None:
    stored = rules.hash_pin(one)

    assert rules.is_pin(one, stored)
    assert rules.is_pin(other, stored) is (one == other)
    assert rules.hash_pin(one) != stored


def test_a_pin_survives_a_new_secret_key_while_the_former_one_is_named(settings: Any) -> None:
    stored = rules.hash_pin("2580")
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "khoa-moi" * 8

    assert rules.is_pin("2580", stored)
    settings.SECRET_KEY_FALLBACKS = []
    assert not rules.is_pin("2580", stored)


def test_an_easy_pin_is_told_before_and_after_by_one_rule() -> None:
    refused = 0
    for number in range(10_000):
        try:
            rules.checked_pin(f"{number:04}")
        except Refused:
            refused += 1

    assert refused == 120  # 100 of two digits twice, ten runs up, ten runs down
