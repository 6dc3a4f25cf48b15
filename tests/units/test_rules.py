"""Who may do what to the tree, as a table."""

from collections.abc import Callable
from datetime import date

import pytest

from danban.kit.actor import Actor, machine
from danban.kit.refusals import NotFound, NotYours, Refused, is_allowed
from danban.units import rules
from tests.cast import AT, Cast

Rule = Callable[[Actor, Cast], None]

KEEP: dict[str, Rule] = {
    "load_scheme": lambda who, _: rules.check_can_load_scheme(who, at=AT),
    "open": lambda who, _: rules.check_can_open(who, at=AT),
    "close": lambda who, cast: rules.check_can_close(who, cast.tree, on=date(2025, 6, 30), at=AT),
    "import": lambda who, cast: rules.check_can_import(who, cast.tree, at=AT),
    "establish": lambda who, _: rules.check_can_establish(who, at=AT),
    "establish_in": lambda who, cast: rules.check_can_establish_in(who, cast.places["001"].unit, at=AT),
    "record": lambda who, cast: rules.check_can_record(who, cast.tree, cast.tree, at=AT),
    "check": lambda who, cast: rules.check_can_check(who, cast.tree, at=AT),
    "end": lambda who, cast: rules.check_can_end(
        who, cast.bodies["001", "front_committee"], on=date(2025, 6, 30), at=AT
    ),
}


def _refusal(rule: Rule, who: Actor, cast: Cast) -> type[Refused] | None:
    try:
        rule(who, cast)
    except Refused as refusal:
        return type(refusal)
    return None


@pytest.mark.parametrize("rule", list(KEEP.values()), ids=list(KEEP))
def test_the_tree_is_kept_by_the_movement_board_and_by_machines_told_to(cast: Cast, rule: Rule) -> None:
    assert _refusal(rule, cast.actors["mrs_ha"], cast) is None
    assert _refusal(rule, machine("job", "unit:import", "unit:check"), cast) is None
    assert _refusal(rule, machine("job"), cast) is NotYours
    for name in ("mr_dung", "culture_department", "ba_dinh", "dong_anh", "phuc_xa", "head_of_group_1", "stranger"):
        assert _refusal(rule, cast.actors[name], cast) is NotYours


@pytest.mark.parametrize(
    ("name", "code", "refusal"),
    [
        ("mrs_ha", "01", None),
        ("mr_dung", "017", None),
        ("ba_dinh", "001", None),
        ("ba_dinh", "00001.01", None),
        ("ba_dinh", "01", NotFound),
        ("ba_dinh", "017", NotFound),
        ("phuc_xa", "00004", NotFound),
        ("head_of_group_1", "00001.01", NotYours),
        ("culture_department", "01", NotYours),
        ("stranger", "01", NotFound),
    ],
)
def test_lists_are_taken_out_of_the_own_area(cast: Cast, name: str, code: str, refusal: type[Refused] | None) -> None:
    def rule(who: Actor, cast: Cast) -> None:
        rules.check_can_export(who, cast.places[code], at=AT)

    assert _refusal(rule, cast.actors[name], cast) is refusal


def test_a_permission_in_another_tree_is_none_here(cast: Cast) -> None:
    elsewhere = Actor(user_id=1, permissions=frozenset({"unit:import", "unit:check"}), paths={cast.tree.pk + 1: ""})

    assert _refusal(KEEP["import"], elsewhere, cast) is NotYours
    assert _refusal(KEEP["check"], elsewhere, cast) is NotYours
    assert _refusal(KEEP["establish_in"], elsewhere, cast) is NotFound
    assert not is_allowed(rules.check_can_import, elsewhere, cast.tree, at=AT)
    assert not is_allowed(rules.check_can_check, elsewhere, cast.tree, at=AT)


def test_whoever_holds_an_office_sees_units_and_a_stranger_does_not(cast: Cast) -> None:
    seeing = {name for name, actor in cast.actors.items() if is_allowed(rules.check_can_see, actor)}

    assert seeing == set(cast.actors) - {"stranger"}
