"""The ways out, for tests that need them real."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.notices.post_office import MailServer, MessageService, mail_server, message_service


@pytest.fixture
def mail(settings: Any) -> Iterator[MailServer]:
    """A mail server this installation sends through."""
    with mail_server() as server:
        route_mail(settings, server.port)
        yield server


@pytest.fixture
def sms(settings: Any) -> Iterator[MessageService]:
    """A message service this installation sends through."""
    with message_service() as service:
        settings.SMS_URL, settings.SMS_TOKEN = service.url, "ma-thu"
        settings.PUBLIC_URL = "https://danban.example.vn"
        yield service


def route_mail(settings: Any, port: int) -> None:
    """Let Django send through a port of this machine."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.DEFAULT_FROM_EMAIL = "Dân Bàn <danban@hanoi.example.vn>"
    settings.PUBLIC_URL = "https://danban.example.vn"
