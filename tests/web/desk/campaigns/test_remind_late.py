"""From a list of late things, or one of them, to a reminder: see whom it reaches, change the words, one button."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.campaigns.models import Campaign, Obligation, Reminder
from danban.notices.models import Notice
from danban.notices.states import Channel
from tests.cast import AT, Cast, run_campaign
from tests.overviews.growing import add_villages

WORDS = {"words": "Đề nghị gửi kế hoạch trước thứ Sáu."}


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    """Everything happens on the day of the cast."""
    with time_machine.travel(AT, tick=False):
        yield


def _page(campaign: Campaign) -> str:
    return reverse("desk:campaigns:remind_late", args=[campaign.pk])


def test_the_list_of_late_things_leads_to_the_reminder_and_back(cast: Cast, client: Client) -> None:
    campaign = run_campaign(cast)
    client.force_login(cast.people["ba_dinh"])

    late = client.get("/viec/", {"tinh_trang": "qua-han", "viec": "plan"}).content.decode()
    place: int = cast.places["001"].pk
    assert f"{_page(campaign)}?don_vi={place}&amp;viec=plan" in late
    assert "Đôn đốc 2 việc quá hạn" in late

    before = client.get(f"{_page(campaign)}?don_vi={place}&viec=plan").content.decode()
    assert "2 việc quá hạn ở 2 đơn vị" in before
    assert "3 người giữ vị trí" in before
    assert "Đôn đốc 2 đơn vị quá hạn" in before

    done = client.post(f"{_page(campaign)}?don_vi={place}&viec=plan", WORDS, follow=True).content.decode()

    assert "Đã đôn đốc 2 việc quá hạn: 3 người được báo." in done
    assert "Đôn đốc 2 việc" not in done, "once a day"
    told = Notice.objects.get(account=cast.people["phuc_xa"], channel=Channel.INBOX)
    assert told.body.startswith(WORDS["words"])


def test_the_matrix_leads_there_too(cast: Cast, client: Client) -> None:
    campaign = run_campaign(cast)
    client.force_login(cast.people["ba_dinh"])

    page = client.get("/ma-tran/", {"cap": "xa"}).content.decode()

    assert f"{_page(campaign)}?don_vi={cast.places['001'].pk}&amp;cap=xa" in page


def test_one_obligation_is_reminded_of_and_its_page_remembers(cast: Cast, client: Client) -> None:
    campaign = run_campaign(cast)
    owed = Obligation.objects.get(kind__code="plan", placement=cast.places["00001"])
    client.force_login(cast.people["ba_dinh"])
    page = reverse("desk:overviews:obligation", args=[owed.pk])
    assert f"{_page(campaign)}?so={owed.pk}" in client.get(page).content.decode()

    done = client.post(f"{_page(campaign)}?so={owed.pk}", WORDS, follow=True)

    assert done.redirect_chain == [(page, 302)]
    text = done.content.decode()
    assert "Cấp trên đôn đốc" in text
    assert "Phạm Quốc Bảo, Quận Ba Đình: 2 người được báo" in text
    assert f"?so={owed.pk}" not in text
    assert Reminder.objects.count() == 1


def test_whoever_may_not_remind_sees_no_button_and_what_is_not_late_has_none(cast: Cast, client: Client) -> None:
    campaign = run_campaign(cast)
    late = Obligation.objects.get(kind__code="plan", placement=cast.places["00001"])
    soon = Obligation.objects.get(kind__code="conference", placement=cast.places["00001"])

    client.force_login(cast.people["phuc_xa"])
    assert "don-doc" not in client.get(reverse("desk:overviews:obligation", args=[late.pk])).content.decode()
    client.force_login(cast.people["culture_department"])
    assert "don-doc" not in client.get("/viec/", {"tinh_trang": "qua-han"}).content.decode()
    assert client.get(_page(campaign)).status_code == 403
    client.force_login(cast.people["ba_dinh"])
    assert "don-doc" not in client.get(reverse("desk:overviews:obligation", args=[soon.pk])).content.decode()


def test_too_few_words_come_back_with_the_form_filled(cast: Cast, client: Client) -> None:
    campaign = run_campaign(cast)
    client.force_login(cast.people["ba_dinh"])

    answer = client.post(_page(campaign), {"words": "Nhanh"})

    assert answer.status_code == 422
    assert "Lời đôn đốc cần từ 10 đến 1000 ký tự." in answer.content.decode()
    assert ">Nhanh</textarea>" in answer.content.decode().replace("\n", "")
    assert not Reminder.objects.exists()


def test_where_nothing_is_late_or_nobody_sits_the_page_says_so(cast: Cast, client: Client) -> None:
    campaign = run_campaign(cast)
    client.force_login(cast.people["mrs_ha"])

    nothing = client.get(_page(campaign), {"viec": "synthesis"}).content.decode()
    nobody = client.get(_page(campaign), {"don_vi": cast.places["00454"].pk}).content.decode()

    assert "Không có việc nào quá hạn để đôn đốc ở đây." in nothing
    assert "Chưa có ai giữ vị trí ở các đơn vị này" in nobody
    assert "Xã Xuân Nộn" in nobody


def test_a_second_press_on_the_same_day_is_refused_with_a_sentence(cast: Cast, client: Client) -> None:
    campaign = run_campaign(cast)
    client.force_login(cast.people["ba_dinh"])
    client.post(_page(campaign), WORDS)

    again = client.post(_page(campaign), WORDS)

    assert again.status_code == 409
    assert "đã được đôn đốc trong hôm nay" in again.content.decode()


def test_many_late_units_cost_as_many_queries_as_few(cast: Cast, client: Client) -> None:
    campaign = run_campaign(cast)
    Obligation.objects.update(due_on=date(2023, 1, 1))
    client.force_login(cast.people["mrs_ha"])

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(_page(campaign), {"cap": "thon"}).status_code == 200
        return len(asked)

    queries()  # the first page of a process asks more
    few = queries()
    added = add_villages(cast, campaign, 30)
    Obligation.objects.filter(placement__in=added).update(due_on=date(2023, 1, 1))
    assert queries() == few
