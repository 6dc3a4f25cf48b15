"""How an e-mail address and a Vietnamese telephone number are written down: one form of each."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from danban.kit.refusals import BadInput
from danban.kit.vietnamese import nfc

_PHONE = re.compile(r"(?:(?:\+|00)?840?|0)([35789][0-9]{8}|2[0-9]{9})")
_PHONE_MARKS = re.compile(r"[\s.()/\-\u2010-\u2015\u200b]+")
WRONG_EMAIL = "Địa chỉ e-mail chưa đúng. Ví dụ đúng: lan.hoang@hanoi.gov.vn."


def normal_email(text: str) -> str | None:
    """The one form of an e-mail address (trimmed, lower case), or None if it is not one."""
    email = nfc(text).strip().lower()
    try:
        validate_email(email)
    except ValidationError:
        return None
    return email if len(email) <= 254 else None


def normal_phone(text: str) -> str | None:
    """The one form of a Vietnamese phone number, E.164 (+84912345678), or None if it is not one.

    Accepts "0912 345 678", "+84 912.345.678", "84912345678" and fixed lines such as "024 3825 3536".
    """
    match = _PHONE.fullmatch(_PHONE_MARKS.sub("", text))
    return f"+84{match.group(1)}" if match else None


def checked_work_contacts(phone: str, email: str) -> tuple[str, str]:
    """A work telephone (E.164) and e-mail as stored, "" for what is left empty.

    Raises ``BadInput`` naming ``phone`` and ``email`` where they cannot be read.
    """
    stored_phone, stored_email = normal_phone(phone), normal_email(email)
    problems = {}
    if phone.strip() and stored_phone is None:
        problems["phone"] = "Số điện thoại chưa đúng. Ví dụ đúng: 024 3825 3536 hoặc 0912 345 678."
    if email.strip() and stored_email is None:
        problems["email"] = WRONG_EMAIL
    if problems:
        raise BadInput(" ".join(problems.values()), problems)
    return stored_phone or "", stored_email or ""
