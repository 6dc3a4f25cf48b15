"""The demonstration loads whole, both schemes, and only into an empty database."""

from datetime import date

import pytest

from danban.audit.queries import verify_diary
from danban.campaigns.models import Campaign, Obligation
from danban.conferences.models import Conference
from danban.demo.deeds import EVENT, simulate_deeds
from danban.demo.ground import Plot
from danban.demo.load import load_demo
from danban.installation import actions as installation
from danban.installation.queries import clock_offset, is_demo
from danban.kit import clock
from danban.kit.actor import machine
from danban.kit.refusals import NotNow
from danban.units.actions import open_tree
from danban.units.models import Placement, Tree, Unit
from danban.units.queries import list_all_flaws

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock_is_set_back() -> object:
    yield
    clock.set_offset(clock.offset() * 0)


def _load(scheme: str, *, launched: bool = True, day: date | None = None) -> str:
    return load_demo(Plot("small", scheme), day=day, launched=launched, now=clock.now(), progress=lambda *_step: None)


def test_the_year_2023_stands_with_every_obligation_and_what_was_done_by_the_day() -> None:
    said = _load("2023")

    campaign = Campaign.objects.get()
    villages = Placement.objects.filter(level__code="village").count()
    communes = Placement.objects.filter(level__code="commune").count()
    assert campaign.year == 2023
    assert "10/02/2023" in said
    assert Obligation.objects.filter(kind__level__code="village").count() == villages * 9
    assert Obligation.objects.filter(kind__level__code="commune").count() == communes * 11
    done = Obligation.objects.filter(fulfilled_on__isnull=False)
    assert done.exists()
    assert not done.filter(fulfilled_on__gt=date(2023, 2, 10)).exists()
    by = set(done.exclude(kind__level__code="city").values_list("fulfilled_by", flat=True))
    assert by == {
        EVENT, "plan.issued", "briefing.held", "agenda.agreed", "conference.closed", "minutes.confirmed",
        "resolution.issued", "petition.recorded",
    }  # fmt: skip
    _the_conferences_tell_the_same_story()
    assert is_demo()
    assert clock.day_of(clock.now()) == date(2023, 2, 10)
    assert clock_offset() == clock.offset()
    assert verify_diary().holds
    assert not list_all_flaws()


def _the_conferences_tell_the_same_story() -> None:
    """Every village meets once; those held are exactly those whose duty to meet is done; one meets right now."""
    villages = Conference.objects.filter(level__code="village")
    done = Obligation.objects.filter(kind__code="conference", kind__level__code="village", fulfilled_on__isnull=False)
    held = set(villages.filter(status="held").values_list("placement_id", flat=True))
    assert held == set(done.values_list("placement_id", flat=True))
    assert villages.filter(status="opened").count() == 1
    assert villages.values("placement").distinct().count() == villages.count()
    assert not villages.filter(status="held", opinions__isnull=True).exists()


def test_a_day_on_which_nobody_may_meet_plays_no_conference() -> None:
    _load("2023", day=date(2023, 3, 20))

    assert not Conference.objects.filter(status="opened").exists()
    assert Conference.objects.filter(status="held").exists()


def test_today_three_levels_carry_the_same_year_and_villages_keep_their_identity() -> None:
    _load("2026")

    new = Tree.objects.get(ends_on=None)
    levels = set(Placement.objects.filter(tree=new).values_list("level__code", flat=True))
    assert levels == {"city", "commune", "village"}
    villages = Unit.objects.filter(placements__tree=new, placements__level__code="village")
    assert villages.exists()
    assert all(unit.placements.count() == 2 for unit in villages[:20])
    assert Obligation.objects.filter(kind__level__code="village", kind__code="conference").count() == villages.count()
    assert not Obligation.objects.filter(kind__level__code="district").exists()
    assert not list_all_flaws()


def test_without_a_launch_there_is_ground_and_people_but_no_year() -> None:
    _load("2023", launched=False)

    assert Placement.objects.exists()
    assert not Campaign.objects.exists()
    assert clock.day_of(clock.now()) == date(2022, 12, 16)


def test_another_day_shows_another_state_and_the_same_day_the_same() -> None:
    _load("2023", day=date(2023, 1, 15))
    campaign = Campaign.objects.get()

    early = list(simulate_deeds(campaign, today=date(2023, 1, 15)))
    later = list(simulate_deeds(campaign, today=date(2023, 3, 31)))

    assert 0 < len(early) < len(later)
    assert early == list(simulate_deeds(campaign, today=date(2023, 1, 15)))
    assert {deed for deed in later if deed.fulfilled_on <= date(2023, 1, 15)} == set(early)


def test_it_never_goes_into_a_database_that_holds_anything() -> None:
    _load("2023", launched=False)

    with pytest.raises(NotNow, match="đã được nạp"):
        _load("2023")


def test_it_never_goes_into_a_real_installation() -> None:
    installation.mark_real(at=clock.now())

    with pytest.raises(NotNow, match="bản chính thức"):
        _load("2023", launched=False)

    assert not Placement.objects.exists()


def test_it_never_goes_beside_a_tree_somebody_opened() -> None:
    open_tree(
        scheme_code="hanoi-2023", name="Cây thật", starts_on=date(2020, 7, 1), actor=machine("cli", "unit:import"),
        at=clock.now(),
    )  # fmt: skip

    with pytest.raises(NotNow, match="bản chính thức"):
        _load("2023")
