"""Coming in by a card: its device, and the PIN."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from danban.accounts import actions, queries
from danban.accounts.models import Account, Appointment, SignInCard
from danban.audit.models import Entry
from danban.kit.refusals import NotNow, NotYours, Refused
from tests.accounts.cards import PIN, Held, give, opened
from tests.cast import AT, TODAY, Cast

YESTERDAY = TODAY - timedelta(days=1)


def _enter(held: Held, device: str, pin: str = PIN) -> actions.CardTry:
    return actions.enter_by_card(held.card.pk, device=device, pin=pin, actor=held.holder, at=AT)


def test_device_and_pin_together_let_in(cast: Cast) -> None:
    held, device = opened(cast)

    tried = _enter(held, device)

    assert tried.is_right
    assert tried.card.last_used_at == AT
    assert queries.office_of_card(held.card.pk) == cast.offices["head_of_group_1"].pk
    with pytest.raises(NotYours, match=r"không phải máy đã gắn.*Phường Phúc Xá"):
        _enter(held, "may-khac")
    with pytest.raises(NotYours):
        _enter(give(cast), device)


def test_five_wrong_pins_in_a_row_lock_the_card_until_a_new_one_is_given(cast: Cast) -> None:
    held, device = opened(cast)

    assert [_enter(held, device, "9999").left for _ in range(4)] == [4, 3, 2, 1]
    assert _enter(held, device).is_right
    assert [_enter(held, device, "9999").left for _ in range(5)] == [4, 3, 2, 1, 0]
    with pytest.raises(NotNow, match=r"sai mã PIN 5 lần.*Phường Phúc Xá"):
        _enter(held, device)

    assert queries.office_of_card(held.card.pk) is None
    entry = Entry.objects.get(event="card.locked")
    assert entry.changes == {"appointment": held.card.appointment_id, "wrong_pins": 5}
    assert give(cast).card != held.card


def test_a_foreign_device_does_not_count_against_the_pin(cast: Cast) -> None:
    held, _ = opened(cast)

    for _ in range(9):
        with pytest.raises(NotYours):
            _enter(held, "may-khac")

    held.card.refresh_from_db()
    assert held.card.wrong_pins == 0


@pytest.mark.parametrize("change", [{"ends_on": YESTERDAY}, {"starts_on": TODAY + timedelta(days=1)}])
def test_the_card_dies_with_the_post(cast: Cast, change: dict[str, Any]) -> None:
    held, device = opened(cast)
    Appointment.objects.filter(pk=cast.offices["head_of_group_1"].pk).update(**change)

    with pytest.raises(NotNow):
        _enter(held, device)


def test_the_card_of_a_locked_holder_opens_nothing(cast: Cast) -> None:
    held, device = opened(cast)
    Account.objects.filter(pk=cast.people["head_of_group_1"].pk).update(is_active=False)

    with pytest.raises(NotYours, match="khóa"):
        _enter(held, device)


def test_only_the_holder_s_actor_comes_in_and_a_card_never_opened_has_no_device(cast: Cast) -> None:
    held, device = opened(cast)
    with pytest.raises(NotYours):
        actions.enter_by_card(held.card.pk, device=device, pin=PIN, actor=cast.actors["phuc_xa"], at=AT)

    fresh = give(cast)
    with pytest.raises(NotYours):
        _enter(fresh, "")


class CardLife(RuleBasedStateMachine):
    """One post, whatever is done with its cards: at most one lives, and it opens only as its story allows."""

    cast: Cast

    @initialize()
    def begin(self) -> None:
        SignInCard.objects.all().delete()
        self.held, self.device, self.wrong, self.is_alive = give(self.cast), "", 0, True

    @rule()
    def give_anew(self) -> None:
        self.held, self.device, self.wrong, self.is_alive = give(self.cast), "", 0, True

    @rule()
    def take_back(self) -> None:
        try:
            actions.revoke_card(self.held.card.pk, actor=self.cast.actors["phuc_xa"], at=AT)
        except Refused:
            assert not self.is_alive
        self.is_alive = False

    @rule()
    def open(self) -> None:
        may = self.is_alive and not self.device
        try:
            self.device = actions.open_card(self.held.card.pk, pin=PIN, actor=self.held.holder, at=AT).device
        except Refused:
            assert not may
        else:
            assert may

    @rule(pin=st.sampled_from([PIN, "9999"]), is_own=st.booleans())
    def come_in(self, pin: str, is_own: bool) -> None:
        may = self.is_alive and bool(self.device) and is_own and self.wrong < 5
        try:
            tried = _enter(self.held, self.device if is_own else "may-khac", pin)
        except Refused:
            assert not may
        else:
            assert may
            assert tried.is_right is (pin == PIN)
            self.wrong = 0 if tried.is_right else self.wrong + 1

    @invariant()
    def one_card_lives_and_says_what_happened(self) -> None:
        if not hasattr(self, "held"):
            return
        live = list(SignInCard.objects.filter(revoked_at__isnull=True))
        assert [card.pk for card in live] == ([self.held.card.pk] if self.is_alive else [])
        opens = queries.office_of_card(self.held.card.pk) is not None
        assert opens is (self.is_alive and self.wrong < 5)
        assert all(card.wrong_pins == self.wrong and bool(card.device_hash) is bool(self.device) for card in live)


def test_whatever_is_done_with_a_card_it_opens_only_as_its_story_allows(cast: Cast) -> None:
    CardLife.cast = cast

    run_state_machine_as_test(CardLife, settings=hypothesis_settings(stateful_step_count=12))
