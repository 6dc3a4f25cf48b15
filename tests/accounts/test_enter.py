"""A new person together with the first office."""

from dataclasses import replace
from datetime import date

import pytest

from danban.accounts import actions
from danban.accounts.actions import Office
from danban.accounts.models import Account, Appointment
from danban.audit.models import Entry
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotYours
from tests.cast import AT, PASSWORD, Cast


def _enter(office: Office, actor: Actor) -> Account:
    return actions.enter_account(
        full_name="Đặng Thị Ánh", email="anh@example.vn", phone=None, password=PASSWORD, office=office, actor=actor,
        at=AT,
    )  # fmt: skip


def _office(cast: Cast, code: str = "00001") -> Office:
    return Office("commune_front_officer", cast.places[code].unit_id, None, "", date(2023, 2, 1))


def test_a_person_and_an_office_are_entered_with_one_entry_in_the_diary(cast: Cast) -> None:
    account = _enter(_office(cast), cast.actors["mrs_ha"])

    office = account.appointments.get()
    assert office.title == "Ủy ban MTTQ cấp xã, Phường Phúc Xá"
    entry = Entry.objects.get()
    assert (entry.event, entry.unit_id) == ("account.entered", office.unit_id)
    assert entry.changes == {"appointment": office.pk, "role": "commune_front_officer"}


def test_a_bad_office_leaves_no_person_behind(cast: Cast) -> None:
    people, offices = Account.objects.count(), Appointment.objects.count()
    bad = replace(_office(cast), role="village_head")

    with pytest.raises(BadInput, match="Phường Phúc Xá"):
        _enter(bad, cast.actors["mrs_ha"])
    with pytest.raises(NotYours):
        _enter(_office(cast), cast.actors["phuc_xa"])
    with pytest.raises(NotFound):
        _enter(replace(_office(cast), unit_id=0), cast.actors["mrs_ha"])

    assert (Account.objects.count(), Appointment.objects.count()) == (people, offices)
    assert not Entry.objects.exists()
