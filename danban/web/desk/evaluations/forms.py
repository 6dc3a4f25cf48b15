"""The shape of what is typed on pages of self-evaluations."""

from __future__ import annotations

from typing import Any

from django import forms

from danban.evaluations.queries import Form
from danban.evaluations.rules import Told


def _words(label: str, *, help_text: str = "", required: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label, required=required, max_length=4_000, help_text=help_text, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Hãy điền mục này."},
    )  # fmt: skip


class WriteForm(forms.Form):
    """What was done, with what result; the counts its form asks for."""

    done = _words("Đã làm gì")
    result = _words("Kết quả")
    limits = _words("Hạn chế")
    causes = _words("Nguyên nhân")
    petitions = _words("Đề xuất, kiến nghị")

    def __init__(self, *args: Any, form: Form, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.codes = [code for code, _ in form.figures]
        for code, label in form.figures:
            self.fields[code] = forms.IntegerField(
                label=label, required=False, min_value=0, max_value=10_000_000,
                error_messages={"invalid": "Cần một số nguyên.", "min_value": "Không thể âm."},
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )  # fmt: skip
        self.order_fields([*self.codes, "done", "result", "limits", "causes", "petitions"])

    def told(self) -> Told:
        """What was typed."""
        said = self.cleaned_data
        figures = {code: said[code] for code in self.codes if said[code] is not None}
        return Told(said["done"], said["result"], said["limits"], said["causes"], said["petitions"], figures)


class ReasonForm(forms.Form):
    """What is to be completed."""

    reason = _words("Cần bổ sung gì?", required=True)
