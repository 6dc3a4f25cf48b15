"""What allauth asks us about: the steps of a sign-in, how secrets are kept, whom another authority vouches for."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any, NoReturn

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthError
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.encoding import force_bytes

from danban.kit.refusals import NotNow, NotYours
from danban.web.desk.accounts import authority, gate
from danban.web.ui import throttle
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.accounts.models import Account

_NOWHERE = "::"
_LOCKED = "Tài khoản này đã bị khóa. Hãy liên hệ người phụ trách ở đơn vị cấp trên."
_OTHER_KEY = (
    "Khóa của máy chủ đã thay nên xác thực hai lớp cũ không đọc được nữa. "
    "Hãy đề nghị đơn vị cấp trên gỡ để thiết lập lại."
)
_NO_ANSWER = "{name} chưa xác nhận được bạn. Hãy thử lại, hoặc đăng nhập bằng mã hay mật khẩu."


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Nobody signs up; a sign-in has one step after the first proof."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Accounts are entered by an office, never by oneself."""
        return False

    def get_login_stages(self) -> list[str]:
        """The steps after the first proof."""
        return [f"{gate.SecondFactorStep.__module__}.{gate.SecondFactorStep.__name__}"]

    def get_client_ip(self, request: HttpRequest) -> str:
        """The same address the throttle counts; the list of sessions takes nothing but addresses."""
        return throttle.address_of(request) or _NOWHERE

    def respond_user_inactive(self, request: HttpRequest, user: Account) -> NoReturn:  # noqa: ARG002
        """A locked account does not open."""
        raise NotYours(_LOCKED)

    def post_login(self, request: DeskRequest, user: Account, **known: Any) -> HttpResponse:
        """The session is open: the diary is told by which means."""
        gate.open_session(request, user, known["signal_kwargs"])
        answer: HttpResponse = super().post_login(request, user, **known)
        return answer


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """Keys of second factors are kept encrypted under the secret key: a copy of the tables alone opens nothing."""

    def get_totp_label(self, user: Account) -> str:
        """What the app writes beside the code."""
        return user.email or user.phone or ""

    def get_totp_issuer(self) -> str:
        """Whose codes these are."""
        return "Dân Bàn"

    def encrypt(self, text: str) -> str:
        """As it stands in the table."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """As it was; raises ``NotNow`` when the secret key is another one now."""
        try:
            return _cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken as error:
            raise NotNow(_OTHER_KEY) from error


def _cipher() -> Fernet:
    digest = hashlib.sha256(b"danban second factor " + force_bytes(settings.SECRET_KEY)).digest()
    return Fernet(base64.urlsafe_b64encode(digest))


class AuthorityAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Another authority vouches for people we know already; it never makes an account and none is tied to it."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002
        """Accounts are entered by an office."""
        return False

    def pre_social_login(self, request: DeskRequest, sociallogin: SocialLogin) -> NoReturn:
        """Let in whom the authority vouches for; raises ``NotYours`` for a stranger or an answer not meant for us."""
        account = authority.account_of(sociallogin)
        way_on = gate.own_address(sociallogin.get_redirect_url(request) or "")
        raise ImmediateHttpResponse(redirect(gate.let_in(request, account, means="oidc", way_on=way_on)))

    def on_authentication_error(self, request: HttpRequest, provider: Any, error: str | None = None, **_: Any) -> None:
        """Somebody turned back, or the authority's answer cannot be believed."""
        if error != AuthError.CANCELLED:
            raise NotNow(_NO_ANSWER.format(name=provider.name))
        messages.info(request, f"Bạn đã dừng đăng nhập qua {provider.name}.")
        raise ImmediateHttpResponse(redirect(settings.LOGIN_URL))
