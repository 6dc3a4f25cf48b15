"""Actors carry their permissions and places; money is whole đồng."""

import pytest

from danban.kit.actor import Actor, machine
from danban.kit.money import dong
from danban.kit.refusals import NotYours


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


def test_a_person_called_machine_is_still_a_person() -> None:
    assert not Actor(user_id=7, role="machine").is_machine
    assert machine("cli").is_machine


@pytest.mark.parametrize(
    ("actor", "covered"),
    [
        (Actor(paths={7: "0001"}), {"0001", "00010002"}),
        (Actor(paths={7: ""}), {"", "0001", "00010002", "0002"}),
        (Actor(paths={8: ""}), set()),
        (Actor(), set()),
        (machine("cron"), {"", "0001", "00010002", "0002"}),
    ],
)
def test_an_area_is_the_own_place_and_all_below_it_in_that_tree(actor: Actor, covered: set[str]) -> None:
    assert {path for path in ("", "0001", "00010002", "0002") if actor.covers(7, path)} == covered


@pytest.mark.parametrize(
    ("actor", "below"),
    [
        (Actor(paths={7: "0001"}), {"00010002"}),
        (Actor(paths={7: ""}), {"0001", "00010002", "0002"}),
        (Actor(paths={8: ""}), set()),
        (machine("cron"), {"", "0001", "00010002", "0002"}),
    ],
)
def test_one_stands_above_what_lies_below_ones_own_place(actor: Actor, below: set[str]) -> None:
    assert {path for path in ("", "0001", "00010002", "0002") if actor.stands_above(7, path)} == below


def test_nobody_may_anything() -> None:
    assert not Actor().may("campaign:see")


def test_money_is_written_with_dots() -> None:
    assert dong(3_045_000_000) == "3.045.000.000 đ"
