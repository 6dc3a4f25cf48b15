"""The shape of what is typed on pages of conferences: days, halls, reasons, what a list is narrowed to."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from danban.conferences.rules import Timing
from danban.conferences.states import Session
from danban.web.ui.choosing import offer
from danban.web.ui.fields import REQUIRED, DayField, text_field

_BIGGEST = 2**62


class TimingForm(forms.Form):
    """A day, a session, a hall, a start."""

    day = DayField(
        label="Ngày", error_messages={"required": REQUIRED, "invalid": "Hãy nhập một ngày."},
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )  # fmt: skip
    session = forms.ChoiceField(
        label="Buổi", choices=Session.choices, error_messages={"required": REQUIRED}, widget=forms.RadioSelect
    )
    hall_id = forms.TypedChoiceField(label="Nơi họp", coerce=int, empty_value=None, required=False)
    starts = forms.TimeField(
        label="Giờ bắt đầu", required=False, error_messages={"invalid": "Hãy nhập giờ, ví dụ 19:30."},
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )  # fmt: skip

    def __init__(
        self, *args: Any, halls: Iterable[tuple[int, str]], days: tuple[date | None, date | None], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "hall_id", halls, nothing="Chưa chọn nơi họp")
        bounds = {"min": days[0], "max": days[1]}
        self.fields["day"].widget.attrs |= {name: day.isoformat() for name, day in bounds.items() if day}

    def timing(self) -> Timing:
        """What was chosen."""
        typed = self.cleaned_data
        return Timing(typed["day"], typed["session"], typed["hall_id"], typed.get("starts"))


class ScheduleForm(TimingForm):
    """A timetable, and whether the proposer leaves it."""

    is_fixed = forms.BooleanField(label="Giữ nguyên khi lập lịch tự động", required=False)


class MoveForm(TimingForm):
    """Another timetable, and why."""

    reason = forms.CharField(
        label="Lý do đổi", max_length=1_000, error_messages={"required": "Hãy ghi lý do."}, widget=forms.Textarea
    )


class ReasonForm(forms.Form):
    """Why; the page says what for."""

    reason = forms.CharField(max_length=1_000, error_messages={"required": "Hãy ghi lý do."}, widget=forms.Textarea)

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = label


class HallForm(forms.Form):
    """A hall; ``units`` are offered where a new one is written down."""

    unit_id = forms.TypedChoiceField(label="Do đơn vị nào trông coi", coerce=int, error_messages={"required": REQUIRED})
    name = text_field("Tên", most=160, autocomplete="off")
    address = text_field("Địa chỉ", most=200, required=False, autocomplete="off")
    seats = forms.IntegerField(label="Số chỗ ngồi", required=False, min_value=1, max_value=20_000)

    def __init__(self, *args: Any, units: Iterable[tuple[int, str]] | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if units is None:
            del self.fields["unit_id"]
        else:
            offer(self, "unit_id", units)


class JoinForm(forms.Form):
    """Which meet together, and where: the first is the one that keeps hall, chair and minutes."""

    holder = forms.TypedChoiceField(label="Đơn vị chủ trì", coerce=int, error_messages={"required": REQUIRED})
    others = forms.TypedMultipleChoiceField(
        label="Cùng họp", coerce=int, error_messages={"required": REQUIRED}, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, conferences: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = list(conferences)
        offer(self, "holder", choices)
        offer(self, "others", choices)


class AddressForm(forms.Form):
    """What stands in the address of a board, a list or the proposer; all of it optional."""

    don_vi = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)
    ngay = DayField(required=False)
    q = forms.CharField(required=False, max_length=80)
    tinh_trang = forms.CharField(required=False, max_length=20)
    trang = forms.IntegerField(required=False, min_value=1, max_value=10_000)
    diem = forms.BooleanField(required=False)
    cap = forms.CharField(required=False, max_length=10)
    lanh_dao = forms.IntegerField(required=False, min_value=1, max_value=99)
    tot = forms.BooleanField(required=False)
    lam_lai = forms.BooleanField(required=False)

    def asked(self) -> dict[str, Any]:
        """What was asked for; a part that makes no sense is left out."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) for name in self.fields}
