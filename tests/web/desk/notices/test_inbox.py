"""The inbox: new things first, one touch from a notice to its thing, a bell that counts."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.campaigns.models import Obligation
from danban.notices.actions import mark_read, tell
from danban.notices.models import Notice
from danban.notices.states import Channel
from danban.notices.texts import INBOX_PATH, PREFERENCE_PATH, path_of
from danban.web.desk.notices.addresses import THINGS, thing_of
from tests.accounts.factories import make_appointment
from tests.cast import AT, Cast, run_campaign
from tests.notices.factories import recipients

INBOX = "/hop-tin/"


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    """Everything happens on the day of the cast."""
    with time_machine.travel(AT, tick=False):
        yield


def _told(cast: Cast, fact: str, subject: str, **values: object) -> Notice:
    told = {"topic": "plan", "body": "Nội dung của tin.", "at": AT} | values
    tell(recipients(cast.offices["phuc_xa"]), fact=fact, subject=subject, **told)  # type: ignore[arg-type]
    return Notice.objects.get(fact=fact, channel=Channel.INBOX)


def test_the_addresses_in_letters_are_those_of_the_pages() -> None:
    assert reverse("desk:notices:inbox") == INBOX_PATH
    assert reverse("desk:notices:show", args=[7]) == path_of(7)
    assert reverse("desk:notices:set_preference") == PREFERENCE_PATH


@pytest.mark.parametrize("kind", sorted(THINGS))
def test_every_kind_of_thing_has_a_page(kind: str) -> None:
    notice = Notice(subject_type=kind, subject_id=7)

    assert "/7/" in thing_of(notice)


def test_unread_notices_come_first_day_by_day(cast: Cast, client: Client) -> None:
    old = _told(cast, "a", "Tin thứ nhất")
    mark_read(old.pk, actor=cast.actors["phuc_xa"], at=AT)
    _told(cast, "b", "Tin thứ hai", at=AT - timedelta(days=1))
    _told(cast, "c", "Tin thứ ba", is_urgent=True)
    client.force_login(cast.people["phuc_xa"])

    page = client.get(INBOX).content.decode()

    assert page.index("Tin thứ ba") < page.index("Tin thứ hai") < page.index("Tin thứ nhất")
    assert "2 tin chưa đọc" in page
    assert "Kế hoạch · Phường Phúc Xá" in page
    assert "Gấp" in page
    assert page.count("Nội dung của tin.") == 2


def test_opening_a_notice_reads_it_and_leads_to_its_thing(cast: Cast, client: Client) -> None:
    run_campaign(cast)
    owed = Obligation.objects.get(kind__code="plan", placement=cast.places["00001"])
    notice = _told(cast, "a", "Ban hành kế hoạch", about=("obligation", owed.pk))
    client.force_login(cast.people["phuc_xa"])

    answer = client.post(reverse("desk:notices:mark_read", args=[notice.pk]))

    assert answer.headers["Location"] == reverse("desk:overviews:obligation", args=[owed.pk])
    notice.refresh_from_db()
    assert notice.read_at is not None
    assert "0 tin" not in client.get(INBOX).content.decode()


def test_a_notice_may_lead_to_a_list_or_nowhere(cast: Cast, client: Client) -> None:
    listed = _told(cast, "a", "Nhiều việc", href="/viec-cua-toi/", about=("obligation", 1))
    alone = _told(cast, "b", "Chỉ để biết", about=("weather", 1))
    client.force_login(cast.people["phuc_xa"])

    to_list = client.post(reverse("desk:notices:mark_read", args=[listed.pk]))
    nowhere = client.post(reverse("desk:notices:mark_read", args=[alone.pk]))

    assert to_list.headers["Location"] == "/viec-cua-toi/"
    assert nowhere.headers["Location"] == path_of(alone.pk)
    page = client.get(nowhere.headers["Location"]).content.decode()
    assert "Chỉ để biết" in page
    assert "Mở việc này" not in page


def test_a_notice_told_for_another_office_changes_to_that_office(cast: Cast, client: Client) -> None:
    second = make_appointment(cast.places["00004"].unit, account=cast.people["phuc_xa"], role="commune_front_officer")
    tell(recipients(second), fact="a", topic="plan", subject="Tin", body="Tin.", href="/viec-cua-toi/", at=AT)
    notice = Notice.objects.get(channel=Channel.INBOX)
    client.force_login(cast.people["phuc_xa"])
    assert "Phường Phúc Xá" in client.get(INBOX).content.decode()

    client.post(reverse("desk:notices:mark_read", args=[notice.pk]))

    page = client.get(INBOX).content.decode()
    assert '<div class="place"><b>Phường Trúc Bạch</b>' in page
    assert f"Bạn đang làm việc ở vị trí: {second.title}." in page


def test_the_link_of_a_mail_opens_the_notice_without_reading_it(cast: Cast, client: Client) -> None:
    _told(cast, "a", "Tin trong thư", about=("obligation", 1))
    mailed = Notice.objects.get(channel=Channel.EMAIL)
    client.force_login(cast.people["phuc_xa"])

    page = client.get(path_of(mailed.pk)).content.decode()

    assert "Nội dung của tin." in page
    assert "Mở việc này" in page
    assert not Notice.objects.filter(read_at__isnull=False).exists()


def test_everything_is_marked_as_read_with_one_button_that_then_disappears(cast: Cast, client: Client) -> None:
    _told(cast, "a", "Tin")
    client.force_login(cast.people["phuc_xa"])
    assert "Đánh dấu đã đọc hết" in client.get(INBOX).content.decode()

    done = client.post(reverse("desk:notices:mark_all_read"), follow=True).content.decode()

    assert "Đã đánh dấu đọc 1 tin." in done
    assert "Đánh dấu đã đọc hết" not in done


def test_nobody_opens_the_notice_of_another(cast: Cast, client: Client) -> None:
    notice = _told(cast, "a", "Tin riêng")
    client.force_login(cast.people["mrs_ha"])

    assert client.get(path_of(notice.pk)).status_code == 404
    assert client.post(reverse("desk:notices:mark_read", args=[notice.pk])).status_code == 404
    assert "Tin riêng" not in client.get(INBOX).content.decode()


def test_the_bell_counts_what_is_new_on_every_page_and_says_so_in_words(cast: Cast, client: Client) -> None:
    client.force_login(cast.people["phuc_xa"])
    assert 'aria-label="Hộp tin"' in client.get("/tai-khoan/").content.decode()
    for number in range(101):
        _told(cast, f"fact:{number}", "Tin")

    page = client.get("/tai-khoan/").content.decode()

    assert 'aria-label="Hộp tin, hơn 99 tin chưa đọc"' in page
    assert "99+" in page


def test_somebody_without_an_office_still_has_an_inbox(cast: Cast, client: Client) -> None:
    client.force_login(cast.stranger)

    page = client.get(INBOX)

    assert page.status_code == 200
    assert "Chưa có tin nào." in page.content.decode()


def test_a_full_inbox_costs_as_many_queries_as_a_short_one(cast: Cast, client: Client) -> None:
    client.force_login(cast.people["phuc_xa"])

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(INBOX).status_code == 200
        return len(asked)

    for number in range(3):
        _told(cast, f"few:{number}", "Tin")
    queries()  # the first page of a process asks more
    few = queries()
    for number in range(40):
        _told(cast, f"many:{number}", "Tin", at=AT - timedelta(days=number))
    assert queries() == few
    assert "trong 43 tin" in client.get(INBOX).content.decode()
