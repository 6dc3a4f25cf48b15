"""Launching a year gives every village and commune its conference."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign, Draft
from danban.conferences import actions
from danban.conferences.models import Conference, ConferencePlace
from danban.kit.refusals import NotYours
from tests.campaigns.readings import reading_of
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast


def _draft(cast: Cast) -> Draft:
    return campaigns.start_draft(reading_of(), tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT)


def test_every_village_and_commune_has_its_row_and_a_second_launch_adds_none(cast: Cast) -> None:
    draft = _draft(cast)
    campaign = actions.launch_year(draft.pk, actor=cast.actors["mrs_ha"], at=AT)

    assert Conference.objects.filter(campaign=campaign).count() == 12
    assert ConferencePlace.objects.filter(campaign=campaign).count() == 12
    assert {one.level.code for one in Conference.objects.select_related("level")} == {"village", "commune"}
    with no_trace("conferences", "campaigns"):
        assert actions.launch_year(draft.pk, actor=cast.actors["mrs_ha"], at=AT) == campaign


def test_who_may_not_launch_makes_nothing(cast: Cast) -> None:
    draft = _draft(cast)
    with no_trace("conferences", "campaigns"), pytest.raises(NotYours):
        actions.launch_year(draft.pk, actor=cast.actors["culture_department"], at=AT)
    assert not Campaign.objects.exists()


def test_the_conferences_cost_a_few_statements(cast: Cast) -> None:
    """Twelve here, 6,000 in the city: in bulk."""
    draft = _draft(cast)
    campaigns.launch_draft(draft.pk, actor=cast.actors["mrs_ha"], at=AT)
    with CaptureQueriesContext(connection) as seen:
        actions.launch_year(draft.pk, actor=cast.actors["mrs_ha"], at=AT)
    wrote = [row["sql"] for row in seen if row["sql"].startswith("INSERT") and "conferences_" in row["sql"]]
    assert len(wrote) == 2
