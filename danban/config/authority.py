"""Sign-in through another authority (OpenID Connect, such as VNeID): off unless a server is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from danban.config.environment import Environment


@dataclass(frozen=True)
class Authority:
    """Who vouches for people from outside. Without ``server_url`` there is nobody and no button.

    ``email_claim`` and ``phone_claim`` name where the authority writes them; a claim counts when the authority says
    it is verified, or always if it is among ``trusted_claims``.
    """

    server_url: str = ""
    client_id: str = ""
    client_secret: str = ""
    name: str = ""
    scope: tuple[str, ...] = ()
    email_claim: str = "email"
    phone_claim: str = "phone_number"
    trusted_claims: frozenset[str] = frozenset()
    provider: str = "lien-thong"

    @property
    def is_on(self) -> bool:
        """Whether people can come in this way."""
        return bool(self.server_url)

    @property
    def origins(self) -> list[str]:
        """Where a form of ours may lead to: the authority's own origin, or nowhere."""
        parts = urlsplit(self.server_url)
        return [f"{parts.scheme}://{parts.netloc}"] if self.is_on else []

    @property
    def apps(self) -> list[dict[str, Any]]:
        """The authority as allauth wants it."""
        if not self.is_on:
            return []
        asked = {"server_url": self.server_url, "oauth_pkce_enabled": True, "scope": list(self.scope)}
        app = {
            "provider_id": self.provider,
            "name": self.name,
            "client_id": self.client_id,
            "secret": self.client_secret,
        }
        return [{**app, "settings": asked}]


def from_environment(env: Environment) -> Authority:
    """The authority of the settings ``DANBAN_OIDC_*``.

    Raises ``ValueError`` for a server without an identity of ours, or one not reached by HTTPS unless it is this
    machine: what it says decides who comes in.
    """
    if not env.oidc_server_url:
        return Authority()
    parts = urlsplit(env.oidc_server_url)
    is_here = parts.hostname in {"127.0.0.1", "::1", "localhost"}
    if not parts.hostname or not (parts.scheme == "https" or (parts.scheme == "http" and is_here)):
        raise ValueError("DANBAN_OIDC_SERVER_URL phải bắt đầu bằng https://")
    if not env.oidc_client_id:
        raise ValueError("Có DANBAN_OIDC_SERVER_URL thì cần cả DANBAN_OIDC_CLIENT_ID.")
    return Authority(
        server_url=env.oidc_server_url.rstrip("/"),
        client_id=env.oidc_client_id,
        client_secret=env.oidc_client_secret,
        name=env.oidc_name,
        scope=tuple(env.oidc_scope.split()),
        email_claim=env.oidc_email_claim,
        phone_claim=env.oidc_phone_claim,
        trusted_claims=frozenset(name.strip() for name in env.oidc_trusted_claims.split(",") if name.strip()),
    )
