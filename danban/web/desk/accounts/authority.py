"""Sign-in through another authority (OpenID Connect): sending people there, and believing what comes back.

Every answer is bound three times to the browser that left: ``state`` and PKCE (allauth) and the ``nonce`` inside the
signed token (here, since allauth sends none). The signature is checked even though the token comes straight from the
authority, so that whoever stands between the two cannot write one.
"""

import secrets
from typing import Any

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialLogin, SocialToken
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from requests import RequestException

from danban.accounts import queries
from danban.accounts.models import Account
from danban.kit.refusals import NotFound, NotNow, NotYours

_SILENT = "{name} chưa trả lời. Hãy thử lại sau ít phút, hoặc đăng nhập bằng mã hay mật khẩu."
_STRANGER = (
    "{name} đã xác nhận bạn, nhưng e-mail và số điện thoại ở đó không khớp với tài khoản nào ở đây. "
    "Hãy đề nghị người phụ trách ở đơn vị bạn ghi đúng e-mail hoặc số điện thoại đó."
)
_FORGED = "Câu trả lời của {name} không dành cho lần đăng nhập này. Hãy bắt đầu lại từ trang đăng nhập."


class _Strict(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth has no types
    def complete_login(self, request: HttpRequest, app: Any, token: SocialToken, **answer: Any) -> SocialLogin:
        self.did_fetch_access_token = False  # else allauth would not look at the signature
        return super().complete_login(request, app, token, **answer)


def leave(request: HttpRequest, *, way_on: str) -> HttpResponse:
    """Send the person to the authority. Raises ``NotFound`` when there is none, ``NotNow`` when it is silent."""
    check_is_on()
    provider = get_adapter(request).get_provider(request, provider=settings.OIDC.provider)
    nonce = secrets.token_urlsafe(24)
    try:
        answer: HttpResponse = provider.redirect(
            request, AuthProcess.LOGIN, next_url=way_on, auth_params={"nonce": nonce}, nonce=nonce
        )
    except (RequestException, LookupError, TypeError, ValueError) as error:
        raise NotNow(_SILENT.format(name=settings.OIDC.name)) from error
    return answer


def come_back(request: HttpRequest) -> HttpResponse:
    """Take the authority's answer; the rest is decided in ``AuthorityAdapter``. Raises as ``leave`` does."""
    check_is_on()
    try:
        answer: HttpResponse = OAuth2CallbackView.adapter_view(_Strict(request, settings.OIDC.provider))(request)
    except (RequestException, LookupError, TypeError, ValueError) as error:
        raise NotNow(_SILENT.format(name=settings.OIDC.name)) from error
    return answer


def check_is_on() -> None:
    """Without settings there is no such page."""
    if not settings.OIDC.is_on:
        raise NotFound


def account_of(login: SocialLogin) -> Account:
    """The account the authority vouches for, by a verified e-mail or phone.

    Raises ``NotYours`` for an answer that was not made for this browser, for a stranger, and when e-mail and phone
    belong to two people.
    """
    name = settings.OIDC.name
    token = login.account.extra_data.get("id_token") or {}
    person = login.account.extra_data.get("userinfo") or {}
    expected = str(login.state.get("nonce") or secrets.token_hex())
    is_same = person.get("sub") == token.get("sub")
    if not is_same or not constant_time_compare(str(token.get("nonce", "")), expected):
        raise NotYours(_FORGED.format(name=name))
    claims = {**token, **person}
    email, phone = _vouched(claims, settings.OIDC.email_claim), _vouched(claims, settings.OIDC.phone_claim)
    account = queries.account_by_contact(email=email, phone=phone)
    if account is None:
        raise NotYours(_STRANGER.format(name=name))
    return account


def _vouched(claims: dict[str, Any], claim: str) -> str:
    """What a claim says if the authority has verified it, else nothing."""
    is_verified = claim in settings.OIDC.trusted_claims or claims.get(f"{claim}_verified") is True
    value = claims.get(claim)
    return value if is_verified and isinstance(value, str) else ""
