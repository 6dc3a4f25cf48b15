"""The review page: the document beside the year, for its office only."""

import gzip
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from danban.campaigns import actions
from danban.campaigns.models import Draft, DraftItem
from danban.campaigns.states import ItemKind
from tests.cast import AT, Cast
from tests.web.desk.campaigns.reading_pages import Anchors, queries_of, text_of
from tests.web.entering import enter

REAL_PLAN = Path(__file__).resolve().parents[5] / "shared" / "plan-hanoi-2023.txt"


def _address(draft: Draft, query: str = "") -> str:
    return reverse("desk:campaigns:review", args=[draft.pk]) + query


def test_every_line_and_every_mark_can_be_reached_from_the_other(mrs_ha: Client, draft: Draft) -> None:
    page = Anchors(text_of(mrs_ha.get(_address(draft))).split("<main", 1)[1].split("</main>", 1)[0].join(("<main", "")))

    lines = {f"d{pk}" for pk in draft.items.values_list("pk", flat=True)}
    marked = {f"f{pk}" for pk in draft.items.filter(start__isnull=False).values_list("pk", flat=True)}
    assert lines <= set(page.ids)
    assert marked <= set(page.ids)
    assert set(page.inner_links) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_it_says_what_the_year_will_be_and_what_the_plan_leaves_out(mrs_ha: Client, draft: Draft) -> None:
    page = text_of(mrs_ha.get(_address(draft)))

    assert "2 × 5.000.000 đ = 10.000.000 đ" in page
    assert "trùng kỳ nghỉ Tết" in page
    assert "Chưa có trong kế hoạch" in page
    assert "Kế hoạch không ghi" in page
    assert "Xem tóm tắt và phát hành" in page


def test_a_line_dropped_is_struck_through_and_can_be_brought_back(mrs_ha: Client, cast: Cast, draft: Draft) -> None:
    item = draft.items.filter(kind=ItemKind.CITATION)[0]
    actions.drop_item(item.pk, actor=cast.actors["mrs_ha"], at=AT)

    page = text_of(mrs_ha.get(_address(draft)))

    assert f'<li id="d{item.pk}" class="gone">' in page
    assert f'formaction="{_address(draft)}dong/{item.pk}/khoi-phuc/"' in page
    assert f'formaction="{_address(draft)}dong/{item.pk}/bo/"' not in page


def test_only_lines_that_need_a_look_on_demand(mrs_ha: Client, draft: Draft) -> None:
    citation = draft.items.filter(kind=ItemKind.CITATION)[0]
    window = draft.items.filter(kind=ItemKind.MILESTONE, values__code="village-conference")[0]

    page = text_of(mrs_ha.get(_address(draft, "?loc=can-xem")))

    assert f'<li id="d{window.pk}"' in page
    assert f'<li id="d{citation.pk}"' not in page
    assert "Hiện tất cả" in page


@pytest.mark.parametrize(("query", "shown"), [("", "Năm"), ("?phan=van-ban", "Văn bản"), ("?phan=la", "Năm")])
def test_in_a_hand_one_part_is_current(mrs_ha: Client, draft: Draft, query: str, shown: str) -> None:
    page = text_of(mrs_ha.get(_address(draft, query)))

    assert f'aria-current="page">{shown}</a>' in page


def test_a_launched_draft_can_be_read_but_shows_no_buttons(mrs_ha: Client, cast: Cast, draft: Draft) -> None:
    campaign = actions.launch_draft(draft.pk, actor=cast.actors["mrs_ha"], at=AT)

    page = text_of(mrs_ha.get(_address(draft)))

    assert reverse("desk:campaigns:show", args=[campaign.pk]) in page
    assert "formaction" not in page
    assert "Xem tóm tắt và phát hành" not in page


def test_a_department_is_refused_and_other_units_see_nothing(cast: Cast, draft: Draft) -> None:
    assert enter(cast, "culture_department").get(_address(draft)).status_code == 403
    assert enter(cast, "ba_dinh").get(_address(draft)).status_code == 404
    assert enter(cast, "mr_dung").get(_address(draft)).status_code == 200


def test_thirty_lines_more_cost_no_query_more(mrs_ha: Client, draft: Draft) -> None:
    before = queries_of(mrs_ha, _address(draft))
    few = draft.items.count()
    citation = draft.items.filter(kind=ItemKind.CITATION)[0]
    DraftItem.objects.bulk_create(
        DraftItem(draft=draft, kind=ItemKind.CITATION, values=citation.values, position=100 + n) for n in range(30)
    )

    assert draft.items.count() == few + 30
    assert queries_of(mrs_ha, _address(draft)) == before


@pytest.mark.skipif(not REAL_PLAN.exists(), reason="the plan of Hanoi is not on this machine")
def test_the_plan_of_hanoi_fits_a_slow_line(mrs_ha: Client, cast: Cast) -> None:
    draft = actions.read_plan(
        REAL_PLAN.read_bytes(), file_name="ke-hoach.txt", tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT
    )

    page = mrs_ha.get(_address(draft)).content

    assert len(gzip.compress(page)) <= 30 * 1024


@pytest.mark.parametrize("verb", ["drop", "restore"])
def test_the_deeds_of_a_line_are_done_by_posting_only(mrs_ha: Client, draft: Draft, verb: str) -> None:
    item = draft.items.order_by("pk")[0]

    assert mrs_ha.get(reverse(f"desk:campaigns:{verb}", args=[draft.pk, item.pk])).status_code == 405
