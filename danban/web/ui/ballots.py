"""The ballot as a form: at the station and on the person's own phone."""

from typing import Any

from django import forms


class BallotForm(forms.Form):
    """Options of one vote; choosing nothing is a blank ballot. ``poll`` says which vote the page was made for."""

    poll = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, poll_id: int, options: list[str], most: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["poll"] = poll_id
        words = list(enumerate(options))
        wrong = {"invalid_choice": "Phương án này không có. Hãy chọn lại."}
        if most == 1:
            self.fields["choices"] = forms.ChoiceField(
                label="Chọn một", choices=[*words, ("", "Phiếu trắng, không chọn")], required=False,
                error_messages=wrong, widget=forms.RadioSelect,
            )  # fmt: skip
        else:
            self.fields["choices"] = forms.MultipleChoiceField(
                label=f"Chọn nhiều nhất {most}, không chọn là phiếu trắng", choices=words, required=False,
                error_messages=wrong, widget=forms.CheckboxSelectMultiple,
            )  # fmt: skip

    def choices(self) -> tuple[int, ...]:
        """Indexes of what was chosen."""
        typed = self.cleaned_data["choices"]
        return tuple(int(one) for one in ([typed] if isinstance(typed, str) else typed) if one != "")
