"""Reading drafts, campaigns and obligations: who sees them, what they show, what they cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.campaigns import actions, queries
from danban.campaigns.models import Campaign, Draft, Obligation
from danban.campaigns.states import ItemKind
from danban.kit.refusals import NotFound, NotYours
from tests.campaigns.finders import milestone
from tests.campaigns.readings import reading_of
from tests.cast import AT, TODAY, Cast, run_campaign


def test_the_review_page_holds_the_text_its_marks_the_lines_and_their_warnings(cast: Cast, draft: Draft) -> None:
    page = queries.draft_page(cast.actors["mrs_ha"], draft.pk, at=AT)

    assert [group.kind for group in page.groups] == list(ItemKind)
    assert sum(len(group.rows) for group in page.groups) == draft.items.count()
    assert all(0 <= mark.start < mark.end <= len(page.reading.text) for mark in page.marks)
    assert [mark.start for mark in page.marks] == sorted(mark.start for mark in page.marks)
    window = next(row for row in page.groups[0].rows if row.item.values["code"] == "village-conference")
    assert {warning.code for warning in window.warnings} == {"overlaps_tet", "one_night"}
    assert page.summary == queries.launch_summary(draft)


@pytest.mark.parametrize(
    ("who", "verbs"),
    [
        ("mrs_ha", ("review", "retitle", "launch", "discard")),
        ("mr_dung", ("review", "retitle", "launch", "discard")),
    ],
)
def test_the_page_offers_exactly_what_the_rules_allow(
    cast: Cast, draft: Draft, who: str, verbs: tuple[str, ...]
) -> None:
    assert queries.draft_page(cast.actors[who], draft.pk, at=AT).verbs == verbs


def test_an_amendment_is_applied_by_the_movement_board_alone(cast: Cast, campaign: Campaign) -> None:
    amendment = actions.draft_amendment(campaign.pk, actor=cast.actors["mrs_ha"], at=AT)

    assert queries.draft_page(cast.actors["mrs_ha"], amendment.pk, at=AT).verbs == ("review", "apply", "discard")
    assert queries.draft_page(cast.actors["mr_dung"], amendment.pk, at=AT).verbs == ("review", "discard")


def test_a_launched_draft_offers_nothing_more(cast: Cast, draft: Draft, campaign: Campaign) -> None:
    assert queries.draft_page(cast.actors["mrs_ha"], draft.pk, at=AT).verbs == ()


def test_drafts_are_seen_by_their_own_office(cast: Cast, draft: Draft) -> None:
    line = milestone(draft, "report")

    assert queries.item_for(cast.actors["mr_dung"], line.pk).draft == draft
    assert [d.pk for d in queries.list_drafts(cast.actors["mr_dung"])] == [draft.pk]
    assert not queries.list_drafts(cast.actors["ba_dinh"]).exists()
    with pytest.raises(NotYours):
        queries.draft_for(cast.actors["culture_department"], draft.pk)
    for who in ("ba_dinh", "stranger"):
        with pytest.raises(NotFound):
            queries.draft_for(cast.actors[who], draft.pk)
        with pytest.raises(NotFound):
            queries.item_for(cast.actors[who], line.pk)
    with pytest.raises(NotFound):
        queries.item_for(cast.actors["mrs_ha"], 0)


def test_the_review_page_costs_the_same_for_few_and_many_lines(cast: Cast, draft: Draft) -> None:
    ha = cast.actors["mrs_ha"]

    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            queries.draft_page(ha, draft.pk, at=AT)
        return len(captured)

    many = cost()
    draft.items.filter(position__gt=0).exclude(kind=ItemKind.MILESTONE).delete()

    assert cost() == many


def test_lists_cost_the_same_for_three_and_thirty(cast: Cast) -> None:
    ha = cast.actors["mrs_ha"]

    def cost(total: int) -> int:
        while Draft.objects.count() < total:
            actions.start_draft(reading_of("Kế hoạch nhỏ năm 2023"), tree_id=cast.tree.pk, actor=ha, at=AT)
        with CaptureQueriesContext(connection) as captured:
            assert len(queries.list_drafts(ha)) == total
        return len(captured)

    assert cost(3) == cost(30) == 1


def test_the_list_of_years_counts_what_is_owed_and_done(cast: Cast, campaign: Campaign) -> None:
    actions.fulfil_obligations(
        campaign_id=campaign.pk, placement_id=cast.places["001"].pk, kind_code="plan", event="plan.issued",
        on=TODAY, actor=cast.actors["ba_dinh"], at=AT,
    )  # fmt: skip

    (only,) = queries.list_campaigns(cast.actors["phuc_xa"])

    assert only == campaign
    assert (vars(only)["owed"], vars(only)["fulfilled"]) == (140, 2)
    assert not queries.list_campaigns(cast.actors["stranger"]).exists()


def test_the_page_of_a_year_shows_what_its_plan_fixed(cast: Cast, campaign: Campaign) -> None:
    page = queries.campaign_page(cast.actors["mrs_ha"], campaign.pk, at=AT)

    assert len(page.milestones) == page.summary.milestones == 5
    assert [m.due_on for m in page.milestones] == sorted(m.due_on for m in page.milestones)
    assert [rule.level.code for rule in page.grants] == ["district", "commune"]
    assert page.verbs == ("amend", "clone", "close")
    assert queries.campaign_page(cast.actors["phuc_xa"], campaign.pk, at=AT).verbs == ()
    actions.close_campaign(campaign.pk, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)
    assert queries.campaign_page(cast.actors["mrs_ha"], campaign.pk, at=AT).verbs == ("clone", "reopen")
    with pytest.raises(NotFound):
        queries.campaign_page(cast.actors["stranger"], campaign.pk, at=AT)


def test_an_obligation_shows_the_words_of_the_plan_its_day_and_its_history(cast: Cast, campaign: Campaign) -> None:
    owed = Obligation.objects.get(placement=cast.places["00001.01"], kind__code="public_conduct")
    actions.fulfil_obligations(
        campaign_id=campaign.pk, placement_id=owed.placement_id, kind_code="public_conduct", event="conference.held",
        on=TODAY, actor=cast.actors["head_of_group_1"], at=AT,
    )  # fmt: skip

    page = queries.obligation_page(cast.actors["head_of_group_1"], owed.pk)

    assert page.excerpt == "- Đánh giá việc thực hiện Quy tắc ứng xử nơi công cộng."
    assert page.clause.path == "II.1.a"
    assert [place.name for place in page.above] == ["Quận Ba Đình", "Phường Phúc Xá"]
    assert [entry.event for entry in page.history] == ["obligation.fulfilled"]
    assert any("28/02/2023" in step for step in page.steps)


def test_an_obligation_outside_the_area_is_as_if_absent(cast: Cast, campaign: Campaign) -> None:
    owed = Obligation.objects.get(placement=cast.places["00001.01"], kind__code="agenda")

    for who in ("dong_anh", "truc_bach", "stranger"):
        with pytest.raises(NotFound):
            queries.obligation_page(cast.actors[who], owed.pk)


def test_without_a_draft_the_excerpt_is_the_clause_itself(cast: Cast) -> None:
    run_campaign(cast)
    owed = Obligation.objects.filter(placement=cast.places["00001"]).order_by("pk")[0]

    assert queries.obligation_page(cast.actors["phuc_xa"], owed.pk).excerpt == ""


def test_only_an_amendment_differs(cast: Cast, draft: Draft) -> None:
    assert queries.difference(draft).changes == ()
