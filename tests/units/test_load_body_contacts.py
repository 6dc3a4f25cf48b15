"""The contacts of many bodies at once, for machines and for whoever keeps the tree."""

import pytest

from danban.audit.models import Entry
from danban.kit.actor import machine
from danban.kit.refusals import BadInput, NotYours
from danban.units import actions
from danban.units.actions import BodyContacts
from tests.cast import AT, Cast

KEEPER = machine("demo", "unit:import")


def test_the_contacts_of_many_bodies_are_written_with_one_line_in_the_diary(cast: Cast) -> None:
    rows = [
        BodyContacts(body.pk, phone="024 0123 4567", email="a@example.vn", address="") for body in cast.bodies.values()
    ]

    written = actions.load_body_contacts(rows, actor=KEEPER, at=AT)

    body = cast.bodies["00001", "front_committee"]
    name = body.name
    body.refresh_from_db()
    assert written == len(cast.bodies)
    assert (body.name, body.phone, body.email) == (name, "+842401234567", "a@example.vn")
    assert Entry.objects.get().changes == {"bodies": written}


def test_whoever_does_not_keep_the_tree_is_refused_and_a_bad_row_leaves_nothing(cast: Cast) -> None:
    body = cast.bodies["00001", "front_committee"]

    with pytest.raises(NotYours):
        actions.load_body_contacts([BodyContacts(body.pk, "", "", "x")], actor=cast.actors["ba_dinh"], at=AT)
    with pytest.raises(BadInput):
        actions.load_body_contacts([BodyContacts(body.pk, "113", "", "x")], actor=KEEPER, at=AT)

    body.refresh_from_db()
    assert body.address == ""
    assert not Entry.objects.exists()
