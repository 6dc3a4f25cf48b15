"""One-time codes: six digits, ten minutes, one use, only in the browser that asked for them.

What was sent is kept in the session, the code only as a keyed digest. A name nobody has is treated the same to the
last: a code nobody gets is waited for. Wrong codes and wrong passwords of a name count together (``throttle``).
"""

import secrets
import time
from dataclasses import asdict, dataclass
from typing import Literal

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

from danban.accounts import queries, rules
from danban.kit.refusals import BadInput, NotNow
from danban.web.desk.accounts import post
from danban.web.desk.accounts.loopback import demo_is_open
from danban.web.ui import throttle

Purpose = Literal["sign_in", "new_password"]
LIFE = 10 * 60
_KEY = "one_time_code"
_PROVED = "proved_by_code"
_DIGITS = 6
_WRONG = "Mã chưa đúng. Hãy xem lại tin vừa nhận."
_SHAPE = "Hãy nhập một địa chỉ e-mail (có dấu @) hoặc một số điện thoại. Ví dụ: 0912 345 678."
_NO_WAY_OUT = "Hệ thống chưa nối với máy chủ thư hay tin nhắn nên chưa gửi được mã. Hãy dùng mật khẩu hoặc thẻ."
_OVER = "Mã đã quá 10 phút hoặc đã dùng. Hãy xin mã mới."


@dataclass(frozen=True)
class Sent:
    """A code asked for: by whom as typed, for what, whose it is (None for nobody), and where to go afterwards.

    ``shown`` is the code itself in a demonstration, which sends nothing.
    """

    purpose: Purpose
    name: str
    account_id: int | None
    digest: str
    at: float
    way_on: str
    shown: str = ""

    @property
    def shown_sentence(self) -> str:
        """What the screen of a demonstration says instead of a mail or message."""
        return f"Không gửi gì đi; mã của bạn là {self.shown[:3]} {self.shown[3:]}."


def can_send(request: HttpRequest) -> bool:
    """Whether a code would reach anybody: by mail, by message, or on the screen of a demonstration."""
    return post.has_way_out() or demo_is_open(request)


def send(request: HttpRequest, typed: str, *, purpose: Purpose, way_on: str) -> None:
    """Send a code to the holder of an e-mail or phone, and wait for it; raises ``BadInput`` or ``NotNow``."""
    name = rules.normal_identifier(typed)
    if not (rules.normal_email(name) or rules.normal_phone(name)):
        raise BadInput(_SHAPE, {"identifier": _SHAPE})
    if not can_send(request):
        raise NotNow(_NO_WAY_OUT)
    throttle.begin(name, throttle.address_of(request), throttle.SENDING)
    account = queries.account_by_identifier(name)
    code = f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}}"
    known = account if account and account.is_active else None
    if known:
        post.send_code(known, name, code, purpose=purpose)
    shown = code if known and demo_is_open(request) else ""
    sent = Sent(purpose, name, known.pk if known else None, _digest(code), time.time(), way_on, shown)
    request.session[_KEY] = asdict(sent)


def waiting(request: HttpRequest) -> Sent | None:
    """The code this browser asked for, while it can still be used."""
    kept = request.session.get(_KEY)
    sent = Sent(**kept) if kept else None
    return sent if sent and time.time() - sent.at < LIFE else None


def take(request: HttpRequest, typed: str) -> int:
    """Whose code this is; it is used up.

    Raises ``BadInput`` for a wrong code, ``NotNow`` when it comes too late or too often.
    """
    sent = waiting(request)
    if sent is None:
        raise NotNow(_OVER)
    tried = throttle.begin(sent.name, throttle.address_of(request))
    digits = "".join(filter(str.isdecimal, typed))
    is_right = constant_time_compare(_digest(digits), sent.digest)
    if not is_right or sent.account_id is None:
        raise BadInput(_WRONG)
    tried.forgive()
    del request.session[_KEY]
    return sent.account_id


def remember_proved(request: HttpRequest, account_id: int) -> None:
    """This browser has proved by a code to be somebody who may now set a new password."""
    request.session[_PROVED] = {"account_id": account_id, "at": time.time()}


def proved(request: HttpRequest) -> int | None:
    """Who has proved by a code to be themselves in the last minutes; None for nobody."""
    kept = request.session.get(_PROVED)
    return int(kept["account_id"]) if kept and time.time() - kept["at"] < LIFE else None


def forget_proved(request: HttpRequest) -> None:
    """The new password is set: nothing more may be done with that code."""
    request.session.pop(_PROVED, None)


def _digest(code: str) -> str:
    return salted_hmac("danban one-time code", code, algorithm="sha256").hexdigest()
