"""The shape of what is typed to send a paper, and of what the inbox is narrowed to."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms

from danban.documents.queries import InboxFilter, SendPage
from danban.documents.rules import NOTE_LENGTH
from danban.kit.vietnamese import number
from danban.web.ui.choosing import offer

LOOK = "tim"
"""The name of the button that looks for units instead of sending."""


class PapersInForm(forms.Form):
    """What stands in the address of the inbox."""

    q = forms.CharField(label="Số, ký hiệu, trích yếu hoặc nơi gửi", required=False, max_length=120)
    chua = forms.BooleanField(required=False)

    def wanted(self) -> InboxFilter:
        """What was asked for; odd parts are left out."""
        self.is_valid()
        return InboxFilter(bool(self.cleaned_data.get("chua")), self.cleaned_data.get("q") or "")


class SendForm(forms.Form):
    """Whole levels below, the unit above, single units, mailboxes, a line to go with it."""

    levels = forms.MultipleChoiceField(label="Cả một cấp bên dưới", required=False, widget=forms.CheckboxSelectMultiple)
    above = forms.BooleanField(required=False)
    below = forms.TypedMultipleChoiceField(
        label="Từng đơn vị trực thuộc", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    q = forms.CharField(
        label="Tìm đơn vị khác", required=False, max_length=80,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "placeholder": "Ví dụ: truc bach"}),
    )  # fmt: skip
    others = forms.TypedMultipleChoiceField(
        label="Đơn vị tìm thấy", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    to_mailbox = forms.BooleanField(required=False)
    addresses = forms.CharField(
        label="Hộp thư điện tử khác", required=False, max_length=4_000, help_text="Mỗi dòng một địa chỉ.",
        widget=forms.Textarea(attrs={"rows": "3", "inputmode": "email", "autocomplete": "off"}),
    )  # fmt: skip
    note = forms.CharField(
        label="Lời nhắn kèm theo", required=False, max_length=NOTE_LENGTH, widget=forms.Textarea(attrs={"rows": "2"})
    )

    def __init__(self, *args: Any, found: SendPage, others: Mapping[int, str], mailbox: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mailbox, self.above_unit = mailbox, found.above.unit_id if found.above else None
        self._offer("levels", ((one.code, f"{one.name}: tất cả {number(one.units)}") for one in found.levels))
        self._offer("below", ((one.unit_id, _said(one.name, one.unit_id, found)) for one in found.below))
        self._offer("others", ((unit_id, _said(name, unit_id, found)) for unit_id, name in others.items()))
        if found.above:
            self.fields["above"].label = f"Cấp trên trực tiếp: {_said(found.above.name, found.above.unit_id, found)}"
        else:
            del self.fields["above"]
        if mailbox:
            self.fields["to_mailbox"].label = f"Hộp thư nhận báo cáo của kế hoạch: {mailbox}"
        else:
            del self.fields["to_mailbox"]

    def _offer(self, name: str, choices: Iterable[tuple[object, str]]) -> None:
        known = list(choices)
        if known:
            offer(self, name, known)
        else:
            del self.fields[name]

    @property
    def chosen(self) -> set[int]:
        """Units ticked one by one."""
        typed = self.cleaned_data
        above = {self.above_unit} if typed.get("above") and self.above_unit else set()
        return {*typed.get("below", ()), *typed.get("others", ()), *above}

    @property
    def mailboxes(self) -> list[str]:
        """Addresses typed, and the plan's own where it is ticked."""
        typed = cast("str", self.cleaned_data.get("addresses") or "").replace(",", "\n").replace(";", "\n")
        own = [self.mailbox] if self.cleaned_data.get("to_mailbox") else []
        return [*own, *(line.strip() for line in typed.splitlines() if line.strip())]


def _said(name: str, unit_id: int, found: SendPage) -> str:
    return f"{name} (đã gửi)" if unit_id in found.sent else name
