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


class FilesInput(forms.FileInput):
    """An input for several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, each at most ``most_bytes``; what each of them is, the room of papers judges."""

    widget = FilesInput

    def __init__(self, *, most: int, most_bytes: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.most, self.most_bytes = most, most_bytes

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The list of files, empty for none."""
        chosen = [one for one in (data if isinstance(data, list | tuple) else [data]) if one]
        if len(chosen) > self.most:
            raise forms.ValidationError(f"Mỗi lần gửi nhiều nhất {self.most} tệp.")
        files = [super(FilesField, self).clean(one, initial) for one in chosen]
        if not files and self.required:
            raise forms.ValidationError(self.error_messages["required"])
        if any((one.size or 0) > self.most_bytes for one in files):
            raise forms.ValidationError("Có tệp lớn quá 20 MB. Hãy giảm dung lượng rồi gửi lại.")
        return files


class CountField(forms.CharField):
    """A whole number as people write it: "1.926", "1 926", "1926"."""

    default_error_messages = {"count": "Cần một số nguyên, ví dụ 1.926."}

    def clean(self, value: Any) -> Any:
        """The number; None where nothing was typed."""
        typed = _BLANKS.sub("", str(super().clean(value) or ""))
        if not typed:
            return None
        if not re.fullmatch(r"\d{1,12}|\d{1,3}(\.\d{3})+", typed):
            raise forms.ValidationError(self.error_messages["count"])
        return int(typed.replace(".", ""))
