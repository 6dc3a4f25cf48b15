"""The shape of what is typed on pages of difficulties. Few fields: they are filled in on a phone, in the evening."""

from collections.abc import Iterable
from typing import Any

from django import forms

from danban.difficulties.queries import Wanted
from danban.web.desk.difficulties.addresses import SIDES, STATES, code_of
from danban.web.ui.choosing import offer

_BIGGEST = 2**62


class AskForm(forms.Form):
    """What is in the way, more about it, whether it cannot wait, what it is about."""

    title = forms.CharField(
        label="Đang vướng điều gì?",
        max_length=200,
        error_messages={"required": "Hãy ghi ngắn gọn đang vướng điều gì."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    text = forms.CharField(label="Kể rõ hơn", required=False, max_length=4_000, widget=forms.Textarea)
    is_urgent = forms.BooleanField(label="Gấp: hội nghị đang diễn ra hoặc sắp họp", required=False)
    obligation_kind = forms.ChoiceField(label="Về việc nào", required=False)

    def __init__(self, *args: Any, kinds: Iterable[tuple[object, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "obligation_kind", kinds, nothing="Không gắn với việc nào")


class AnswerForm(forms.Form):
    """The answer."""

    text = forms.CharField(
        label="Câu trả lời",
        max_length=4_000,
        error_messages={"required": "Hãy viết câu trả lời."},
        widget=forms.Textarea,
    )


class ReasonForm(forms.Form):
    """Why; the page says what for."""

    reason = forms.CharField(max_length=4_000, error_messages={"required": "Hãy ghi lý do."}, widget=forms.Textarea)

    def __init__(self, *args: Any, label: str, help_text: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label, self.fields["reason"].help_text = label, help_text


class ListForm(forms.Form):
    """What stands in the address of a list or a roll-up; all of it optional."""

    xem = forms.CharField(required=False, max_length=20)
    tinh_trang = forms.CharField(required=False, max_length=20)
    q = forms.CharField(required=False, max_length=80)
    don_vi = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)
    rieng = forms.BooleanField(required=False)
    viec = forms.CharField(required=False, max_length=60)
    nam = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)
    trang = forms.IntegerField(required=False, min_value=1, max_value=10_000)

    def wanted(self) -> Wanted:
        """What was asked for; a part that makes no sense is left out."""
        self.is_valid()
        asked = self.cleaned_data
        return Wanted(
            side=code_of(asked.get("xem") or "", SIDES),  # type: ignore[arg-type]  # a key of SIDES, or ""
            state=code_of(asked.get("tinh_trang") or "", STATES),
            words=asked.get("q") or "",
            place=asked.get("don_vi"),
            is_alone=bool(asked.get("rieng")),
            kind=asked.get("viec") or "",
            page=asked.get("trang") or 1,
            campaign_id=asked.get("nam"),
        )
