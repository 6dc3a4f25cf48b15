"""Fields of forms that understand what people type and paste."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

_BLANKS = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]")
_FIRST, _LAST = date(1945, 1, 1), date(2100, 12, 31)
_FAR = f"Hãy xem lại năm: cần một ngày từ năm {_FIRST.year} đến năm {_LAST.year}."


class DayField(forms.DateField):
    """A day: blanks and invisible signs inside it mean nothing; a year nobody means is refused."""

    default_validators = [MinValueValidator(_FIRST, message=_FAR), MaxValueValidator(_LAST, message=_FAR)]

    def to_python(self, value: Any) -> Any:
        """The day, or the error of a wrong one."""
        return super().to_python(_BLANKS.sub("", value) if isinstance(value, str) else value)
