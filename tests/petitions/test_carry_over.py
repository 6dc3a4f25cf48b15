"""What is open when a new year begins returns by itself, with its whole way."""

from datetime import date, timedelta

import pytest

from danban.campaigns.models import Campaign
from danban.kit.actor import machine
from danban.kit.refusals import NotFound, NotYours
from danban.petitions import actions
from danban.petitions.models import Petition
from danban.units.models import Body, Placement, Succession, Tree, Unit
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import answered, routed, said

NEXT = AT + timedelta(days=330)


@pytest.fixture
def next_year(cast: Cast, campaign: Campaign) -> Campaign:
    """The year 2024 over the same tree."""
    return Campaign.objects.create(tree=cast.tree, year=campaign.year + 1, name="Năm 2024", launched_at=NEXT)


def test_open_ones_stand_in_the_new_books_and_done_ones_stay(cast: Cast, lamp: Petition, next_year: Campaign) -> None:
    waiting, done = routed(cast, said(cast, lamp.campaign)), said(cast, lamp.campaign)
    answered(cast, routed(cast, done))
    due = waiting.answer_due_on

    assert actions.carry_over(next_year.pk, actor=cast.actors["mrs_ha"], at=NEXT) == 2
    for one in (lamp, waiting, done):
        one.refresh_from_db()
    assert (lamp.book, lamp.campaign, lamp.carried) == (next_year, lamp.campaign, 1)
    assert (waiting.book, waiting.status, waiting.answer_due_on) == (next_year, "routed", due)
    assert (done.book, done.carried) == (done.campaign, 0)
    assert waiting.steps.order_by("-pk")[0].verb == "carry_over"
    with no_trace("petitions"):
        assert actions.carry_over(next_year.pk, actor=machine("x"), at=NEXT) == 0


def test_after_a_merger_they_follow_their_village_and_are_sorted_anew(cast: Cast, lamp: Petition) -> None:
    """Phúc Xá ends; its village lives on in a new ward, Tổ dân phố số 2 goes into number 1."""
    gone = said(cast, lamp.campaign, code="00001.02", who="phuc_xa")
    routed(cast, lamp)
    tree = Tree.objects.create(scheme=cast.tree.scheme, name="Cây mới", starts_on=date(2024, 1, 1))
    city = _place(cast, tree, cast.places["01"].unit, None, "01", cast.places["01"])
    ward = _place(cast, tree, Unit.objects.create(name="Phường Hồng Hà"), city, "00002", cast.places["001"])
    below = _place(cast, tree, Unit.objects.create(name="Khối"), ward, "00003", cast.places["00001"])
    village = _place(cast, tree, lamp.seat.unit, below, "00003.01", lamp.seat)
    Succession.objects.create(from_unit=gone.seat.unit, to_unit=lamp.seat.unit, on=date(2024, 1, 1), share="full")
    Body.objects.filter(unit=cast.places["00001"].unit).update(ends_on=date(2023, 12, 31))
    year = Campaign.objects.create(tree=tree, year=2024, name="Năm 2024", launched_at=NEXT)

    assert actions.carry_over(year.pk, actor=machine("x"), at=NEXT) == 2
    for one in (lamp, gone):
        one.refresh_from_db()
        assert (one.seat, one.holder, one.body, one.at_3) == (village, below, None, village.pk)
    assert (lamp.status, lamp.clock_from) == ("classified", None)
    assert lamp.village != lamp.seat, "where it was said never changes"


def _place(cast: Cast, tree: Tree, unit: Unit, above: Placement | None, code: str, like: Placement) -> Placement:
    path = f"{above.path if above else ''}{'001' if above else ''}"
    ids = [above.at_1, above.at_2, above.at_3] if above else [None, None, None]
    place = Placement.objects.create(
        tree=tree, unit=unit, parent=above, level=like.level, kind=like.kind, path=like.path, code=code, name=unit.name,
        folded=code, sort_key=code, at_1=ids[0], at_2=ids[1], at_3=ids[2],
    )  # fmt: skip
    if like.depth and path:
        setattr(place, f"at_{like.depth}", place.pk)
        place.save()
    return place


def test_a_village_does_not_and_a_year_that_is_not_there_is_not_found(
    cast: Cast, lamp: Petition, next_year: Campaign
) -> None:
    assert lamp.pk
    with no_trace("petitions"):
        with pytest.raises(NotYours):
            actions.carry_over(next_year.pk, actor=cast.actors["head_of_group_1"], at=NEXT)
        with pytest.raises(NotFound):
            actions.carry_over(0, actor=cast.actors["mrs_ha"], at=NEXT)
