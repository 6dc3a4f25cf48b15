"""Launching the cloned next year brings what is open along."""

from datetime import timedelta

from danban.campaigns import actions as campaigns
from danban.conferences.models import Conference
from danban.petitions import actions, queries
from tests.campaigns.readings import reading_of
from tests.cast import AT, Cast
from tests.petitions.factories import said


def test_it_stands_first_on_the_draft_agenda_of_the_cloned_next_year(cast: Cast) -> None:
    ha, later = cast.actors["mrs_ha"], AT + timedelta(days=300)
    draft = campaigns.start_draft(reading_of(), tree_id=cast.tree.pk, actor=ha, at=AT)
    lamp = said(cast, campaigns.launch_draft(draft.pk, actor=ha, at=AT))
    clone = campaigns.clone_campaign(lamp.campaign_id, year=2024, actor=ha, at=later)
    year = actions.launch_year(clone.pk, actor=ha, at=later)

    conference = Conference.objects.get(campaign=year, placement=lamp.seat)
    assert queries.open_for_agenda(cast.actors["head_of_group_1"], conference) == (lamp,)
    ward = Conference.objects.get(campaign=year, placement=cast.places["00001"])
    assert queries.open_for_agenda(cast.actors["phuc_xa"], ward) == (lamp,)
    other = Conference.objects.get(campaign=year, placement=cast.places["00001.02"])
    assert queries.open_for_agenda(cast.actors["phuc_xa"], other) == ()
