"""Who holds the posts of units and bodies, and who sits above them."""

from datetime import date, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.accounts import queries
from danban.accounts.models import Account, Appointment
from tests.accounts.factories import make_appointment
from tests.cast import TODAY, Cast


def _names(offices: list[Appointment]) -> list[str]:
    return [office.account.full_name for office in offices]


def test_holders_are_found_by_unit_and_by_body_and_narrowed_by_role(cast: Cast) -> None:
    phuc_xa = cast.places["00001"].unit_id
    committee = cast.bodies["00001", "peoples_committee"].pk

    both = queries.holders_of(unit_ids=[phuc_xa], on=TODAY)
    front = queries.holders_of(unit_ids=[phuc_xa], roles={"commune_front_officer"}, on=TODAY)
    of_body = queries.holders_of(body_ids=[committee], on=TODAY)
    either = queries.holders_of(unit_ids=[cast.places["00004"].unit_id], body_ids=[committee], on=TODAY)

    assert sorted(_names(both)) == ["Hoàng Thị Lan", "Đặng Minh Châu"]
    assert _names(front) == ["Hoàng Thị Lan"]
    assert _names(of_body) == ["Đặng Minh Châu"]
    assert sorted(_names(either)) == ["Đặng Minh Châu", "Đỗ Văn Nam"]
    assert queries.holders_of(on=TODAY) == []
    assert queries.holders_of(unit_ids=[phuc_xa], roles=[], on=TODAY) == []


def test_deputies_count_in_their_days_and_whoever_is_locked_out_or_over_does_not(cast: Cast) -> None:
    principal = cast.offices["phuc_xa"]
    deputy = make_appointment(principal.unit, role=principal.role, starts_on=TODAY, ends_on=TODAY + timedelta(days=3))
    Appointment.objects.filter(pk=deputy.pk).update(stands_in_for=principal)
    make_appointment(principal.unit, role=principal.role, ends_on=TODAY - timedelta(days=1))
    Account.objects.filter(pk=cast.people["phuc_xa_committee"].pk).update(is_active=False)

    def held(on: date) -> list[int]:
        return [office.pk for office in queries.holders_of(unit_ids=[principal.unit_id], on=on)]

    assert held(TODAY) == [principal.pk, deputy.pk]
    assert held(TODAY + timedelta(days=4)) == [principal.pk]


def test_superiors_sit_right_above_and_only_offices_over_others_count(cast: Cast) -> None:
    units = {code: cast.places[code].unit_id for code in ("00001.01", "00001", "001", "01")}

    found = queries.superiors_of(list(units.values()), on=TODAY)

    assert sorted(_names(found[units["00001.01"]])) == ["Hoàng Thị Lan", "Đặng Minh Châu"]
    assert sorted(_names(found[units["00001"]])) == ["Ngô Thanh Tùng", "Phạm Quốc Bảo"]
    assert sorted(_names(found[units["001"]])) == ["Nguyễn Thị Hà", "Trần Văn Dũng"]
    assert found[units["01"]] == []


def test_where_nobody_sits_right_above_the_next_above_is_the_superior(cast: Cast) -> None:
    village = cast.places["00454.01"].unit_id

    assert _names(queries.superiors_of([village], on=TODAY)[village]) == ["Vũ Minh Đức"]
    Appointment.objects.filter(pk=cast.offices["dong_anh"].pk).update(ends_on=TODAY - timedelta(days=1))
    assert sorted(_names(queries.superiors_of([village], on=TODAY)[village])) == ["Nguyễn Thị Hà", "Trần Văn Dũng"]


def test_one_unit_or_all_cost_the_same(cast: Cast) -> None:
    costs = []
    for units in ([cast.places["00001.01"].unit_id], [place.unit_id for place in cast.places.values()]):
        with CaptureQueriesContext(connection) as captured:
            queries.superiors_of(units, on=TODAY)
        costs.append(len(captured))

    assert costs[0] == costs[1] == 4
