"""The outbox: what left, what did not and why, as whoever gets it sees it."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.kit.actor import machine
from danban.notices.actions import send_waiting, tell
from danban.notices.models import Notice
from danban.notices.states import Channel, NoticeStatus
from tests.cast import AT, Cast
from tests.notices.factories import give_phone, make_notice, recipients, wish

OUTBOX = "/tin-da-gui/"


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    """Everything happens on the day of the cast."""
    with time_machine.travel(AT, tick=False):
        yield


def _entered(cast: Cast, client: Client, who: str = "mr_dung") -> Client:
    client.force_login(cast.people[who])
    return client


def test_the_list_counts_states_and_narrows_to_them(cast: Cast, client: Client) -> None:
    make_notice(cast.people["phuc_xa"], subject="Tin chờ")
    make_notice(cast.people["phuc_xa"], subject="Tin hỏng", status=NoticeStatus.FAILED, error="Không nối được.")
    make_notice(cast.people["phuc_xa"], subject="Tin nhắn", channel=Channel.SMS, topic="plan")
    make_notice(cast.people["phuc_xa"], subject="Trong hộp", channel=Channel.INBOX)
    _entered(cast, client)

    everything = client.get(OUTBOX).content.decode()
    failed = client.get(OUTBOX, {"tinh_trang": "failed"}).content.decode()
    by_sms = client.get(OUTBOX, {"cach": "sms", "ve": "plan"}).content.decode()
    inbox = client.get(OUTBOX, {"cach": "inbox"}).content.decode()

    assert 'Chờ gửi <span class="num small">2</span>' in everything
    assert 'Gửi không được <span class="num small">1</span>' in everything
    assert "Trong hộp" not in everything
    assert "Tin hỏng" in failed
    assert "Không nối được." in failed
    assert "Tin chờ" not in failed
    assert "Tin nhắn" in by_sms
    assert "Tin chờ" not in by_sms
    assert "Trong hộp" in inbox


def test_in_a_demonstration_it_is_the_screen_that_keeps_mails_and_messages(
    cast: Cast, client: Client, settings: Any
) -> None:
    settings.DEMO = True
    give_phone(cast.people["phuc_xa"])
    wish(cast.people["phuc_xa"], by_sms=True)
    people = recipients(cast.offices["phuc_xa"], cast.offices["truc_bach"])
    tell(people, fact="a", topic="plan", subject="Kế hoạch đã ban hành", body="Đã ban hành.", about=("plan", 3), at=AT)
    send_waiting(actor=machine("send-notices"), at=AT)
    _entered(cast, client)

    page = client.get(OUTBOX).content.decode()
    text = Notice.objects.get(channel=Channel.SMS)
    mail = Notice.objects.get(channel=Channel.EMAIL, account=cast.people["phuc_xa"])
    as_text = client.get(reverse("desk:notices:sent", args=[text.pk])).content.decode()
    as_mail = client.get(reverse("desk:notices:sent", args=[mail.pk])).content.decode()

    assert "Bản trình diễn không gửi gì ra ngoài" in page
    assert 'Giữ lại trên màn hình <span class="num small">3</span>' in page
    assert "0912 345 678" in as_text
    assert "Phường Phúc Xá: Kế hoạch đã ban hành." in as_text
    assert "[Phường Phúc Xá] Kế hoạch đã ban hành" in as_mail
    assert "phuc.xa@example.vn" in as_mail
    assert "Kính gửi: Hoàng Thị Lan" in as_mail
    for name in ("Hoàng Thị Lan", "Đỗ Văn Nam"):
        assert name in as_mail, "everybody who was told the same"


def test_what_failed_is_tried_again_and_what_waits_is_stopped(cast: Cast, client: Client) -> None:
    failed = make_notice(cast.people["phuc_xa"], status=NoticeStatus.FAILED, tries=5)
    _entered(cast, client)
    assert "Gửi lại" in client.get(reverse("desk:notices:sent", args=[failed.pk])).content.decode()

    again = client.post(reverse("desk:notices:retry", args=[failed.pk]), follow=True).content.decode()
    stopped = client.post(reverse("desk:notices:cancel", args=[failed.pk]), follow=True).content.decode()

    assert "chậm nhất một phút nữa" in again
    assert "Gửi lại" not in again
    assert "Đã hủy." in stopped
    failed.refresh_from_db()
    assert failed.status == NoticeStatus.CANCELLED


def test_a_button_pressed_twice_answers_with_a_sentence(cast: Cast, client: Client) -> None:
    sent = make_notice(cast.people["phuc_xa"], status=NoticeStatus.SENT, sent_at=AT)
    _entered(cast, client)

    again = client.post(reverse("desk:notices:retry", args=[sent.pk]))
    stopped = client.get(reverse("desk:notices:cancel", args=[sent.pk]))

    assert again.status_code == stopped.status_code == 409
    assert "Đã gửi" in again.content.decode()


def test_only_who_sees_to_it_that_notices_leave_opens_the_outbox(cast: Cast, client: Client) -> None:
    page = _entered(cast, client).get("/tong-quan/")
    assert 'href="/tin-da-gui/"' in page.content.decode()

    _entered(cast, client, "ba_dinh")
    assert client.get(OUTBOX).status_code == 403
    assert 'href="/tin-da-gui/"' not in client.get("/hop-tin/").content.decode()


def test_a_full_outbox_costs_as_many_queries_as_a_short_one_and_pages_keep_the_filter(
    cast: Cast, client: Client
) -> None:
    _entered(cast, client)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(OUTBOX, {"tinh_trang": "waiting"}).status_code == 200
        return len(asked)

    for _ in range(3):
        make_notice(cast.people["phuc_xa"])
    queries()  # the first page of a process asks more
    few = queries()
    for _ in range(57):
        make_notice(cast.people["phuc_xa"])
    assert queries() == few
    assert "?trang=2&amp;tinh_trang=waiting" in client.get(OUTBOX, {"tinh_trang": "waiting"}).content.decode()
