"""The shape of what is typed about those sent, areas and inspections."""

from collections.abc import Iterable
from typing import Any

from django import forms

from danban.envoys.rules import CHECKS, EnvoySheet, InspectionSheet
from danban.envoys.states import EnvoyRole
from danban.web.ui.choosing import offer
from danban.web.ui.fields import REQUIRED, day_field, text_field


class EnvoyForm(forms.Form):
    """Somebody to be sent."""

    appointment_id = forms.TypedChoiceField(label="Người của cơ quan", coerce=int, empty_value=None, required=False)
    full_name = text_field("Hoặc họ và tên", most=120, required=False)
    title = text_field("Chức vụ", most=160, required=False)
    role = forms.ChoiceField(label="Dự với tư cách", choices=EnvoyRole.choices, initial=EnvoyRole.LEADER)

    def __init__(self, *args: Any, offices: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "appointment_id", offices, nothing="Ghi tên bên dưới")

    def sheet(self) -> EnvoySheet:
        """What was typed."""
        return EnvoySheet(
            **{name: self.cleaned_data[name] for name in ("full_name", "title", "role", "appointment_id")}
        )


class ReasonForm(forms.Form):
    """Why."""

    reason = text_field("Lý do", most=600)


class ChargeForm(forms.Form):
    """Who is in charge of an area."""

    placement_id = forms.TypedChoiceField(label="Địa bàn", coerce=int, error_messages={"required": REQUIRED})
    full_name = text_field("Họ và tên", most=120)
    title = text_field("Chức vụ", most=160, required=False)

    def __init__(self, *args: Any, areas: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "placement_id", areas, nothing="Chọn địa bàn")


class NoteForm(forms.Form):
    """What was found."""

    noted_on = day_field("Ngày kiểm tra")
    text = forms.CharField(
        label="Điều đã thấy, đã nhắc", max_length=4_000, error_messages={"required": REQUIRED},
        widget=forms.Textarea(attrs={"rows": 5}),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, sentence in CHECKS.items():
            self.fields[code] = forms.ChoiceField(
                label=sentence, required=False, choices=[("", "Chưa xem"), ("1", "Đạt"), ("0", "Chưa đạt")]
            )

    def sheet(self, conference_id: int) -> InspectionSheet:
        """What was typed."""
        typed = self.cleaned_data
        checks = {code: {"1": True, "0": False}.get(typed[code]) for code in CHECKS}
        return InspectionSheet(typed["text"], typed["noted_on"], checks, conference_id)
