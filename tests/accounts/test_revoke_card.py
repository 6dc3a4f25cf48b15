"""Taking a card back."""

import pytest

from danban.accounts import actions, queries
from danban.accounts.models import SignInCard
from danban.audit.models import Entry
from danban.kit.refusals import NotFound, NotNow, NotYours
from tests.accounts.cards import PIN, opened
from tests.cast import AT, Cast


def test_a_card_taken_back_opens_nothing_any_more(cast: Cast) -> None:
    held, device = opened(cast)

    card = actions.revoke_card(held.card.pk, reason="  Mất điện thoại ", actor=cast.actors["phuc_xa_committee"], at=AT)

    assert (card.revoked_at, card.revoked_because) == (AT, "Mất điện thoại")
    assert queries.office_of_card(card.pk) is None
    assert queries.cards_of_device([(card.pk, device)]) == []
    with pytest.raises(NotNow, match="thu hồi"):
        actions.enter_by_card(card.pk, device=device, pin=PIN, actor=held.holder, at=AT)
    entry = Entry.objects.get(event="card.revoked")
    assert entry.changes == {"appointment": card.appointment_id, "was_bound": True}
    assert "điện thoại" not in entry.canonical
    with pytest.raises(NotNow):
        actions.revoke_card(card.pk, actor=cast.actors["phuc_xa"], at=AT)


def test_only_an_office_above_takes_a_card_back(cast: Cast) -> None:
    held, _ = opened(cast)
    before = Entry.objects.count()

    with pytest.raises(NotYours):
        actions.revoke_card(held.card.pk, actor=held.holder, at=AT)
    for elsewhere in ("truc_bach", "dong_anh"):
        with pytest.raises(NotFound):
            actions.revoke_card(held.card.pk, actor=cast.actors[elsewhere], at=AT)
        with pytest.raises(NotFound):
            queries.card_to_revoke(cast.actors[elsewhere], held.card.pk, at=AT)
    with pytest.raises(NotFound):
        actions.revoke_card(10**9, actor=cast.actors["mrs_ha"], at=AT)
    assert SignInCard.objects.get().revoked_at is None
    assert Entry.objects.count() == before

    assert queries.card_to_revoke(cast.actors["ba_dinh"], held.card.pk, at=AT) == held.card
