"""The first page of the room."""

from django.test import Client
from django.urls import reverse

from danban.campaigns import actions
from danban.campaigns.models import Campaign, Draft
from tests.campaigns.readings import reading_of
from tests.cast import AT, Cast
from tests.web.desk.campaigns.reading_pages import queries_of, text_of

PAGE = reverse("desk:campaigns:index")


def test_before_the_first_plan_it_says_what_to_do(mrs_ha: Client, village_head: Client) -> None:
    ours, theirs = text_of(mrs_ha.get(PAGE)), text_of(village_head.get(PAGE))

    assert "Nạp kế hoạch" in ours
    assert "Chưa có năm nào được phát hành." in theirs
    assert "Nạp kế hoạch" not in theirs


def test_drafts_are_for_their_office_and_years_for_everybody(
    mrs_ha: Client, village_head: Client, cast: Cast, campaign: Campaign
) -> None:
    actions.start_draft(reading_of(), tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT)

    ours, theirs = text_of(mrs_ha.get(PAGE)), text_of(village_head.get(PAGE))

    assert "Bản nháp đang rà soát" in ours
    assert "Bản nháp" not in theirs
    assert reverse("desk:campaigns:show", args=[campaign.pk]) in theirs


def test_thirty_drafts_cost_as_many_queries_as_three(mrs_ha: Client, cast: Cast, draft: Draft) -> None:
    for _ in range(2):
        actions.start_draft(reading_of(), tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT)
    few = queries_of(mrs_ha, PAGE)
    copies = Draft.objects.in_bulk()
    for _ in range(9):
        for copy in copies.values():
            copy.pk = None
            copy.save()

    assert Draft.objects.count() == 30
    assert queries_of(mrs_ha, PAGE) == few
