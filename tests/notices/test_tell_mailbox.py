"""A mailbox that is nobody's account is told a fact once, with the files that go with it."""

import hashlib
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from danban.documents.actions import keep_file
from danban.installation.actions import mark_demo
from danban.kit import kept
from danban.kit.actor import machine
from danban.kit.refusals import BadInput
from danban.notices.actions import Attachment, gather_waiting, retry_notice, send_waiting, tell_mailbox
from danban.notices.channels.email import NO_FILE
from danban.notices.models import Notice
from danban.notices.queries.outbox import who_was_told
from danban.notices.states import NoticeStatus
from tests.cast import AT, Cast
from tests.notices.factories import make_notice
from tests.notices.post_office import MailServer

MAILBOX = "bptr.mttqhn@example.vn"
NAME = "03_KHLT-UBND-UBMTTQ Kế hoạch tổ chức hội nghị đại biểu Nhân dân ở Phúc Xá.pdf"
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 400 + b"\n%%EOF"


def _attached(content: bytes = PDF) -> Attachment:
    file = keep_file(content, name=NAME, media_type="application/pdf", at=AT)
    return Attachment(NAME, file.media_type, file.sha256)


def _tell(address: str = MAILBOX, **changed: Any) -> bool:
    asked: dict[str, Any] = {
        "fact": "document:7:sent", "topic": "document", "subject": "03/KHLT-UBND-UBMTTQ: Kế hoạch tổ chức hội nghị",
        "body": "Phường Phúc Xá gửi văn bản kèm theo.", "href": "/kiem-tra/abcdefghjk/", "about": ("document", 7),
        "at": AT,
    }  # fmt: skip
    return tell_mailbox(address, **asked | changed)


def test_the_file_arrives_byte_for_byte_under_its_vietnamese_name(cast: Cast, mail: MailServer) -> None:
    assert _tell(attachments=[_attached()])

    assert send_waiting(actor=machine("send-notices"), at=AT).sent == 1

    letter = mail.mails[0]
    assert mail.recipients == [MAILBOX]
    assert letter["Subject"].strip() == "03/KHLT-UBND-UBMTTQ: Kế hoạch tổ chức hội nghị"
    body = letter.get_body()
    assert body is not None
    text = body.get_content()
    assert "Phường Phúc Xá gửi văn bản kèm theo." in text
    assert "https://danban.example.vn/kiem-tra/abcdefghjk/" in text
    assert "cach-nhan-tin" not in text, "a mailbox has no wishes to change"
    (part,) = letter.iter_attachments()
    assert part.get_filename() == NAME
    assert part.get_content_type() == "application/pdf"
    arrived = part.get_content()
    assert arrived == PDF
    assert hashlib.sha256(arrived).hexdigest() == Notice.objects.get().attachments[0]["sha256"]


def test_a_mailbox_is_told_a_fact_once_however_it_is_written(cast: Cast) -> None:
    assert _tell(" BPTR.MTTQHN@Example.vn")
    assert not _tell()
    assert _tell(fact="document:8:sent")

    assert Notice.objects.count() == 2
    assert Notice.objects.filter(address=MAILBOX, account=None).count() == 2
    with pytest.raises(BadInput, match="e-mail"):
        _tell("khong-phai-thu")
    with pytest.raises(ValueError, match="too long"):
        _tell(fact="x" * 121)


def test_a_letter_whose_file_is_gone_is_given_up_with_a_sentence_and_may_be_tried_again(
    cast: Cast, mail: MailServer
) -> None:
    attached = _attached()
    _tell(attachments=[attached])
    kept.path_of(attached.sha256).unlink()

    assert send_waiting(actor=machine("send-notices"), at=AT).failed == 1

    notice = Notice.objects.get()
    assert (notice.status, notice.error) == (NoticeStatus.FAILED, NO_FILE)
    assert mail.mails == []
    keep_file(PDF, name=NAME, media_type="application/pdf", at=AT)
    retry_notice(notice.pk, actor=cast.actors["mrs_ha"], at=AT)
    assert send_waiting(actor=machine("send-notices"), at=AT).sent == 1


def test_a_server_that_is_away_is_tried_again_though_a_mailbox_has_no_wishes(cast: Cast, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    at_night = AT.replace(hour=20)
    _tell(at=at_night)

    assert send_waiting(actor=machine("send-notices"), at=at_night).postponed == 1

    notice = Notice.objects.get()
    assert notice.status == NoticeStatus.WAITING
    assert notice.not_before > at_night


def test_in_a_demonstration_nothing_leaves_and_the_outbox_shows_it(
    cast: Cast, client: Client, mail: MailServer
) -> None:
    mark_demo(offset=AT - AT, at=AT)
    _tell(attachments=[_attached()])

    assert send_waiting(actor=machine("send-notices"), at=AT).kept == 1
    client.force_login(cast.people["mr_dung"])
    notice = Notice.objects.get()
    listed = client.get("/tin-da-gui/").content.decode()
    shown = client.get(f"/tin-da-gui/{notice.pk}/").content.decode()

    assert mail.mails == []
    assert notice.status == NoticeStatus.KEPT
    assert MAILBOX in listed
    assert NAME in shown
    assert "gửi văn bản kèm theo" in shown
    assert [person.name for person in who_was_told(notice)] == [MAILBOX]


def test_a_mailbox_is_left_out_of_the_mail_of_the_day(cast: Cast) -> None:
    _tell()

    assert gather_waiting(actor=machine("send-notices"), at=AT) == 0


def test_a_notice_has_one_recipient_and_the_database_knows(cast: Cast) -> None:
    for wrong in ({"address": MAILBOX}, {"account": None}):
        values: dict[str, Any] = {"account": cast.people["phuc_xa"]} | wrong
        with pytest.raises(IntegrityError), transaction.atomic():
            make_notice(**values)
