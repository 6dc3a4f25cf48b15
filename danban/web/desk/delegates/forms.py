"""The shape of what is typed about delegates: people, numbers by group, who is elected."""

from collections.abc import Iterable
from typing import Any

from django import forms

from danban.delegates.rules import DelegateSheet, QuotaLine
from danban.delegates.states import Group
from danban.web.ui.fields import REQUIRED, text_field

_NAMED_GROUPS = [code for code in Group.values if code != Group.OTHER]
_OWN_LINES = 3


class PersonForm(forms.Form):
    """One person in one line."""

    full_name = text_field("Họ và tên", most=120)
    group = forms.ChoiceField(label="Thành phần", choices=Group.choices, initial=Group.HOUSEHOLD)
    group_label = text_field("Tên thành phần khác", most=120, required=False)
    phone = text_field("Điện thoại (nếu có)", most=40, required=False, inputmode="tel")

    def sheet(self) -> DelegateSheet:
        """What was typed."""
        typed = self.cleaned_data
        return DelegateSheet(typed["full_name"], typed["group"], typed["group_label"], phone=typed["phone"])


class StructureForm(forms.Form):
    """How many of each group, and up to three groups of the unit's own."""

    def __init__(self, *args: Any, planned: Iterable[QuotaLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = list(planned)
        numbers = {line.group: line.planned for line in now if line.group != Group.OTHER}
        own = [line for line in now if line.group == Group.OTHER]
        for code in _NAMED_GROUPS:
            self.fields[code] = self._number(str(Group(code).label), numbers.get(code, 0))
        for place in range(_OWN_LINES):
            line = own[place] if place < len(own) else None
            self.fields[f"own_{place}"] = text_field(f"Thành phần khác {place + 1}", most=120, required=False)
            self.fields[f"own_{place}"].initial = line.label if line else ""
            self.fields[f"many_{place}"] = self._number("Số người", line.planned if line else 0)

    @staticmethod
    def _number(label: str, initial: int) -> forms.IntegerField:
        return forms.IntegerField(
            label=label, min_value=0, max_value=5_000, required=False, initial=initial or None,
            error_messages={"invalid": "Hãy nhập một số."},
            widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 0}),
        )  # fmt: skip

    def quotas(self) -> list[QuotaLine]:
        """The lines typed; those without a number count as 0."""
        typed = self.cleaned_data
        lines = [QuotaLine(code, typed[code] or 0) for code in _NAMED_GROUPS]
        lines += [
            QuotaLine(Group.OTHER, typed[f"many_{place}"] or 0, typed[f"own_{place}"])
            for place in range(_OWN_LINES)
            if typed[f"own_{place}"].strip()
        ]
        return lines


class ElectForm(forms.Form):
    """Who is sent to the commune's conference, one a line."""

    names = forms.CharField(
        label="Người được cử", max_length=6_000, error_messages={"required": REQUIRED},
        help_text="Mỗi dòng một người: họ tên, có thể thêm dấu ; rồi điện thoại.",
        widget=forms.Textarea(attrs={"rows": 6}),
    )  # fmt: skip
    group = forms.ChoiceField(label="Thành phần", choices=Group.choices, initial=Group.HOUSEHOLD)

    def sheets(self) -> list[DelegateSheet]:
        """A sheet a line; empty lines mean nothing."""
        lines = [line for line in self.cleaned_data["names"].splitlines() if line.strip()]
        parts = [line.partition(";") for line in lines]
        group = self.cleaned_data["group"]
        return [DelegateSheet(name.strip(), group, phone=phone.strip()) for name, _, phone in parts]


class ListForm(forms.Form):
    """What the list is narrowed to, from its address; odd values mean everything."""

    q = forms.CharField(required=False, max_length=120)
    nhom = forms.ChoiceField(required=False, choices=[("", ""), *Group.choices])
    trang = forms.IntegerField(required=False, min_value=1)

    def asked(self) -> dict[str, Any]:
        """Words, group and page."""
        self.is_valid()
        found = self.cleaned_data
        return {"words": found.get("q") or "", "group": found.get("nhom") or "", "number": found.get("trang") or 1}
