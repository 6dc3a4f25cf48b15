"""Who may give offices to whom, and what a name, an e-mail, a phone or a password must look like."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from danban.accounts.models import Account, Appointment
from danban.accounts.roles import ROLES
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.kit.terms import is_in_term
from danban.kit.vietnamese import day, nfc, squeeze
from danban.units.models import Body, Placement

_PHONE = re.compile(r"(?:(?:\+|00)?840?|0)([35789][0-9]{8}|2[0-9]{9})")
_PHONE_MARKS = re.compile(r"[\s.()/\-\u2010-\u2015\u200b]+")
_PASSWORD_SENTENCES = {
    "password_too_short": "Mật khẩu cần ít nhất 10 ký tự. Một câu ngắn dễ nhớ là cách tốt.",
    "password_too_common": "Mật khẩu này nhiều người dùng nên dễ bị đoán. Hãy chọn mật khẩu khác.",
    "password_entirely_numeric": "Mật khẩu không được chỉ gồm chữ số. Hãy thêm chữ.",
}
_MAY_NOT_APPOINT = (
    "Vị trí bạn đang giữ không có quyền giao việc cho người khác. Hãy đề nghị Ban Phong trào cấp Thành phố thực hiện."
)


@dataclass(frozen=True)
class Contact:
    """A person as stored: squeezed name, lower-case e-mail or None, phone in E.164 or None."""

    full_name: str
    email: str | None
    phone: str | None


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
        problems["email"] = "Địa chỉ e-mail chưa đúng. Ví dụ đúng: lan.hoang@hanoi.gov.vn."
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


def check_can_create(actor: Actor, *, at: datetime) -> None:
    """Only an office that appoints people may enter new ones."""
    actor.check_may("appointment:appoint", _MAY_NOT_APPOINT)


def check_can_load(actor: Actor, *, at: datetime) -> None:
    """Loading many people at once is for machines: demonstrations and imports."""
    check_can_create(actor, at=at)
    if not actor.is_machine:
        raise NotYours("Nạp danh sách người hàng loạt chỉ chạy từ dòng lệnh của máy chủ.")


def check_can_see(actor: Actor, appointment: Appointment, *, at: datetime) -> None:
    """An office is seen by its own unit and by the units above it; raises ``NotFound``."""
    places = Placement.objects.filter(unit_id=appointment.unit_id)
    known = actor.is_machine or actor.may("unit:see")
    if not known or not any(actor.covers(place.tree_id, place.path) for place in places):
        raise NotFound("Không tìm thấy vị trí này trong phạm vi của bạn.")


def check_can_appoint(actor: Actor, account: Account, *, at: datetime) -> None:
    """An office is given to somebody else, who is not locked out. The place is checked by ``checked_place``."""
    check_can_create(actor, at=at)
    if actor.user_id is not None and actor.user_id == account.pk:
        raise NotYours("Không ai tự giao vị trí cho mình. Hãy nhờ người khác có quyền này thực hiện.")
    if not account.is_active:
        raise NotNow("Tài khoản này đang bị khóa. Hãy mở lại tài khoản trước khi giao vị trí.")


def checked_place(actor: Actor, place: Placement | None) -> Placement:
    """The place of a new office: it stands in the tree in force and in the actor's area, or ``NotFound``."""
    if place is None or not actor.covers(place.tree_id, place.path):
        raise NotFound("Không tìm thấy đơn vị này trong phạm vi của bạn.")
    return place


def check_role_fits(role: str, place: Placement) -> None:
    """A role stands at one level of the tree; raises ``BadInput`` on ``role``."""
    known = ROLES.get(role)
    if known is None:
        raise BadInput("Vai trò này không có trong hệ thống.", {"role": "Hãy chọn một vai trò trong danh sách."})
    if known.level != place.level.code:
        sentence = f"Vai trò “{known.name}” không đặt ở {place.name} ({place.level.name.lower()})."
        raise BadInput(sentence, {"role": sentence})


def check_body_fits(body: Body | None, place: Placement, *, on: date) -> None:
    """A body named with an office belongs to the unit and stands on the day; raises ``BadInput`` on ``body_id``."""
    if body is None:
        return
    if body.unit_id != place.unit_id:
        sentence = f"{body.name} không thuộc {place.name}."
    elif not is_in_term(on, body.starts_on, body.ends_on):
        sentence = f"{body.name} không hoạt động vào ngày {day(on)}."
    else:
        return
    raise BadInput(sentence, {"body_id": sentence})


def check_term(starts_on: date, ends_on: date | None) -> None:
    """A term ends no earlier than it starts; raises ``BadInput`` on ``ends_on``."""
    if ends_on is not None and ends_on < starts_on:
        sentence = f"Ngày kết thúc phải từ {day(starts_on)} trở đi."
        raise BadInput(sentence, {"ends_on": sentence})


def check_can_end(actor: Actor, appointment: Appointment, *, at: datetime) -> None:
    """Ends somebody else's office, and only while it still runs. The caller has checked the area."""
    actor.check_may("appointment:appoint", _MAY_NOT_APPOINT)
    if actor.user_id is not None and actor.user_id == appointment.account_id:
        raise NotYours("Không ai tự thôi giữ vị trí của mình. Hãy nhờ người khác có quyền này thực hiện.")
    if appointment.ends_on is not None and appointment.ends_on < clock.day_of(at):
        raise NotNow(f"Vị trí này đã kết thúc từ ngày {day(appointment.ends_on)}.")


def check_new_end(appointment: Appointment, ends_on: date) -> None:
    """An end lies inside the term as it stands: it shortens, never lengthens; raises ``BadInput`` on ``ends_on``."""
    check_term(appointment.starts_on, ends_on)
    if appointment.ends_on is not None and ends_on > appointment.ends_on:
        sentence = f"Vị trí này đã có ngày kết thúc {day(appointment.ends_on)}; chỉ rút ngắn được, không kéo dài."
        raise BadInput(sentence, {"ends_on": sentence})


def check_can_change_password(actor: Actor, account: Account, *, at: datetime) -> None:
    """Everybody changes their own password and nobody else's."""
    if actor.user_id != account.pk:
        raise NotYours("Bạn chỉ đổi được mật khẩu của chính mình.")


def check_can_deactivate(actor: Actor, account: Account, *, at: datetime) -> None:
    """Locks out somebody else who is not locked out yet. The caller has checked the area."""
    check_can_create(actor, at=at)
    if actor.user_id == account.pk:
        raise NotYours("Không ai tự khóa tài khoản của mình. Hãy nhờ người khác có quyền này thực hiện.")
    if not account.is_active:
        raise NotNow("Tài khoản này đã bị khóa từ trước.")


def check_can_reactivate(actor: Actor, account: Account, *, at: datetime) -> None:
    """Lets somebody in again who was locked out. The caller has checked the area."""
    check_can_create(actor, at=at)
    if account.is_active:
        raise NotNow("Tài khoản này đang hoạt động, không cần mở lại.")


def check_can_sign_in(account: Account, *, at: datetime) -> None:
    """An account that is locked does not open."""
    if not account.is_active:
        raise NotYours("Tài khoản này đã bị khóa. Hãy liên hệ người phụ trách ở đơn vị cấp trên.")
