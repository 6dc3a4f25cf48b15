"""The dry run and the launch."""

from django.test import Client
from django.urls import reverse

from danban.campaigns import actions
from danban.campaigns.models import Campaign, Draft, Obligation
from danban.campaigns.queries import launch_summary
from danban.campaigns.states import ItemKind
from danban.kit.vietnamese import number
from tests.cast import AT, Cast
from tests.web.desk.campaigns.reading_pages import text_of
from tests.web.entering import enter


def _address(draft: Draft) -> str:
    return reverse("desk:campaigns:launch", args=[draft.pk])


def test_the_dry_run_names_the_exact_numbers_and_writes_nothing(mrs_ha: Client, draft: Draft) -> None:
    expected = launch_summary(draft).obligations

    page = text_of(mrs_ha.get(_address(draft)))

    assert f"Phát hành năm 2023: giao {number(expected)} việc cho 15 đơn vị" in page
    assert "6 × 5.000.000 đ = 30.000.000 đ" in page
    assert "trùng kỳ nghỉ Tết" in page
    assert not Campaign.objects.exists()


def test_launching_twice_makes_one_year(mrs_ha: Client, draft: Draft) -> None:
    expected = launch_summary(draft).obligations

    first, second = mrs_ha.post(_address(draft)), mrs_ha.post(_address(draft))

    campaign = Campaign.objects.get()
    assert first["Location"] == second["Location"] == reverse("desk:campaigns:show", args=[campaign.pk])
    assert Obligation.objects.count() == expected
    assert "đã phát hành" in text_of(mrs_ha.get(first["Location"]))


def test_a_draft_with_problems_says_them_and_offers_no_button(mrs_ha: Client, cast: Cast, draft: Draft) -> None:
    for item in draft.items.filter(kind=ItemKind.DUTY):
        actions.drop_item(item.pk, actor=cast.actors["mrs_ha"], at=AT)

    page, answer = text_of(mrs_ha.get(_address(draft))), mrs_ha.post(_address(draft))

    assert "Chưa phát hành được" in page
    assert "Phát hành năm 2023: giao" not in page
    assert answer.status_code == 422
    assert not Campaign.objects.exists()


def test_a_launched_draft_leads_to_its_year(mrs_ha: Client, draft: Draft, campaign: Campaign) -> None:
    page = text_of(mrs_ha.get(_address(draft)))

    assert reverse("desk:campaigns:show", args=[campaign.pk]) in page
    assert "Bước cuối" not in page


def test_a_draft_is_discarded_after_asking(mrs_ha: Client, draft: Draft) -> None:
    address = reverse("desk:campaigns:discard", args=[draft.pk])

    assert "Chưa đơn vị nào nhận việc" in text_of(mrs_ha.get(address))
    assert mrs_ha.post(address)["Location"] == reverse("desk:campaigns:index")
    assert mrs_ha.post(address).status_code == 409
    assert mrs_ha.post(_address(draft)).status_code == 409
    assert not Campaign.objects.exists()


def test_name_year_and_theme_are_changed_on_their_page(mrs_ha: Client, draft: Draft) -> None:
    address = reverse("desk:campaigns:retitle", args=[draft.pk])

    bad = mrs_ha.post(address, {"year": "hai nghìn", "name": "Tên vừa gõ", "theme": ""})
    good = mrs_ha.post(address, {"year": "2024", "name": "Hội nghị năm 2024", "theme": "Kỷ cương"})

    assert bad.status_code == 422
    assert "Tên vừa gõ" in text_of(bad)
    assert good["Location"] == reverse("desk:campaigns:review", args=[draft.pk])
    draft.refresh_from_db()
    assert (draft.year, draft.name, draft.theme) == (2024, "Hội nghị năm 2024", "Kỷ cương")


def test_others_are_refused_and_nothing_is_written(cast: Cast, draft: Draft) -> None:
    for name, status in (("culture_department", 403), ("ba_dinh", 404), ("head_of_group_1", 404)):
        assert enter(cast, name).get(_address(draft)).status_code == status, name
        assert enter(cast, name).post(_address(draft)).status_code == status, name

    assert not Campaign.objects.exists()
