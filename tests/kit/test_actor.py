"""Actors carry their permissions and places; money is whole đồng."""

import pytest

from danban.kit.actor import Actor, machine
from danban.kit.money import dong
from danban.kit.refusals import BadInput, NotFound, NotYours


def test_an_actor_may_what_its_office_may_and_nothing_else() -> None:
    actor = Actor(role="movement_board", permissions=frozenset({"campaign:launch"}), paths={7: "0001"})

    actor.check_may("campaign:launch", "không dùng tới")
    with pytest.raises(NotYours, match="Chỉ Ban Phong trào"):
        actor.check_may("unit:import", "Chỉ Ban Phong trào được nạp đơn vị.")

    assert actor.path_in(7) == "0001"
    assert actor.path_in(8) is None


def test_a_machine_has_a_name_and_named_permissions() -> None:
    actor = machine("cron", "diary:seal")

    assert actor.may("diary:seal")
    assert not actor.may("campaign:launch")
    assert actor.user_id is None


def test_nobody_may_anything() -> None:
    assert not Actor().may("campaign:see")


def test_bad_input_names_its_fields_and_absence_looks_like_outside() -> None:
    assert BadInput("Chưa đúng.", {"email": "Thiếu."}).problems == {"email": "Thiếu."}
    assert BadInput("Chưa đúng.").problems == {}
    assert "trong phạm vi" in NotFound().sentence


def test_money_is_written_with_dots() -> None:
    assert dong(3_045_000_000) == "3.045.000.000 đ"
