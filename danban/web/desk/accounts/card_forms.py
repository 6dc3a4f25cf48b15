"""The shape of what is typed with a card in hand, and of which posts get one. Nothing is saved here."""

from collections.abc import Iterable
from typing import Any

from django import forms

from danban.web.ui.choosing import offer
from danban.web.ui.fields import REQUIRED


def _pin(label: str, help_text: str = "", **attrs: str) -> forms.CharField:
    given = {"inputmode": "numeric", "autocomplete": "off", "class": "pin", **attrs}
    return forms.CharField(
        label=label, max_length=12, help_text=help_text, error_messages={"required": REQUIRED},
        widget=forms.PasswordInput(attrs=given),
    )  # fmt: skip


class CardCodeForm(forms.Form):
    """The code printed on a card, as typed by hand or put there by the QR."""

    code = forms.CharField(
        label="Mã trên thẻ", max_length=80, help_text="26 chữ và số, in thành từng nhóm bốn ký tự.",
        error_messages={"required": "Hãy gõ mã in trên thẻ."},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "class": "card-code"}
        ),
    )  # fmt: skip


class PinForm(forms.Form):
    """The PIN of a card that knows this device."""

    the = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**62)
    pin = _pin("Mã PIN của bạn", autofocus="autofocus")


class NewPinForm(forms.Form):
    """A PIN, chosen at first use, twice."""

    pin = _pin("Chọn mã PIN", "Từ 4 đến 6 chữ số, chỉ mình bạn biết. Đừng chọn 1234 hay 0000.", autofocus="autofocus")
    repeated = _pin("Gõ lại mã PIN đó")

    def clean(self) -> dict[str, Any]:
        """Both are the same."""
        cleaned = super().clean() or {}
        if cleaned.get("pin") and cleaned.get("repeated") and cleaned["pin"] != cleaned["repeated"]:
            self.add_error("repeated", "Hai lần gõ mã PIN chưa giống nhau.")
        return cleaned


class IssueForm(forms.Form):
    """Which posts get a card."""

    vi_tri = forms.TypedMultipleChoiceField(
        coerce=int,
        error_messages={
            "required": "Hãy đánh dấu ít nhất một người để cấp thẻ.",
            "invalid_choice": "Có người không còn cấp thẻ được. Hãy tải lại trang và chọn lại.",
        },
    )

    def __init__(self, *args: Any, offered: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "vi_tri", [(pk, "") for pk in offered])


class RevokeForm(forms.Form):
    """Why a card is taken back."""

    reason = forms.CharField(
        label="Lý do", required=False, max_length=200, help_text="Ví dụ: mất điện thoại, thẻ rơi.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
