"""The form of a ballot, the same on a person's own phone and at the station."""

from collections.abc import Iterable
from typing import Any

from django import forms


class BallotForm(forms.Form):
    """A ballot: the options chosen, none for a blank one."""

    choices = forms.TypedMultipleChoiceField(label="Lựa chọn", coerce=int, required=False)

    def __init__(self, *args: Any, options: Iterable[str], most: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        widget = forms.RadioSelect if most == 1 else forms.CheckboxSelectMultiple
        field = self.fields["choices"]
        field.widget = widget()
        field.choices = list(enumerate(options))  # type: ignore[attr-defined]

    def chosen(self) -> tuple[int, ...]:
        """Indexes of the options chosen."""
        return tuple(self.cleaned_data["choices"])
