"""The shape of what the diary is narrowed to."""

from collections.abc import Mapping
from typing import Any

from django import forms

from danban.web.ui.choosing import offer


class DiaryFilterForm(forms.Form):
    """Event and unit; both may be empty."""

    viec = forms.ChoiceField(label="Việc", required=False)
    don_vi = forms.CharField(label="Đơn vị", max_length=160, required=False)

    def __init__(self, *args: Any, sentences: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = sorted(sentences.items(), key=lambda pair: pair[1])
        offer(self, "viec", choices, nothing="Mọi việc")
