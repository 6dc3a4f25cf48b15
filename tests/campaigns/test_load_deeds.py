"""Bringing in what was done, in bulk."""

from datetime import timedelta

import pytest

from danban.audit.models import Entry
from danban.campaigns import actions
from danban.campaigns.actions import Deed
from danban.campaigns.models import Campaign, Obligation
from danban.kit.refusals import BadInput, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast


def test_deeds_are_written_by_place_or_by_obligation_with_one_diary_entry(cast: Cast, campaign: Campaign) -> None:
    ha, entries = cast.actors["mrs_ha"], Entry.objects.count()
    plan = Obligation.objects.get(placement=cast.places["001"], kind__code="plan")
    deeds = [
        Deed(TODAY, "conference.held", placement_id=place.pk, kind_code="conference")
        for place in cast.places.values()
        if place.level.code == "village"
    ]

    done = actions.load_deeds(campaign.pk, [*deeds, Deed(TODAY, "plan.issued", obligation_id=plan.pk)], actor=ha, at=AT)

    assert done == 9
    assert Obligation.objects.filter(fulfilled_by="conference.held").count() == 8
    assert Entry.objects.count() == entries + 1
    assert last_event() == ("deeds.loaded", "campaign", campaign.pk)


def test_loading_again_changes_nothing_that_was_done(cast: Cast, campaign: Campaign) -> None:
    deed = Deed(TODAY, "plan.issued", placement_id=cast.places["001"].pk, kind_code="plan")
    actions.load_deeds(campaign.pk, [deed], actor=cast.actors["mrs_ha"], at=AT)

    assert actions.load_deeds(campaign.pk, [deed], actor=cast.actors["mrs_ha"], at=AT) == 0


def test_one_bad_row_and_nothing_is_written(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    good = Deed(TODAY, "plan.issued", placement_id=cast.places["001"].pk, kind_code="plan")
    late = Deed(TODAY + timedelta(days=1), "plan.issued", placement_id=cast.places["017"].pk, kind_code="plan")

    with no_trace():
        for bad in (late, Deed(TODAY, "plan.issued", kind_code="plan"), Deed(TODAY, "plan.issued", obligation_id=-1)):
            with pytest.raises(BadInput):
                actions.load_deeds(campaign.pk, [good, bad], actor=ha, at=AT)


def test_others_are_refused(cast: Cast, campaign: Campaign) -> None:
    with no_trace(), pytest.raises(NotYours):
        actions.load_deeds(campaign.pk, [], actor=cast.actors["ba_dinh"], at=AT)
