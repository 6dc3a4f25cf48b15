"""The shape of what is typed on pages of promises."""

from __future__ import annotations

from typing import Any

from django import forms

from danban.commitments.actions import PromiseRow
from danban.commitments.queries import Measure
from danban.commitments.rules import Result
from danban.commitments.states import Direction, Outcome, RollUp
from danban.web.ui.fields import text_field

BIGGEST = 2**62
ROWS = 8
_CHOOSE = {"required": "Hãy chọn một mục."}


class FigureField(forms.DecimalField):
    """A figure as people write it: "95,5" or "95.5"."""

    def __init__(self, label: str, *, help_text: str = "") -> None:
        super().__init__(
            label=label, required=False, max_digits=14, decimal_places=2, help_text=help_text,
            error_messages={"invalid": "Cần một con số, ví dụ 95,5."},
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        )  # fmt: skip

    def to_python(self, value: Any) -> Any:
        """The figure; a comma is a point."""
        text = value.strip().replace(" ", "").rstrip("%") if isinstance(value, str) else value
        return super().to_python(text.replace(",", ".") if isinstance(text, str) else text)


def _words(label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=2_000, help_text=help_text, widget=forms.Textarea(attrs={"rows": 2})
    )


class SettleForm(forms.Form):
    """What became of it; ``is_sure`` is for figures that were asked about."""

    outcome = forms.ChoiceField(
        label="Kết quả", choices=Outcome.choices, widget=forms.RadioSelect, error_messages=_CHOOSE
    )
    count = FigureField("Số đạt", help_text="Ghi số đếm, hệ thống tự tính tỷ lệ.")
    of = FigureField("Trên tổng số")
    value = FigureField("Hoặc ghi thẳng kết quả")
    limits = _words("Hạn chế")
    causes = _words("Nguyên nhân")
    remedy = _words("Cách khắc phục", "Ba ô này cần có khi chưa đạt.")
    answer = _words("Trả lời ý kiến bà con")
    file = forms.FileField(label="Ảnh, văn bản chứng minh", required=False)
    is_sure = forms.BooleanField(label="Đã xem lại, số liệu đúng như vậy", required=False)

    def result(self) -> Result:
        """What was typed."""
        told = self.cleaned_data
        names = ("outcome", "value", "count", "of", "limits", "causes", "remedy", "answer", "is_sure")
        return Result(**{name: told[name] for name in names})


class ReasonForm(forms.Form):
    """Why; the page says what for."""

    reason = forms.CharField(
        label="Lý do", max_length=2_000, error_messages={"required": "Hãy điền mục này."},
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = label


class RowForm(forms.Form):
    """One line of last year's resolution."""

    title = text_field("Chỉ tiêu", most=240, required=False, list="ten-chi-tieu", autocomplete="off")
    value = FigureField("Chỉ tiêu đặt ra")
    unit_label = text_field("Đơn vị tính", most=40, required=False)
    owner = text_field("Ai chịu trách nhiệm", most=160, required=False)

    def row(self) -> PromiseRow:
        """What was typed."""
        told = self.cleaned_data
        return PromiseRow(told["title"], told["value"], told["unit_label"], None, told["owner"])


RowsForm = forms.formset_factory(RowForm, extra=ROWS, max_num=40, absolute_max=60)


class YearForm(forms.Form):
    """Which year's resolution."""

    year = forms.IntegerField(label="Nghị quyết năm", min_value=2010, max_value=2100)


class IndicatorForm(forms.Form):
    """One line of the catalogue."""

    code = forms.SlugField(required=False, max_length=40, widget=forms.HiddenInput)
    name = text_field("Tên chỉ tiêu", most=240)
    unit_label = text_field("Đơn vị tính", most=40)
    direction = forms.ChoiceField(label="Chiều tốt", choices=Direction.choices)
    roll_up = forms.ChoiceField(label="Cộng dồn", choices=RollUp.choices)
    numerator = text_field("Đếm gì", most=120, required=False)
    denominator = text_field("Trên tổng số gì", most=120, required=False)
    measured_by = text_field("Ai đo", most=160, required=False)
    low = FigureField("Thường gặp từ")
    high = FigureField("tới")
    is_retired = forms.BooleanField(label="Không dùng nữa", required=False)

    def measure(self) -> Measure:
        """What was typed."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "is_retired"}
        return Measure(**told)


class ListForm(forms.Form):
    """What stands in the address of a page; all of it optional."""

    don_vi = forms.IntegerField(required=False, min_value=1, max_value=BIGGEST)
    nam = forms.IntegerField(required=False, min_value=2000, max_value=2200)
    ma = forms.SlugField(required=False, max_length=40)

    def asked(self) -> dict[str, Any]:
        """The parts that make sense."""
        self.is_valid()
        return self.cleaned_data
