"""Fields of forms that understand what people type and paste."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

_BLANKS = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]")
_FIRST, _LAST = date(1945, 1, 1), date(2100, 12, 31)
REQUIRED = "Hãy điền mục này."
MOST_SECRET = 256
_FAR = f"Hãy xem lại năm: cần một ngày từ năm {_FIRST.year} đến năm {_LAST.year}."


class DayField(forms.DateField):
    """A day: blanks and invisible signs inside it mean nothing; a year nobody means is refused."""

    default_validators = [MinValueValidator(_FIRST, message=_FAR), MaxValueValidator(_LAST, message=_FAR)]

    def to_python(self, value: Any) -> Any:
        """The day, or the error of a wrong one."""
        return super().to_python(_BLANKS.sub("", value) if isinstance(value, str) else value)


def text_field(label: str, *, most: int, required: bool = True, help_text: str = "", **attrs: str) -> forms.CharField:
    """One line of at most ``most`` characters; ``attrs`` are those of the input."""
    return forms.CharField(
        label=label, max_length=most, required=required, help_text=help_text,
        error_messages={"required": REQUIRED}, widget=forms.TextInput(attrs=attrs),
    )  # fmt: skip


def secret_field(label: str, *, help_text: str = "", **attrs: str) -> forms.CharField:
    """A password; nothing of it is stripped."""
    return forms.CharField(
        label=label, max_length=MOST_SECRET, strip=False, help_text=help_text,
        error_messages={"required": REQUIRED}, widget=forms.PasswordInput(attrs=attrs),
    )  # fmt: skip


def day_field(label: str, *, required: bool = True, help_text: str = "") -> DayField:
    """A day, typed or picked."""
    return DayField(
        label=label, required=required, help_text=help_text,
        error_messages={"required": REQUIRED, "invalid": "Ngày chưa đúng. Ví dụ đúng: 10/02/2023."},
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )  # fmt: skip
