"""Second factors as allauth keeps them: an app (six digits) and recovery codes (eight digits, once each)."""

import secrets

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from django.core.cache import cache

from danban.accounts.models import Account
from danban.kit.refusals import BadInput

APP = Authenticator.Type.TOTP
RECOVERY = Authenticator.Type.RECOVERY_CODES
CODES = 10
_APP_DIGITS, _RECOVERY_DIGITS = 6, 8
_REMEMBERED = 120  # seconds: longer than a code of the app is taken, one step of 30 before and after its own
_WRONG = "Mã chưa đúng. Hãy nhập mã đang hiện trong ứng dụng; mỗi mã chỉ dùng một lần."


def new_app(account: Account, secret: str) -> Authenticator:
    """An authenticator app with its key (base32), not written yet."""
    return Authenticator(user=account, type=APP, data={"secret": encrypt(secret)})


def check_code(authenticator: Authenticator, code: str) -> None:
    """The code is the app's or one of the recovery codes, not used before; raises ``BadInput`` on ``code``.

    allauth remembers a code of the app for one step only, which is less than it is taken.
    """
    used = f"second-factor:{authenticator.user_id}:{code}"
    if not authenticator.wrap().validate_code(code) or not cache.add(used, 1, _REMEMBERED):
        raise BadInput(_WRONG, {"code": _WRONG})


def use_second_factor(account: Account, code: str) -> str:
    """Take a code as typed, of the app or a recovery code, which is then used up; the kind it was of.

    The caller holds the account's lock. Raises ``BadInput`` on ``code``.
    """
    digits = "".join(filter(str.isdecimal, code))
    kind = {_APP_DIGITS: APP, _RECOVERY_DIGITS: RECOVERY}.get(len(digits))
    authenticator = Authenticator.objects.filter(user=account, type=kind).first()
    if authenticator is None:
        raise BadInput(_WRONG, {"code": _WRONG})
    check_code(authenticator, digits)
    authenticator.record_usage()
    return str(authenticator.type)


def write_recovery_codes(account: Account) -> None:
    """Ten new recovery codes instead of the old ones."""
    codes = [f"{secrets.randbelow(10**_RECOVERY_DIGITS):0{_RECOVERY_DIGITS}}" for _ in range(CODES)]
    Authenticator.objects.filter(user=account, type=RECOVERY).delete()
    kept = {"migrated_codes": [encrypt(code) for code in codes]}
    Authenticator.objects.create(user=account, type=RECOVERY, data=kept)


def forget_second_factor(account: Account) -> None:
    """No app and no recovery codes any more."""
    Authenticator.objects.filter(user=account).delete()
