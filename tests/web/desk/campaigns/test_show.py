"""The page of a year, its plan, and what may be done with the whole of it."""

import pytest
from django.test import Client
from django.urls import reverse

from danban.campaigns.models import Assignment, Campaign, Citation, Draft
from danban.campaigns.states import DraftPurpose
from tests.cast import Cast
from tests.web.desk.campaigns.reading_pages import Anchors, queries_of, text_of
from tests.web.entering import enter

VERBS = ("Nhân bản sang năm sau", "Sửa đổi năm này", "Khép lại năm")


def _show(campaign: Campaign) -> str:
    return reverse("desk:campaigns:show", args=[campaign.pk])


def test_everybody_of_the_city_reads_what_the_year_is(village_head: Client, campaign: Campaign) -> None:
    page = text_of(village_head.get(_show(campaign)))

    assert "Hội nghị thôn, tổ dân phố" in page
    assert "Kế hoạch không ghi" in page
    assert "Vì sao?" in page
    assert "17-CT/TU" in page
    assert not [verb for verb in VERBS if verb in page]


def test_the_office_of_the_year_sees_its_verbs(mrs_ha: Client, cast: Cast, campaign: Campaign) -> None:
    page = text_of(mrs_ha.get(_show(campaign)))

    assert [verb for verb in VERBS if verb in page] == list(VERBS)
    assert not [verb for verb in VERBS if verb in text_of(enter(cast, "mr_dung").get(_show(campaign)))]


def test_ones_own_level_comes_first_and_the_rest_is_folded(
    village_head: Client, mrs_ha: Client, campaign: Campaign
) -> None:
    def levels(client: Client) -> list[tuple[str, bool]]:
        shown = client.get(_show(campaign)).context["shown"]
        assert [agenda.is_own for agenda in shown.agendas] == sorted((a.is_own for a in shown.agendas), reverse=True)
        return [(level.name, level.is_own) for level in shown.levels]

    assert levels(village_head)[0] == ("Thôn, tổ dân phố", True)
    assert levels(mrs_ha)[0] == ("Thành phố", True)
    assert [is_own for _, is_own in levels(village_head)].count(True) == 1
    assert text_of(village_head.get(_show(campaign))).count('<details class="fold" open>') == 2


def test_links_inside_the_page_lead_somewhere(mrs_ha: Client, campaign: Campaign) -> None:
    main = text_of(mrs_ha.get(_show(campaign))).split("<main", 1)[1].split("</main>", 1)[0]

    page = Anchors(f"<main{main}")

    assert set(page.inner_links) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_counts_open_the_list_they_count(mrs_ha: Client, campaign: Campaign) -> None:
    page = text_of(mrs_ha.get(_show(campaign)))
    address = f"{reverse('desk:overviews:obligations')}?viec=conference&amp;cap=thon&amp;nam=2023-{campaign.pk}"

    assert address in page
    assert mrs_ha.get(address.replace("&amp;", "&")).status_code == 200


def test_the_plan_is_read_with_its_outline(village_head: Client, campaign: Campaign) -> None:
    answer = village_head.get(reverse("desk:campaigns:show_plan", args=[campaign.pk]))
    main = text_of(answer).split("<main", 1)[1].split("</main>", 1)[0]

    page = Anchors(f"<main{main}")

    assert {"muc-I", "muc-II.1.a", "muc-IV"} <= set(page.ids)
    assert set(page.inner_links) <= set(page.ids)
    assert "II. Nội dung" in page.text


def test_thirty_assignments_more_cost_no_query_more(village_head: Client, campaign: Campaign) -> None:
    before = queries_of(village_head, _show(campaign))
    Assignment.objects.bulk_create(
        Assignment(campaign=campaign, actor=f"Sở {n}", tasks=["Một việc"], position=100 + n) for n in range(30)
    )
    Citation.objects.bulk_create(Citation(campaign=campaign, name=f"Văn bản {n}", position=100 + n) for n in range(30))

    assert queries_of(village_head, _show(campaign)) == before


def test_a_year_is_copied_into_another(mrs_ha: Client, campaign: Campaign) -> None:
    address = reverse("desk:campaigns:clone", args=[campaign.pk])

    first, same = mrs_ha.get(address), mrs_ha.post(address, {"year": "2023"})
    answer = mrs_ha.post(address, {"year": "2024"})

    assert 'value="2024"' in text_of(first)
    assert same.status_code == 422
    assert "Cần một năm khác." in text_of(same)
    draft = Draft.objects.get(purpose=DraftPurpose.CLONE)
    assert answer["Location"] == reverse("desk:campaigns:review", args=[draft.pk])
    assert "Chép từ năm 2023" in text_of(mrs_ha.get(answer["Location"]))


def test_a_year_is_closed_and_opened_again_with_reasons(mrs_ha: Client, campaign: Campaign) -> None:
    close, reopen = (reverse(f"desk:campaigns:{verb}", args=[campaign.pk]) for verb in ("close", "reopen"))

    empty = mrs_ha.post(close, {"reason": ""})
    done = mrs_ha.post(close, {"reason": "Đã tổng kết"})
    page = text_of(mrs_ha.get(_show(campaign)))

    assert empty.status_code == 422
    assert done["Location"] == _show(campaign)
    assert "Đã khép lại" in page
    assert "Mở lại năm" in page
    assert "Sửa đổi năm này" not in page
    assert mrs_ha.post(close, {"reason": "Lần nữa"}).status_code == 409
    assert mrs_ha.get(reopen).status_code == 200
    assert mrs_ha.post(reopen, {"reason": "Còn một đơn vị"})["Location"] == _show(campaign)
    campaign.refresh_from_db()
    assert campaign.closed_at is None


@pytest.mark.parametrize("verb", ["clone", "close", "reopen"])
def test_the_deeds_of_a_year_are_refused_to_others(village_head: Client, campaign: Campaign, verb: str) -> None:
    address = reverse(f"desk:campaigns:{verb}", args=[campaign.pk])

    assert village_head.get(address).status_code == 403
    assert village_head.post(address, {"reason": "Thử", "year": "2024"}).status_code == 403
    assert Draft.objects.count() == 1
