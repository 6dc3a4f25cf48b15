"""The address of the mail server becomes Django's settings."""

import pytest

from danban.config.mail import MailRoute, from_url


def test_no_address_is_no_way_out() -> None:
    assert from_url("") == MailRoute()
    assert from_url("").backend.endswith("dummy.EmailBackend")


@pytest.mark.parametrize(
    ("url", "route"),
    [
        ("smtp://mail.example.vn", MailRoute("smtp", "mail.example.vn", 25)),
        ("smtp://127.0.0.1:2525", MailRoute("smtp", "127.0.0.1", 2525)),
        (
            "smtp+starttls://a%40b:p%2F1@mail.example.vn",
            MailRoute("smtp+starttls", "mail.example.vn", 587, "a@b", "p/1"),
        ),
        ("smtps://u:p@mail.example.vn", MailRoute("smtps", "mail.example.vn", 465, "u", "p")),
    ],
)
def test_an_address_names_server_port_and_sign_in(url: str, route: MailRoute) -> None:
    assert from_url(url) == route
    assert from_url(url).backend.endswith("smtp.EmailBackend")


@pytest.mark.parametrize("url", ["mail.example.vn", "https://mail.example.vn", "smtp://"])
def test_what_is_no_mail_server_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="DANBAN_MAIL_URL"):
        from_url(url)
