"""A real OpenID Connect provider, small: discovery, authorization code with PKCE, RS256 tokens, keys, userinfo.

It serves on loopback in a thread of its own and is strict about what it is sent. ``person`` is who signs in there;
``forge`` changes a claim of the next tokens, ``sign_with`` the key or algorithm, to see who believes it.
"""

import base64
import hashlib
import json
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "dan-ban", "khoa-thu-nghiem"
_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
STRANGE_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Provider:
    """The provider as a test sees it. ``asked`` are the parameters of each visit to its sign-in page."""

    url: str = ""
    person: dict[str, Any] = field(default_factory=dict)
    forge: dict[str, Any] = field(default_factory=dict)
    forge_userinfo: dict[str, Any] = field(default_factory=dict)
    key: Any = _KEY
    algorithm: str = "RS256"
    has_id_token: bool = True
    says_no: bool = False
    is_down: bool = False
    is_mad: bool = False
    asked: list[dict[str, str]] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    tokens: set[str] = field(default_factory=set)

    def discovery(self) -> dict[str, Any]:
        """Where everything is."""
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "userinfo_endpoint": f"{self.url}/userinfo",
            "jwks_uri": f"{self.url}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            "code_challenge_methods_supported": ["S256"],
        }

    def keys(self) -> dict[str, Any]:
        """The public key, as a JWK set."""
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(_KEY.public_key()))
        return {"keys": [{**key, "kid": "k1", "use": "sig", "alg": "RS256"}]}

    def authorize(self, asked: dict[str, str]) -> str:
        """Somebody comes to sign in: back with a code, or with a refusal."""
        assert asked["client_id"] == CLIENT
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        assert "openid" in asked["scope"].split()
        self.asked.append(asked)
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        answer = {"error": "access_denied"} if self.says_no else {"code": code}
        return f"{asked['redirect_uri']}?{urlencode({**answer, 'state': asked['state']})}"

    def token(self, sent: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """A code is changed for tokens, once, by whoever has its verifier and the client's secret."""
        asked = self.codes.pop(sent.get("code", ""), None)
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        is_known = (sent.get("client_id"), sent.get("client_secret")) == (CLIENT, SECRET)
        if not asked or not is_known or challenge != asked["code_challenge"]:
            return 400, {"error": "invalid_grant"}
        if sent.get("redirect_uri") != asked["redirect_uri"] or sent.get("grant_type") != "authorization_code":
            return 400, {"error": "invalid_request"}
        access = secrets.token_urlsafe(16)
        self.tokens.add(access)
        if self.is_mad:
            return 200, {"hello": "world"}
        answer = {"access_token": access, "token_type": "Bearer", "expires_in": 60}
        return 200, {**answer, "id_token": self._id_token(asked)} if self.has_id_token else answer

    def _id_token(self, asked: dict[str, str]) -> str:
        now = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 60, "nonce": asked.get("nonce", "")}
        claims |= {"sub": self.person["sub"]} | self.forge
        return jwt.encode(claims, self.key, algorithm=self.algorithm, headers={"kid": "k1"})

    def userinfo(self, authorization: str) -> tuple[int, dict[str, Any]]:
        """Who the token is about."""
        if authorization.removeprefix("Bearer ") not in self.tokens:
            return 401, {"error": "invalid_token"}
        return 200, {**self.person, **self.forge_userinfo}


def _handler(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            if provider.is_down:
                self._answer(503, {"error": "temporarily_unavailable"})
            elif parts.path == "/authorize":
                self.send_response(302)
                self.send_header("Location", provider.authorize(asked))
                self.end_headers()
            else:
                pages: dict[str, Callable[[], tuple[int, dict[str, Any]]]] = {
                    "/.well-known/openid-configuration": lambda: (200, provider.discovery()),
                    "/keys": lambda: (200, provider.keys()),
                    "/userinfo": lambda: provider.userinfo(self.headers.get("Authorization", "")),
                }
                self._answer(*pages[parts.path]())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            assert self.path == "/token"
            self._answer(*provider.token({name: values[0] for name, values in parse_qs(body).items()}))

        def _answer(self, status: int, content: dict[str, Any]) -> None:
            body = json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    return Handler


@contextmanager
def serve() -> Iterator[Provider]:
    """A provider on a free port of this machine, gone afterwards."""
    provider = Provider()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(provider))
    provider.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
