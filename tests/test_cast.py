"""The cast itself stands as its docstring says."""

from danban.campaigns.models import Obligation
from danban.units.models import Placement
from tests.cast import Cast, run_campaign


def test_the_small_city_has_fifteen_units_and_every_actor_sees_only_its_area(cast: Cast) -> None:
    assert len(cast.places) == 15

    seen = {name: Placement.objects.visible_to(actor).count() for name, actor in cast.actors.items()}

    assert seen["mrs_ha"] == 15
    assert seen["ba_dinh"] == 7
    assert seen["phuc_xa"] == 3
    assert seen["head_of_group_1"] == 1
    assert seen["stranger"] == 0


def test_a_running_year_gives_every_unit_what_it_owes(cast: Cast) -> None:
    run_campaign(cast)

    assert Obligation.objects.count() == 6 + 8 + 4 + 14
    assert Obligation.objects.visible_to(cast.actors["phuc_xa"]).count() == 3 + 2 * 2
