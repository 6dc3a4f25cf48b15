"""What a name, an e-mail, a phone or a password must look like."""

from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from danban.kit.contacts import WRONG_EMAIL, normal_email, normal_phone
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import squeeze

_PASSWORD_SENTENCES = {
    "password_too_short": "Mật khẩu cần ít nhất 10 ký tự. Một câu ngắn dễ nhớ là cách tốt.",
    "password_too_common": "Mật khẩu này nhiều người dùng nên dễ bị đoán. Hãy chọn mật khẩu khác.",
    "password_entirely_numeric": "Mật khẩu không được chỉ gồm chữ số. Hãy thêm chữ.",
}


@dataclass(frozen=True)
class Contact:
    """A person as stored: squeezed name, lower-case e-mail or None, phone in E.164 or None."""

    full_name: str
    email: str | None
    phone: str | None


def normal_identifier(text: str) -> str:
    """What a person typed to sign in, in its one form; unusable text comes back squeezed, lower case."""
    found = normal_email(text) if "@" in text else normal_phone(text)
    return found or squeeze(text).lower()


def checked_contact(full_name: str, email: str | None, phone: str | None) -> Contact:
    """The stored form of what was typed; raises ``BadInput`` naming each bad field."""
    name = squeeze(full_name)
    contact = Contact(name, normal_email(email or ""), normal_phone(phone or ""))
    problems = {}
    if not any(letter.isalpha() for letter in name) or len(name) > 120:
        problems["full_name"] = "Hãy nhập họ và tên, không quá 120 ký tự."
    if email and email.strip() and contact.email is None:
        problems["email"] = WRONG_EMAIL
    if phone and phone.strip() and contact.phone is None:
        problems["phone"] = "Số điện thoại chưa đúng. Ví dụ đúng: 0912 345 678."
    if not problems and contact.email is None and contact.phone is None:
        problems["phone"] = "Cần ít nhất e-mail hoặc số điện thoại để người này đăng nhập được."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)
    return contact


def check_password_fits(password: str, *, field: str = "password") -> None:
    """Raise ``BadInput`` on ``field`` unless the password is long enough and not easily guessed."""
    try:
        validate_password(password)
    except ValidationError as error:
        first = error.error_list[0]
        sentence = _PASSWORD_SENTENCES.get(str(first.code), str(first.messages[0]))
        raise BadInput(sentence, {field: sentence}) from error
