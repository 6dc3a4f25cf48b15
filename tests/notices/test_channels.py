"""The ways out, case by case: what servers answer becomes a sentence without an address."""

from smtplib import SMTPAuthenticationError, SMTPSenderRefused
from typing import Any

import pytest
from django.core.mail.backends.base import BaseEmailBackend

from danban.installation.actions import mark_demo
from danban.kit.actor import machine
from danban.notices import texts
from danban.notices.actions import Sending, send_waiting
from danban.notices.channels import describe_ways, sms_gateway
from danban.notices.channels.http_gateway import HttpGateway
from danban.notices.states import NoticeStatus
from tests.cast import AT, Cast
from tests.notices.factories import make_notice
from tests.notices.post_office import MessageService


class _Troubled(BaseEmailBackend):
    """A mail server with one kind of trouble."""

    trouble: Exception

    def send_messages(self, email_messages: Any) -> int:
        raise self.trouble


@pytest.mark.parametrize(
    ("trouble", "status", "sentence"),
    [
        (SMTPAuthenticationError(535, b"bad"), NoticeStatus.WAITING, "tên và mật khẩu của hệ thống (mã 535)"),
        (SMTPSenderRefused(553, b"no", "danban@x"), NoticeStatus.WAITING, "địa chỉ gửi của hệ thống (mã 553)"),
        (ValueError("Header values can't contain newlines"), NoticeStatus.FAILED, "viết sai"),
        (ConnectionResetError("gone"), NoticeStatus.WAITING, "Không nối được"),
    ],
)
def test_each_trouble_with_mail_has_its_sentence(
    cast: Cast, settings: Any, monkeypatch: pytest.MonkeyPatch, trouble: Exception, status: str, sentence: str
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}._Troubled"
    monkeypatch.setattr(_Troubled, "trouble", trouble, raising=False)
    notice = make_notice(cast.people["phuc_xa"])

    assert send_waiting(actor=machine("send-notices"), at=AT).seen == 1

    notice.refresh_from_db()
    assert notice.status == status
    assert sentence in notice.error
    assert "@" not in notice.error


def test_the_body_of_a_message_has_the_shape_the_service_wants(sms: MessageService) -> None:
    shape = '{"messages": [{"to": ["tel:{to}"], "content": "DB: {text}", "unicode": true}], "brand": "DANBAN"}'

    HttpGateway(url=sms.url, token="", body=shape).send("+84912345678", 'Chữ "{to}" và {text}')

    assert sms.asked == [
        {
            "messages": [{"to": ["tel:+84912345678"], "content": 'DB: Chữ "{to}" và {text}', "unicode": True}],
            "brand": "DANBAN",
        }
    ]
    assert "Authorization" not in sms.headers[0]


@pytest.mark.parametrize(
    ("url", "body", "words"),
    [
        ("ftp://tin.example.vn", '{"a": "{to}{text}"}', "DANBAN_SMS_URL"),
        ("tin.example.vn", '{"a": "{to}{text}"}', "DANBAN_SMS_URL"),
        ("https://tin.example.vn", "to={to}&text={text}", "phải là JSON"),
        ("https://tin.example.vn", '{"to": "{to}"}', "phải có {to} và {text}"),
    ],
)
def test_a_service_described_wrongly_is_refused_before_anything_is_sent(url: str, body: str, words: str) -> None:
    with pytest.raises(ValueError, match=words.replace("{", r"\{")):
        HttpGateway(url=url, token="", body=body)


def test_a_long_message_is_cut_at_a_word_and_its_link_stays_whole() -> None:
    text = texts.sms_text(
        unit="Phường Phúc Xá", subject="Đề nghị hoàn thành " * 40, path="/hop-tin/7/", public_url="https://x.vn"
    )

    words, link = text.rsplit(" ", 1)
    assert link == "https://x.vn/hop-tin/7/"
    assert len(words) <= texts.SMS_LENGTH + 1
    assert words.endswith("….")


def test_no_gateway_is_handed_out_in_a_demonstration(db: None, settings: Any) -> None:
    settings.SMS_URL = "https://tin.example.vn"
    assert sms_gateway() is not None
    assert "dịch vụ đã đặt" in describe_ways()

    mark_demo(offset=AT - AT, at=AT)

    assert sms_gateway() is None
    assert describe_ways() == "Bản trình diễn không gửi gì ra ngoài."
    assert Sending() == Sending() + Sending()
