"""The shape of what is typed on pages of clean-ups: two numbers, the rest is filled in already."""

from typing import Any

from django import forms

from danban.culture.queries import Wanted
from danban.culture.rules import Told
from danban.culture.states import Slot
from danban.web.desk.culture.addresses import slot_of
from danban.web.ui.fields import DayField

_REQUIRED = {"required": "Hãy điền mục này."}
_WHOLE = {**_REQUIRED, "invalid": "Cần một số nguyên.", "min_value": "Cần ít nhất là 1."}
_BIGGEST = 2**62


def _day(label: str = "", *, required: bool = False) -> DayField:
    return DayField(
        label=label, required=required, input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        error_messages={**_REQUIRED, "invalid": "Ngày chưa đúng. Ví dụ đúng: 10/02/2023."},
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )  # fmt: skip


def _number(label: str) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"inputmode": "numeric", "min": "1", "autocomplete": "off"})
    return forms.IntegerField(label=label, min_value=1, max_value=_BIGGEST, error_messages=_WHOLE, widget=widget)


class CleanUpForm(forms.Form):
    """One clean-up; ``is_sure`` is shown only once large numbers were asked about."""

    held_on = _day("Ngày", required=True)
    slot = forms.ChoiceField(
        label="Buổi", choices=Slot.choices, widget=forms.RadioSelect, error_messages={"required": "Hãy chọn buổi."}
    )
    people = _number("Số người tham gia")
    places = _number("Số nơi được dọn")
    text = forms.CharField(
        label="Đã làm gì", required=False, max_length=2_000,
        widget=forms.Textarea(attrs={"placeholder": "Ví dụ: dọn ngõ 12, vớt rác hồ"}),
    )  # fmt: skip
    is_sure = forms.BooleanField(label="Số liệu đúng như vậy", required=False)

    def told(self) -> Told:
        """What was typed."""
        values = self.cleaned_data
        return Told(
            values["held_on"], values["slot"], people=values["people"], places=values["places"], text=values["text"]
        )


class ReasonForm(forms.Form):
    """Why a clean-up is withdrawn."""

    reason = forms.CharField(
        label="Lý do rút", max_length=500, error_messages={"required": "Hãy ghi lý do rút."},
        help_text="Ví dụ: ghi nhầm ngày, buổi ấy mưa không làm.", widget=forms.Textarea,
    )  # fmt: skip


class StartForm(forms.Form):
    """What the address says to fill in: a day, a slot, for which unit."""

    ngay = _day()
    buoi = forms.CharField(required=False, max_length=20)
    don_vi = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)

    def place(self) -> int | None:
        """The unit to log for; None for the own one."""
        self.is_valid()
        found: int | None = self.cleaned_data.get("don_vi")
        return found

    def initial_of(self, open_slots: tuple[tuple[Any, str], ...]) -> dict[str, Any]:
        """The day and slot of the address, else the latest not logged yet."""
        self.is_valid()
        day, slot = self.cleaned_data.get("ngay"), slot_of(self.cleaned_data.get("buoi") or "")
        if day is None and open_slots:
            day, slot = open_slots[0]
        return {"held_on": day, "slot": slot or Slot.OTHER.value}


class ListForm(forms.Form):
    """What stands in the address of an overview, a list or an export; all of it optional."""

    don_vi = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)
    rieng = forms.BooleanField(required=False)
    nam = forms.IntegerField(required=False, min_value=1, max_value=9_999)
    tu, den = _day(), _day()
    buoi = forms.CharField(required=False, max_length=20)
    q = forms.CharField(required=False, max_length=80)
    da_rut = forms.BooleanField(required=False)
    trang = forms.IntegerField(required=False, min_value=1, max_value=100_000)

    def wanted(self) -> Wanted:
        """What was asked for; a part that makes no sense is left out."""
        self.is_valid()
        asked = self.cleaned_data
        return Wanted(
            place=asked.get("don_vi"),
            is_alone=bool(asked.get("rieng")),
            year=asked.get("nam"),
            first=asked.get("tu"),
            last=asked.get("den"),
            slot=slot_of(asked.get("buoi") or ""),
            words=asked.get("q") or "",
            is_withdrawn=bool(asked.get("da_rut")),
            page=asked.get("trang") or 1,
        )
