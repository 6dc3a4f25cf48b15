"""The shape of how somebody wants to be told, and of what narrows the outbox."""

from typing import Any

from django import forms

from danban.notices.queries import OutboxFilter, PreferencePage
from danban.notices.states import Channel, Digest, NoticeStatus
from danban.notices.texts import TOPICS
from danban.web.ui.fields import REQUIRED


def _hour(label: str, help_text: str = "") -> forms.TimeField:
    return forms.TimeField(
        label=label,
        help_text=help_text,
        error_messages={"required": REQUIRED, "invalid": "Giờ chưa đúng. Ví dụ đúng: 21:00."},
        input_formats=["%H:%M", "%H:%M:%S"],
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )


class PreferenceForm(forms.Form):
    """Ways, gathered or one by one, and the hours in which nothing leaves."""

    by_email = forms.BooleanField(label="Thư điện tử", required=False)
    by_sms = forms.BooleanField(label="Tin nhắn điện thoại", required=False)
    digest = forms.ChoiceField(
        label="Tin không gấp",
        choices=Digest.choices,
        error_messages={"required": "Hãy chọn một cách.", "invalid_choice": "Hãy chọn lại."},
        widget=forms.RadioSelect,
    )
    quiet_from = _hour("Từ")
    quiet_to = _hour("Đến", "Giờ Hà Nội, dài nhất 12 tiếng. Để hai giờ bằng nhau nếu nhận cả đêm.")

    def __init__(self, *args: Any, found: PreferencePage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        present = found.preference
        self.initial = {
            "by_email": present.by_email and bool(found.email),
            "by_sms": present.by_sms and bool(found.phone),
            "digest": present.digest,
            "quiet_from": present.quiet_from,
            "quiet_to": present.quiet_to,
        }


class OutboxForm(forms.Form):
    """What stands in the address of the outbox; all of it optional."""

    tinh_trang = forms.ChoiceField(required=False, choices=NoticeStatus.choices)
    cach = forms.ChoiceField(required=False, choices=Channel.choices)
    ve = forms.ChoiceField(required=False, choices=list(TOPICS.items()))
    trang = forms.IntegerField(required=False, min_value=1, max_value=1_000_000)

    def wanted(self) -> OutboxFilter:
        """What was asked for; a part that makes no sense is left out."""
        self.is_valid()
        asked = self.cleaned_data
        return OutboxFilter(
            status=asked.get("tinh_trang") or "", channel=asked.get("cach") or "", topic=asked.get("ve") or ""
        )

    @property
    def number(self) -> int:
        """The page asked for."""
        return self.cleaned_data.get("trang") or 1
