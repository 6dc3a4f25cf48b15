"""Whoever wants one mail a day gets one mail a day, with everything in it that could wait."""

from datetime import date, timedelta
from typing import Any

import pytest

from danban.kit import clock
from danban.kit.actor import machine
from danban.kit.refusals import NotYours
from danban.notices.actions import Sending, cancel_notice, gather_waiting, send_waiting, tell
from danban.notices.models import Notice
from danban.notices.states import Channel, Digest, NoticeStatus
from tests.cast import AT, Cast
from tests.notices.conftest import route_mail
from tests.notices.factories import give_phone, make_notice, recipients, wish
from tests.notices.post_office import MailServer, free_port

MACHINE = machine("send-notices")
MORNING = clock.moment(date(2023, 2, 11), 7)


def _gather(at: Any = MORNING) -> int:
    return gather_waiting(actor=MACHINE, at=at)


def _told(cast: Cast, fact: str, **values: Any) -> None:
    told: dict[str, Any] = {"topic": "plan", "subject": f"Tin {fact}", "body": f"Nội dung {fact}."}
    tell(recipients(cast.offices["phuc_xa"]), fact=fact, **told | {"at": AT} | values)


def test_the_day_s_notices_leave_in_one_mail_at_seven(cast: Cast, mail: MailServer) -> None:
    wish(cast.people["phuc_xa"], digest=Digest.DAILY)
    for fact in ("một", "hai", "ba"):
        _told(cast, fact)
    assert _gather(AT) == 0
    assert send_waiting(actor=MACHINE, at=AT) == Sending()

    assert _gather() == 3
    assert _gather() == 0
    assert send_waiting(actor=MACHINE, at=MORNING) == Sending(seen=1, sent=1)

    text = mail.mails[0].get_content().replace("\r\n", "\n")
    assert mail.mails[0]["Subject"].strip() == "[Phường Phúc Xá] 3 tin đến sáng 11/02/2023"
    assert "1. Tin một\nNội dung một." in text
    assert "3. Tin ba\nNội dung ba." in text
    assert "https://danban.example.vn/hop-tin/\n" in text
    mails = Notice.objects.filter(channel=Channel.EMAIL).order_by("pk")
    assert {mail.status for mail in mails} == {NoticeStatus.SENT}
    assert [mail.gathered_in_id for mail in mails] == [mails[3].pk] * 3 + [None]
    assert {mail.sent_at for mail in mails} == {MORNING}


def test_what_is_urgent_does_not_wait_for_the_mail_of_the_day(cast: Cast, mail: MailServer) -> None:
    wish(cast.people["phuc_xa"], digest=Digest.DAILY)
    _told(cast, "gấp", is_urgent=True)

    assert _gather(AT) == 0
    assert send_waiting(actor=MACHINE, at=AT) == Sending(seen=1, sent=1)


def test_what_comes_after_the_mail_of_the_day_waits_for_the_next(cast: Cast, mail: MailServer) -> None:
    wish(cast.people["phuc_xa"], digest=Digest.DAILY)
    _told(cast, "một")
    _gather()
    late = make_notice(cast.people["phuc_xa"], at=MORNING)

    assert _gather(MORNING + timedelta(minutes=1)) == 1
    assert _gather(MORNING + timedelta(minutes=1)) == 0

    late.refresh_from_db()
    assert late.gathered_in_id is None
    assert late.not_before == MORNING + timedelta(days=1, minutes=1)
    assert Notice.objects.filter(topic="digest").count() == 1


def test_mails_and_text_messages_are_gathered_apart_and_people_too(cast: Cast) -> None:
    for key, number in (("phuc_xa", "1"), ("truc_bach", "2")):
        wish(cast.people[key], digest=Digest.DAILY, by_sms=True)
        give_phone(cast.people[key], f"+8491234567{number}")
        make_notice(cast.people[key], at=MORNING)
        make_notice(cast.people[key], at=MORNING, channel=Channel.SMS)
    make_notice(cast.people["ba_dinh"], at=MORNING)

    assert _gather() == 4

    assert Notice.objects.filter(topic="digest").count() == 4
    assert Notice.objects.filter(gathered_in__isnull=True).exclude(topic="digest").count() == 1


def test_when_the_mail_of_the_day_cannot_leave_what_it_gathers_waits_with_it(cast: Cast, settings: Any) -> None:
    wish(cast.people["phuc_xa"], digest=Digest.DAILY)
    _told(cast, "một")
    route_mail(settings, free_port())
    _gather()

    assert send_waiting(actor=MACHINE, at=MORNING) == Sending(seen=1, postponed=1)

    assert set(Notice.objects.filter(channel=Channel.EMAIL).values_list("status", flat=True)) == {NoticeStatus.WAITING}
    digest = Notice.objects.get(topic="digest")
    cancel_notice(digest.pk, actor=cast.actors["mrs_ha"], at=MORNING)
    mails = Notice.objects.filter(channel=Channel.EMAIL)
    assert set(mails.values_list("status", flat=True)) == {NoticeStatus.CANCELLED}


def test_a_demonstration_keeps_the_mail_of_the_day_with_what_it_gathers(cast: Cast, settings: Any) -> None:
    settings.DEMO = True
    wish(cast.people["phuc_xa"], digest=Digest.DAILY)
    _told(cast, "một")
    _gather()

    assert send_waiting(actor=MACHINE, at=MORNING) == Sending(seen=1, kept=1)

    assert set(Notice.objects.filter(channel=Channel.EMAIL).values_list("status", flat=True)) == {NoticeStatus.KEPT}


def test_only_the_machine_gathers(cast: Cast) -> None:
    wish(cast.people["phuc_xa"], digest=Digest.DAILY)
    make_notice(cast.people["phuc_xa"], at=MORNING)

    with pytest.raises(NotYours):
        gather_waiting(actor=cast.actors["mrs_ha"], at=MORNING)

    assert not Notice.objects.filter(topic="digest").exists()
