"""Cards are given, all or none, and printed once."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from danban.accounts import actions, queries, rules
from danban.accounts.models import Account, Appointment, SignInCard
from danban.accounts.queries import CardState
from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.kit.tokens import hash_of
from tests.accounts.cards import give
from tests.accounts.factories import make_appointment
from tests.cast import AT, TODAY, Cast

YESTERDAY = TODAY - timedelta(days=1)


def test_a_card_is_printed_once_and_only_its_hash_is_kept(cast: Cast) -> None:
    office = cast.offices["head_of_group_1"]

    (printed,) = actions.issue_cards([office.pk], actor=cast.actors["phuc_xa"], at=AT)

    card = SignInCard.objects.get()
    assert (printed.full_name, printed.unit_name, printed.above_name) == (
        "Bùi Thị Mai", "Tổ dân phố số 1", "Phường Phúc Xá",
    )  # fmt: skip
    assert card.secret_hash == hash_of(printed.secret)
    assert (card.appointment_id, card.issued_by) == (office.pk, cast.offices["phuc_xa"].pk)
    assert card.first_use_until == printed.first_use_until == TODAY + timedelta(days=30)
    entry = Entry.objects.get()
    assert (entry.event, entry.changes["appointments"]) == ("card.issued", [office.pk])
    assert printed.secret not in entry.canonical


def test_a_new_card_takes_the_place_of_the_old_one(cast: Cast) -> None:
    old, new = give(cast), give(cast)

    old.card.refresh_from_db()
    assert (old.card.revoked_at, old.card.revoked_because) == (AT, "Thay bằng thẻ mới")
    assert SignInCard.objects.get(revoked_at__isnull=True) == new.card


def test_cards_of_a_whole_commune_come_by_village_and_name_for_a_constant_cost(cast: Cast) -> None:
    costs = []
    for wanted in (3, 12):
        offices = [
            make_appointment(cast.places["00001.02" if number % 2 else "00001.01"].unit) for number in range(wanted)
        ]
        with CaptureQueriesContext(connection) as captured:
            printed = actions.issue_cards([o.pk for o in offices], actor=cast.actors["phuc_xa_committee"], at=AT)
        assert [card.unit_name for card in printed] == sorted(card.unit_name for card in printed)
        assert len({card.secret for card in printed}) == wanted
        costs.append(len(captured))

    assert costs[0] == costs[1]


def test_only_an_office_above_gives_cards_and_one_refusal_gives_none(cast: Cast) -> None:
    village, far = cast.offices["head_of_group_1"], make_appointment(cast.places["00004.01"].unit)

    for wrong, error in (
        ("head_of_group_1", NotYours), ("mr_dung", NotYours), ("truc_bach", NotFound), ("stranger", NotFound),
    ):  # fmt: skip
        with pytest.raises(error):
            actions.issue_cards([village.pk], actor=cast.actors[wrong], at=AT)
    with pytest.raises(NotFound):
        actions.issue_cards([village.pk, far.pk], actor=cast.actors["phuc_xa"], at=AT)
    with pytest.raises(NotFound):
        actions.issue_cards([village.pk, 10**9], actor=cast.actors["mrs_ha"], at=AT)
    assert not SignInCard.objects.exists()
    assert not Entry.objects.exists()

    actions.issue_cards([village.pk, far.pk], actor=cast.actors["ba_dinh"], at=AT)


def test_a_card_is_for_villages_alone(cast: Cast) -> None:
    with pytest.raises(NotYours, match="thôn, tổ dân phố"):
        actions.issue_cards([cast.offices["phuc_xa"].pk], actor=cast.actors["ba_dinh"], at=AT)


def test_no_card_for_a_post_that_is_over_a_locked_holder_or_a_deputy_who_has_not_begun(cast: Cast) -> None:
    office = cast.offices["head_of_group_1"]
    over = make_appointment(office.unit, ends_on=YESTERDAY)
    deputy = make_appointment(office.unit, starts_on=TODAY + timedelta(days=1), ends_on=TODAY + timedelta(days=9))
    Appointment.objects.filter(pk=deputy.pk).update(stands_in_for=office)
    locked = make_appointment(office.unit)
    Account.objects.filter(pk=locked.account_id).update(is_active=False)

    for wrong in (over, deputy, locked):
        with pytest.raises(NotNow):
            actions.issue_cards([office.pk, wrong.pk], actor=cast.actors["phuc_xa"], at=AT)

    assert not SignInCard.objects.exists()


@pytest.mark.parametrize("count", [0, 301])
def test_none_or_too_many_are_refused(cast: Cast, count: int) -> None:
    with pytest.raises(BadInput):
        actions.issue_cards(range(1, count + 1), actor=cast.actors["phuc_xa"], at=AT)


@given(st.data())
def test_a_secret_is_read_however_it_was_copied(data: st.DataObject) -> None:
    secret = rules.new_card_secret()
    marks = data.draw(st.lists(st.sampled_from(["", " ", "-", ".", "–"]), min_size=26, max_size=26))
    swap = {"0": "o", "1": data.draw(st.sampled_from(["i", "L"]))}
    typed = "".join(swap.get(letter, letter.lower()) + mark for letter, mark in zip(secret, marks, strict=True))

    assert rules.normal_card_secret(typed) == rules.normal_card_secret(rules.grouped(secret)) == secret


@pytest.mark.parametrize("typed", ["", "ABC", "A" * 25, "A" * 27, "U" * 26, "Ạ" * 26, "٣" * 26])
def test_what_is_no_secret_is_none(typed: str) -> None:
    assert rules.normal_card_secret(typed) is None


def test_the_list_of_a_commune_says_how_every_card_stands_for_a_constant_cost(cast: Cast) -> None:
    held = give(cast)
    make_appointment(cast.places["00001.02"].unit)
    make_appointment(cast.places["00001.02"].unit, ends_on=YESTERDAY)

    def listed() -> queries.CardsPage:
        return queries.cards_page(cast.actors["phuc_xa"], cast.places["00001"].unit_id, at=AT)

    with CaptureQueriesContext(connection) as few:
        page = listed()
    assert (page.unit_name, [row.state for row in page.rows]) == ("Phường Phúc Xá", [CardState.GIVEN, CardState.NONE])
    assert all(row.may_issue for row in page.rows)
    actions.open_card(held.card.pk, pin="2580", actor=held.holder, at=AT)
    for _ in range(9):
        make_appointment(cast.places["00001.01"].unit)
    with CaptureQueriesContext(connection) as many:
        page = listed()
    assert (page.bound, len(page.rows)) == (1, 11)
    assert len(few) == len(many) <= 9


def test_the_list_is_for_who_gives_cards_and_for_their_area(cast: Cast) -> None:
    unit = cast.places["00001"].unit_id

    for wrong in ("head_of_group_1", "culture_department", "stranger"):
        with pytest.raises(NotYours):
            queries.cards_page(cast.actors[wrong], unit, at=AT)
    for elsewhere in ("truc_bach", "dong_anh"):
        with pytest.raises(NotFound):
            queries.cards_page(cast.actors[elsewhere], unit, at=AT)
    assert len(queries.cards_page(cast.actors["mrs_ha"], unit, at=AT).rows) == 1


def test_an_old_card_is_shown_as_too_late_or_locked(cast: Cast) -> None:
    held = give(cast)

    def state() -> CardState:
        return queries.cards_page(cast.actors["phuc_xa"], cast.places["00001"].unit_id, at=AT).rows[0].state

    SignInCard.objects.filter(pk=held.card.pk).update(first_use_until=YESTERDAY)
    assert state() is CardState.TOO_LATE
    SignInCard.objects.filter(pk=held.card.pk).update(wrong_pins=5)
    assert state() is CardState.LOCKED
