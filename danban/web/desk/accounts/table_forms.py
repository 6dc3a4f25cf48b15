"""The shape of an uploaded table of people. Nothing is saved here."""

from typing import Any

from django import forms

from danban.accounts.texts import REQUIRED_HEADINGS
from danban.kit.refusals import BadInput
from danban.kit.tables import read_table


class PeopleTableForm(forms.Form):
    """A table of people; a file that is no such table is refused at once."""

    tep = forms.FileField(
        label="Tệp danh sách người", error_messages={"required": "Hãy chọn một tệp.", "empty": "Tệp rỗng."},
        help_text="XLSX hoặc CSV (UTF-8), dòng đầu là tên các cột.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )  # fmt: skip

    def clean_tep(self) -> Any:
        """Readable as a table with its headings; its rows are judged on the next page."""
        file = self.cleaned_data["tep"]
        try:
            read_table(file.read(), headings=REQUIRED_HEADINGS)
        except BadInput as refusal:
            raise forms.ValidationError(refusal.sentence) from refusal
        file.seek(0)
        return file
