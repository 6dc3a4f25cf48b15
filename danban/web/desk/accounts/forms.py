"""The shape of what is typed on pages of people. Nothing is saved here."""

from collections.abc import Sequence
from typing import Any

from django import forms

from danban.accounts.texts import LOST_SECOND_FACTOR
from danban.web.ui.choosing import offer
from danban.web.ui.fields import DayField

_REQUIRED = "Hãy điền mục này."
_MAX_PASSWORD = 256


def _text(label: str, *, most: int, required: bool = True, help_text: str = "", **attrs: str) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, required=required, help_text=help_text,
        error_messages={"required": _REQUIRED}, widget=forms.TextInput(attrs=attrs),
    )  # fmt: skip


def _secret(label: str, *, autocomplete: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=_MAX_PASSWORD, strip=False, help_text=help_text,
        error_messages={"required": _REQUIRED}, widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}),
    )  # fmt: skip


def _date(label: str, *, required: bool = True, help_text: str = "") -> DayField:
    return DayField(
        label=label, required=required, help_text=help_text,
        error_messages={"required": _REQUIRED, "invalid": "Ngày chưa đúng. Ví dụ đúng: 10/02/2023."},
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )  # fmt: skip


class NameForm(forms.Form):
    """Who somebody is, by e-mail or phone."""

    identifier = _text("E-mail hoặc số điện thoại", most=254, autocomplete="username", autocapitalize="none")


class SignInForm(NameForm):
    """A name and a password."""

    password = _secret("Mật khẩu", autocomplete="current-password")


class CodeForm(forms.Form):
    """A one-time code, of digits; blanks between them mean nothing."""

    code = _text("Mã", most=20, autocomplete="one-time-code", inputmode="numeric", autofocus="autofocus")


class NewPasswordForm(forms.Form):
    """A new password, twice."""

    new = _secret("Mật khẩu mới", autocomplete="new-password", help_text="Ít nhất 10 ký tự, không chỉ gồm chữ số.")
    repeated = _secret("Nhập lại mật khẩu mới", autocomplete="new-password")

    def clean(self) -> dict[str, Any]:
        """Both new ones are the same."""
        cleaned = super().clean() or {}
        if cleaned.get("new") and cleaned.get("repeated") and cleaned["new"] != cleaned["repeated"]:
            self.add_error("repeated", "Hai lần nhập mật khẩu mới chưa giống nhau.")
        return cleaned


class PasswordForm(NewPasswordForm):
    """The old password once and the new one twice."""

    current = _secret("Mật khẩu hiện tại", autocomplete="current-password")
    field_order = ["current", "new", "repeated"]


class LostForm(forms.Form):
    """Why somebody's second factor is reset."""

    reason = forms.ChoiceField(
        label="Lý do", choices=list(LOST_SECOND_FACTOR.items()), widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn một lý do.", "invalid_choice": "Hãy chọn một lý do trong danh sách."},
    )  # fmt: skip


class OfficeForm(forms.Form):
    """An office in a unit that is already chosen; roles and bodies are those of the unit."""

    role = forms.ChoiceField(
        label="Vai trò",
        error_messages={"required": _REQUIRED, "invalid_choice": "Vai trò này không đặt ở đơn vị này. Hãy chọn lại."},
    )
    body_id = forms.TypedChoiceField(label="Cơ quan, tổ chức", required=False, coerce=int, empty_value=None)
    title = _text("Chức danh", most=160, required=False, help_text="Bỏ trống thì dùng tên vai trò và tên đơn vị.")
    starts_on = _date("Giữ vị trí từ ngày")
    ends_on = _date("Đến hết ngày", required=False, help_text="Bỏ trống nếu chưa có ngày kết thúc.")

    def __init__(
        self,
        *args: Any,
        roles: Sequence[tuple[str, str]],
        bodies: Sequence[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "role", roles, nothing="Chọn vai trò")
        offer(self, "body_id", bodies, nothing="Không thuộc cơ quan nào")


class PersonForm(OfficeForm):
    """A new person and the first office."""

    full_name = _text("Họ và tên", most=120, autocomplete="off")
    email = _text("E-mail", most=254, required=False, autocomplete="off", inputmode="email")
    phone = _text(
        "Số điện thoại", most=30, required=False, help_text="Cần ít nhất một trong hai: e-mail hoặc số điện thoại.",
        autocomplete="off", inputmode="tel",
    )  # fmt: skip
    password = _text(
        "Mật khẩu ban đầu", most=_MAX_PASSWORD, autocomplete="off",
        help_text="Chỉ hiện ở đây, một lần. Hãy ghi lại để trao tận tay; người nhận đổi lại sau khi đăng nhập.",
    )  # fmt: skip


class EndForm(forms.Form):
    """The last day of an office."""

    ends_on = _date("Ngày cuối giữ vị trí", help_text="Hết ngày này người đó không còn làm việc ở vị trí này nữa.")


class PeopleFilterForm(forms.Form):
    """What a list of people is narrowed to; every field may be empty."""

    q = _text("Tên người", most=120, required=False)
    don_vi = _text("Đơn vị", most=160, required=False)
    vai_tro = forms.ChoiceField(label="Vai trò", required=False)
    tinh_trang = forms.ChoiceField(
        label="Tình trạng", required=False, choices=[("", "Đang giữ vị trí"), ("da-thoi", "Đã thôi giữ")]
    )

    def __init__(self, *args: Any, roles: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "vai_tro", roles, nothing="Mọi vai trò")
