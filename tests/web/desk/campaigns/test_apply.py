"""Changing a running year: the difference, then the change, with its reason."""

from django.test import Client
from django.urls import reverse

from danban.campaigns import actions
from danban.campaigns.models import Campaign, Draft, Milestone
from danban.campaigns.states import DraftPurpose
from tests.campaigns.finders import milestone
from tests.cast import AT, Cast
from tests.web.desk.campaigns.reading_pages import text_of
from tests.web.entering import enter


def _amend(mrs_ha: Client, campaign: Campaign) -> Draft:
    answer = mrs_ha.post(reverse("desk:campaigns:draft_amendment", args=[campaign.pk]))
    draft = Draft.objects.get(purpose=DraftPurpose.AMENDMENT)
    assert answer["Location"] == reverse("desk:campaigns:review", args=[draft.pk])
    return draft


def _apply(draft: Draft) -> str:
    return reverse("desk:campaigns:apply", args=[draft.pk])


def test_nothing_changed_is_said(mrs_ha: Client, campaign: Campaign) -> None:
    assert "Chưa có gì khác với năm đang thực hiện." in text_of(mrs_ha.get(_apply(_amend(mrs_ha, campaign))))


def test_a_moved_window_shows_old_and_new_and_moves_when_applied(
    mrs_ha: Client, cast: Cast, campaign: Campaign
) -> None:
    draft = _amend(mrs_ha, campaign)
    line = milestone(draft, "village-conference")
    actions.correct_item(line.pk, values={"due_on": "2023-03-05"}, actor=cast.actors["mrs_ha"], at=AT)

    page = text_of(mrs_ha.get(_apply(draft)))
    answer = mrs_ha.post(_apply(draft), {"reason": "Thành phố cho lùi năm ngày"})

    assert "<del>28/02/2023</del>" in page
    assert "<ins>05/03/2023</ins>" in page
    assert "8 việc chưa xong đổi hạn" in page
    assert answer["Location"] == reverse("desk:campaigns:show", args=[campaign.pk])
    assert f"{Milestone.objects.get(code='village-conference').due_on:%d/%m/%Y}" == "05/03/2023"
    assert "Thành phố cho lùi năm ngày" in text_of(mrs_ha.get(answer["Location"]))
    assert mrs_ha.post(_apply(draft), {"reason": "Bấm lần nữa"}).status_code == 302
    assert campaign.amendments.count() == 1


def test_without_a_reason_nothing_moves(mrs_ha: Client, campaign: Campaign) -> None:
    draft = _amend(mrs_ha, campaign)

    answer = mrs_ha.post(_apply(draft), {"reason": " "})

    assert answer.status_code == 422
    assert "Hãy ghi lý do." in text_of(answer)
    assert not campaign.amendments.exists()


def test_the_draft_of_a_new_year_has_nothing_to_compare(mrs_ha: Client, draft: Draft) -> None:
    assert mrs_ha.get(_apply(draft)).status_code == 409


def test_who_may_launch_but_not_amend_reads_the_difference_only(cast: Cast, mrs_ha: Client, campaign: Campaign) -> None:
    draft = _amend(mrs_ha, campaign)
    mr_dung = enter(cast, "mr_dung")

    assert "Áp dụng sửa đổi" not in text_of(mr_dung.get(_apply(draft)))
    assert mr_dung.post(_apply(draft), {"reason": "Thử"}).status_code == 403
    assert mr_dung.post(reverse("desk:campaigns:draft_amendment", args=[campaign.pk])).status_code == 403
    assert not campaign.amendments.exists()
