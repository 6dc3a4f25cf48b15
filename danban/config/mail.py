"""How mail leaves this installation: one address of a mail server, or none at all."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


@dataclass(frozen=True)
class MailRoute:
    """A mail server as Django wants it; without a host nothing leaves."""

    scheme: str = ""
    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""

    @property
    def backend(self) -> str:
        """Django's way of sending."""
        return f"django.core.mail.backends.{'smtp' if self.host else 'dummy'}.EmailBackend"


def from_url(url: str) -> MailRoute:
    """The route of ``smtp://user:password@host:port``; "" is no route.

    ``smtps`` speaks TLS from the first byte, ``smtp+starttls`` after a greeting, ``smtp`` not at all.
    Raises ``ValueError`` for any other scheme or an address without a host.
    """
    if not url:
        return MailRoute()
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError("DANBAN_MAIL_URL phải có dạng smtp://, smtp+starttls:// hoặc smtps:// rồi đến tên máy chủ.")
    return MailRoute(
        scheme=parts.scheme,
        host=parts.hostname,
        port=parts.port or _PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
    )
