"""A gateway for services that take a message as a JSON POST, as most of them do."""

import json
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from danban.notices.channels.sms import Undelivered

_SECONDS = 15
_AGAIN = {401, 403, 408, 425, 429}  # the sign-in, the quota or the moment is wrong, not the message


class _NoRedirects(HTTPRedirectHandler):
    """A POST that is led elsewhere would arrive there as a GET, without its message, and look delivered."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Do not follow: the answer itself is the error."""


class HttpGateway:
    """POSTs ``body`` (JSON with {to} and {text} inside its strings) to ``url`` with a bearer token."""

    def __init__(self, *, url: str, token: str, body: str) -> None:
        if urlsplit(url).scheme not in ("http", "https"):
            raise ValueError("DANBAN_SMS_URL phải bắt đầu bằng http:// hoặc https://")
        self.url = url
        self.token = token
        self.body = _shape_of(body)
        self.opener = build_opener(_NoRedirects)

    def send(self, to: str, text: str) -> None:
        """Hand over one message; 2xx means that the service took it. Raises ``Undelivered``."""
        content = json.dumps(_filled(self.body, to=to, text=text), ensure_ascii=False).encode()
        headers = {"Content-Type": "application/json; charset=utf-8"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        request = Request(self.url, data=content, headers=headers, method="POST")  # noqa: S310  # checked above
        try:
            with self.opener.open(request, timeout=_SECONDS):
                return
        except HTTPError as error:
            error.close()
            is_final = 400 <= error.code < 500 and error.code not in _AGAIN
            raise Undelivered(f"Dịch vụ tin nhắn trả lời mã {error.code}.", is_final=is_final) from None
        except (OSError, HTTPException):
            raise Undelivered("Không nối được với dịch vụ tin nhắn.") from None


def _shape_of(body: str) -> Any:
    """The JSON of the template; raises ``ValueError`` unless it is JSON that has a place for both."""
    try:
        shape = json.loads(body)
    except ValueError as error:
        raise ValueError(
            "DANBAN_SMS_BODY phải là JSON, ví dụ {“to”: “{to}”, “text”: “{text}”} với dấu nháy thẳng."
        ) from error
    if "{to}" not in body or "{text}" not in body:
        raise ValueError("DANBAN_SMS_BODY phải có {to} và {text}.")
    return shape


def _filled(shape: Any, *, to: str, text: str) -> Any:
    """The same shape with both places filled in every string; a text may itself say {to}."""
    if isinstance(shape, str):
        return text.join(part.replace("{to}", to) for part in shape.split("{text}"))
    if isinstance(shape, dict):
        return {key: _filled(value, to=to, text=text) for key, value in shape.items()}
    if isinstance(shape, list):
        return [_filled(value, to=to, text=text) for value in shape]
    return shape
