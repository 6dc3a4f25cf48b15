"""What waits is sent in batches through real servers, each notice once, and a failure is tried again later."""

from datetime import date, timedelta
from typing import Any

import pytest

from danban.accounts.models import Account, Appointment
from danban.audit.models import Entry
from danban.installation.actions import mark_demo
from danban.kit import clock
from danban.kit.actor import machine
from danban.kit.refusals import NotYours
from danban.notices.actions import Sending, send_waiting
from danban.notices.actions.send_waiting import BATCH, CLAIM, GIVEN_UP
from danban.notices.channels.email import NO_ADDRESS, UNREACHABLE
from danban.notices.channels.screen import DEMO, NO_MAIL, NO_SMS
from danban.notices.models import Notice
from danban.notices.rules.timing import WAITS
from danban.notices.states import Channel, NoticeStatus
from tests.cast import AT, Cast
from tests.notices.conftest import route_mail
from tests.notices.factories import give_phone, make_notice, wish
from tests.notices.post_office import MailServer, MessageService, ear, free_port

MACHINE = machine("send-notices")


def _send(at: Any = AT) -> Sending:
    return send_waiting(actor=MACHINE, at=at)


def test_a_letter_arrives_with_its_unit_its_diacritics_and_a_way_on(cast: Cast, mail: MailServer) -> None:
    notice = make_notice(
        cast.people["phuc_xa"], appointment=cast.offices["phuc_xa"], subject="Hội nghị thôn, tổ dân phố còn 7 ngày",
        body="Việc “Tổ chức hội nghị” đến hạn ngày 28/02/2023.",
    )  # fmt: skip

    assert _send() == Sending(seen=1, sent=1)

    letter = mail.mails[0]
    assert mail.recipients == ["phuc.xa@example.vn"]
    assert letter["Subject"].strip() == "[Phường Phúc Xá] Hội nghị thôn, tổ dân phố còn 7 ngày"
    assert letter["From"] == "Dân Bàn <danban@hanoi.example.vn>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Message-ID"] == f"<danban.notice.{notice.pk}@hanoi.example.vn>"
    assert letter.get_content_type() == "text/plain"
    text = letter.get_content()
    assert "Kính gửi: Hoàng Thị Lan (Hoàng Thị Lan, Phường Phúc Xá)" in text
    assert "Việc “Tổ chức hội nghị” đến hạn ngày 28/02/2023." in text
    assert f"https://danban.example.vn/hop-tin/{notice.pk}/" in text
    notice.refresh_from_db()
    assert (notice.status, notice.sent_at, notice.tries, notice.error) == (NoticeStatus.SENT, AT, 1, "")
    assert Entry.objects.order_by("-pk")[0].changes == {"sent": 1, "kept": 0, "failed": 0}
    assert _send() == Sending()


def test_the_address_of_the_office_comes_before_the_person_s_own(cast: Cast, mail: MailServer) -> None:
    office = cast.offices["phuc_xa"]
    Appointment.objects.filter(pk=office.pk).update(work_email="mttq@phucxa.example.vn")
    make_notice(cast.people["phuc_xa"], appointment=office)

    _send()

    assert mail.recipients == ["mttq@phucxa.example.vn"]


def test_a_refused_recipient_is_given_up_and_the_next_letter_still_leaves(cast: Cast, mail: MailServer) -> None:
    mail.refusals["phuc.xa@example.vn"] = "550 5.1.1 <phuc.xa@example.vn> unknown"
    refused, fine = make_notice(cast.people["phuc_xa"]), make_notice(cast.people["truc_bach"])

    assert _send() == Sending(seen=2, sent=1, failed=1)

    refused.refresh_from_db()
    fine.refresh_from_db()
    assert refused.status == NoticeStatus.FAILED
    assert refused.error == "Máy chủ thư không nhận địa chỉ người nhận (mã 550)."
    assert fine.status == NoticeStatus.SENT
    assert mail.sessions == 1, "a batch goes through one connection"


@pytest.mark.parametrize(
    ("answer", "status"), [("451 try later", NoticeStatus.WAITING), ("554 no thanks", NoticeStatus.FAILED)]
)
def test_what_the_server_says_after_the_text_decides_whether_to_try_again(
    cast: Cast, mail: MailServer, answer: str, status: str
) -> None:
    mail.after_text = answer
    notice = make_notice(cast.people["phuc_xa"])

    _send()

    notice.refresh_from_db()
    assert notice.status == status
    assert answer[:3] in notice.error


def test_a_server_that_is_down_is_tried_again_with_growing_waits_and_then_given_up(cast: Cast, settings: Any) -> None:
    route_mail(settings, free_port())
    notice = make_notice(cast.people["phuc_xa"])
    moments = [AT]

    for wait in WAITS:
        assert _send(moments[-1]) == Sending(seen=1, postponed=1)
        notice.refresh_from_db()
        assert (notice.status, notice.error) == (NoticeStatus.WAITING, UNREACHABLE)
        assert _send(moments[-1]) == Sending(), "it waits"
        moments.append(moments[-1] + wait)
        assert notice.not_before == moments[-1]

    assert _send(moments[-1]) == Sending(seen=1, failed=1)
    notice.refresh_from_db()
    assert (notice.status, notice.tries, notice.error) == (NoticeStatus.FAILED, 5, UNREACHABLE)


def test_a_letter_that_failed_leaves_once_the_server_is_back(cast: Cast, settings: Any, mail: MailServer) -> None:
    settings.EMAIL_PORT = free_port()
    notice = make_notice(cast.people["phuc_xa"])
    _send()
    settings.EMAIL_PORT = mail.port

    assert _send(AT + WAITS[0]) == Sending(seen=1, sent=1)

    notice.refresh_from_db()
    assert (notice.status, notice.error, notice.tries) == (NoticeStatus.SENT, "", 2)


def test_nobody_is_written_to_at_night_even_if_the_letter_was_due_in_the_evening(cast: Cast, mail: MailServer) -> None:
    evening, night = clock.moment(date(2023, 2, 10), 20, 59), clock.moment(date(2023, 2, 10), 21, 5)
    notice = make_notice(cast.people["phuc_xa"], at=evening)
    urgent = make_notice(cast.people["truc_bach"], at=evening, is_urgent=True)

    assert _send(night) == Sending(seen=2, sent=1)

    notice.refresh_from_db()
    urgent.refresh_from_db()
    assert urgent.status == NoticeStatus.SENT
    assert (notice.status, notice.tries) == (NoticeStatus.WAITING, 0)
    assert notice.not_before == clock.moment(date(2023, 2, 11), 6, 30)


def test_somebody_without_an_address_any_more_is_not_tried_again(
    cast: Cast, mail: MailServer, sms: MessageService
) -> None:
    Account.objects.filter(pk=cast.people["phuc_xa"].pk).update(email=None, phone="+842438253536")
    by_mail = make_notice(cast.people["phuc_xa"])
    by_sms = make_notice(cast.people["phuc_xa"], channel=Channel.SMS)

    assert _send() == Sending(seen=2, failed=2)

    by_mail.refresh_from_db()
    by_sms.refresh_from_db()
    assert by_mail.error == NO_ADDRESS
    assert by_sms.error == "Người nhận không còn số di động."
    assert not mail.mails
    assert not sms.asked


def test_what_is_in_the_inbox_or_not_due_yet_stays_where_it_is(cast: Cast, mail: MailServer) -> None:
    make_notice(cast.people["phuc_xa"], channel=Channel.INBOX, status=NoticeStatus.SENT, sent_at=AT)
    make_notice(cast.people["phuc_xa"], not_before=AT + timedelta(minutes=1))
    make_notice(cast.people["phuc_xa"], status=NoticeStatus.CANCELLED)

    assert _send() == Sending()
    assert not mail.mails


def test_many_letters_leave_in_batches(cast: Cast, mail: MailServer) -> None:
    for _ in range(BATCH + 5):
        make_notice(cast.people["phuc_xa"])

    assert _send() == Sending(seen=BATCH, sent=BATCH)
    assert _send() == Sending(seen=5, sent=5)
    assert _send() == Sending()
    assert len({mail["Message-ID"] for mail in mail.mails}) == BATCH + 5


def test_what_another_worker_has_claimed_comes_back_only_after_a_while(cast: Cast, mail: MailServer) -> None:
    notice = make_notice(cast.people["phuc_xa"], not_before=AT + CLAIM, tries=1)

    assert _send() == Sending()
    assert _send(AT + CLAIM) == Sending(seen=1, sent=1)

    notice.refresh_from_db()
    assert notice.tries == 2


def test_a_letter_whose_senders_die_every_time_is_given_up(cast: Cast, mail: MailServer) -> None:
    notice = make_notice(cast.people["phuc_xa"], tries=5)

    assert _send() == Sending(seen=1, failed=1)

    notice.refresh_from_db()
    assert (notice.status, notice.error) == (NoticeStatus.FAILED, GIVEN_UP)
    assert not mail.mails


def test_a_text_message_arrives_as_json_with_its_token(cast: Cast, sms: MessageService) -> None:
    give_phone(cast.people["head_of_group_1"])
    notice = make_notice(
        cast.people["head_of_group_1"], channel=Channel.SMS, appointment=cast.offices["head_of_group_1"],
        subject='Còn 1 ngày: “Hội nghị"',
    )  # fmt: skip

    assert _send() == Sending(seen=1, sent=1)

    link = f"https://danban.example.vn/hop-tin/{notice.pk}/"
    assert sms.asked == [{"to": "+84912345678", "text": f'Tổ dân phố số 1: Còn 1 ngày: “Hội nghị". {link}'}]
    assert sms.headers[0]["Authorization"] == "Bearer ma-thu"


@pytest.mark.parametrize(
    ("status", "left"),
    [(400, NoticeStatus.FAILED), (404, NoticeStatus.FAILED), (401, NoticeStatus.WAITING), (429, NoticeStatus.WAITING),
     (503, NoticeStatus.WAITING)],
)  # fmt: skip
def test_what_the_service_answers_decides_whether_to_try_again(
    cast: Cast, sms: MessageService, status: int, left: str
) -> None:
    sms.status = status
    give_phone(cast.people["phuc_xa"])
    notice = make_notice(cast.people["phuc_xa"], channel=Channel.SMS)

    _send()

    notice.refresh_from_db()
    assert (notice.status, notice.error) == (left, f"Dịch vụ tin nhắn trả lời mã {status}.")


def test_a_service_that_leads_elsewhere_has_not_taken_the_message(cast: Cast, sms: MessageService) -> None:
    sms.status, sms.location = 302, sms.url
    give_phone(cast.people["phuc_xa"])
    notice = make_notice(cast.people["phuc_xa"], channel=Channel.SMS)

    _send()

    notice.refresh_from_db()
    assert notice.status == NoticeStatus.WAITING
    assert len(sms.asked) == 1


def test_a_service_that_is_down_is_tried_again(cast: Cast, settings: Any) -> None:
    settings.SMS_URL = f"http://127.0.0.1:{free_port()}/"
    give_phone(cast.people["phuc_xa"])
    make_notice(cast.people["phuc_xa"], channel=Channel.SMS)

    assert _send() == Sending(seen=1, postponed=1)


@pytest.mark.parametrize("mark", ["setting", "database"])
def test_a_demonstration_keeps_everything_and_nobody_hears_a_thing(cast: Cast, settings: Any, mark: str) -> None:
    give_phone(cast.people["phuc_xa"])
    by_mail = make_notice(cast.people["phuc_xa"])
    by_sms = make_notice(cast.people["phuc_xa"], channel=Channel.SMS)
    if mark == "setting":
        settings.DEMO = True
    else:
        mark_demo(offset=timedelta(0), at=AT)

    with ear() as (mail_port, mail_heard), ear() as (sms_port, sms_heard):
        route_mail(settings, mail_port)
        settings.SMS_URL = f"http://127.0.0.1:{sms_port}/"
        assert _send() == Sending(seen=2, kept=2)

    assert not mail_heard
    assert not sms_heard
    for notice in (by_mail, by_sms):
        notice.refresh_from_db()
        assert (notice.status, notice.error, notice.sent_at) == (NoticeStatus.KEPT, DEMO, None)


def test_the_ear_of_these_tests_does_hear(cast: Cast, settings: Any) -> None:
    settings.EMAIL_TIMEOUT = 0.5
    make_notice(cast.people["phuc_xa"])

    with ear() as (port, heard):
        route_mail(settings, port)
        _send()

    assert heard


def test_without_a_way_out_a_notice_stays_on_the_screen_and_says_why(cast: Cast, settings: Any) -> None:
    settings.EMAIL_BACKEND, settings.SMS_URL = "django.core.mail.backends.dummy.EmailBackend", ""
    by_mail = make_notice(cast.people["phuc_xa"])
    by_sms = make_notice(cast.people["phuc_xa"], channel=Channel.SMS)

    assert _send() == Sending(seen=2, kept=2)

    by_mail.refresh_from_db()
    by_sms.refresh_from_db()
    assert (by_mail.error, by_sms.error) == (NO_MAIL, NO_SMS)


def test_only_the_machine_sends_and_a_person_leaves_no_trace(cast: Cast, mail: MailServer) -> None:
    notice = make_notice(cast.people["phuc_xa"])

    with pytest.raises(NotYours, match="máy chủ tự gửi"):
        send_waiting(actor=cast.actors["mrs_ha"], at=AT)

    notice.refresh_from_db()
    assert (notice.status, notice.tries) == (NoticeStatus.WAITING, 0)
    assert not Entry.objects.exists()


def test_a_notice_cancelled_while_its_letter_is_on_the_way_stays_cancelled(
    cast: Cast, mail: MailServer, settings: Any
) -> None:
    notice = make_notice(cast.people["phuc_xa"])
    wish(cast.people["phuc_xa"])
    settings.EMAIL_BACKEND = "tests.notices.slow_backend.CancelsMeanwhile"

    assert _send().seen == 1

    notice.refresh_from_db()
    assert Notice.objects.get().status == NoticeStatus.CANCELLED
