"""One form for what people sign in with; who sees whom; roles as a table."""

from hypothesis import given
from hypothesis import strategies as st

from danban.accounts import exports, rules
from danban.accounts.models import Appointment
from danban.accounts.roles import ROLES, name_of, permissions_of
from danban.kit.refusals import NotFound
from tests.cast import AT, Cast


@given(st.text(max_size=40))
def test_normal_forms_are_stable_and_never_fail(text: str) -> None:
    once = rules.normal_identifier(text)

    assert rules.normal_identifier(once) == once


def test_a_list_of_offices_and_the_rule_for_one_always_agree(cast: Cast) -> None:
    for actor in cast.actors.values():
        seen = set(Appointment.objects.visible_to(actor).values_list("pk", flat=True))
        for office in cast.offices.values():
            try:
                rules.check_can_see(actor, office, at=AT)
            except NotFound:
                assert office.pk not in seen
            else:
                assert office.pk in seen


def test_every_permission_reads_thing_and_verb_and_unknown_roles_have_none() -> None:
    for code, role in ROLES.items():
        assert role.code == code
        assert role.level in {"city", "district", "commune", "village"}
        assert all(permission.count(":") == 1 for permission in role.permissions)
    assert permissions_of("king") == frozenset()
    assert name_of("king") == "king"


def test_the_diary_is_read_at_the_city_and_villages_give_no_offices_and_no_cards() -> None:
    def levels(permission: str) -> set[str]:
        return {role.level for role in ROLES.values() if permission in role.permissions}

    assert levels("diary:see") == {"city"}
    assert levels("appointment:appoint") == levels("card:issue") == {"city", "district", "commune"}


def test_offices_are_the_city_s_to_give_everywhere_and_others_only_below_themselves(cast: Cast) -> None:
    def codes(who: str) -> set[str]:
        return {code for code, place in cast.places.items() if rules.is_below(cast.actors[who], place)}

    assert codes("mrs_ha") == set(cast.places)
    assert codes("ba_dinh") == {"00001", "00004", "00001.01", "00001.02", "00004.01", "00004.02"}
    assert codes("phuc_xa") == {"00001.01", "00001.02"}
    assert codes("head_of_group_1") == set()


def test_the_permission_table_has_a_line_for_every_role_and_a_column_for_every_permission() -> None:
    lines = exports.permissions_table().splitlines()

    assert len(lines) == 2 + len(ROLES)
    assert len({line.count("|") for line in lines}) == 1
    auditor = next(line for line in lines if "`auditor`" in line)
    assert auditor.count("●") == len(ROLES["auditor"].permissions)
