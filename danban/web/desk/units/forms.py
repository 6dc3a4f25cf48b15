"""The shape of what is typed or uploaded on pages of units. Nothing is saved here."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms

from danban.kit.refusals import BadInput
from danban.kit.tables import read_table
from danban.units.shipped import scheme, scheme_codes
from danban.units.texts import REQUIRED_HEADINGS
from danban.web.ui.choosing import offer
from danban.web.ui.fields import DayField

if TYPE_CHECKING:
    from danban.units.models import Level, Tree

_REQUIRED = {"required": "Hãy điền mục này."}
_BIGGEST = 2**62


def _date(label: str, help_text: str) -> DayField:
    return DayField(
        label=label, help_text=help_text,
        error_messages={**_REQUIRED, "invalid": "Ngày chưa đúng. Ví dụ đúng: 01/07/2025."},
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )  # fmt: skip


class BrowseForm(forms.Form):
    """What stands in the address of the tree: words, a level, an edition, a place; all optional."""

    q = forms.CharField(required=False, max_length=120)
    cap = forms.SlugField(required=False, max_length=50)
    co_cau = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)
    tai = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)

    def asked(self) -> dict[str, Any]:
        """What was asked for; a part that makes no sense is left out."""
        self.is_valid()
        typed = self.cleaned_data
        return {
            "text": typed.get("q") or "",
            "level": typed.get("cap") or "",
            "tree_id": typed.get("co_cau"),
            "place_id": typed.get("tai"),
        }


class PickerForm(forms.Form):
    """The picker as drawn: words and a level of the edition shown."""

    q = forms.CharField(label="Tên đơn vị, kèm tên cấp trên nếu trùng", required=False, max_length=120)
    cap = forms.ChoiceField(label="Cấp", required=False)

    def __init__(self, *args: Any, levels: Sequence["Level"], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "cap", [(level.code, level.name) for level in levels], nothing="Mọi cấp")


class OpenForm(forms.Form):
    """A new edition: its name, its scheme, its first day."""

    name = forms.CharField(
        label="Tên bản cơ cấu", max_length=160, error_messages=_REQUIRED, help_text="Ví dụ: Hà Nội từ 01/7/2025."
    )
    scheme_code = forms.ChoiceField(
        label="Mô hình tổ chức", choices=[(code, scheme(code).name) for code in scheme_codes()]
    )
    starts_on = _date("Có hiệu lực từ ngày", "Ngày đầu tiên của bản cơ cấu này.")


class DayForm(forms.Form):
    """One day; the page says which."""

    on = _date("Ngày", "")

    def __init__(self, *args: Any, label: str, help_text: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label, self.fields["on"].help_text = label, help_text


class EditionForm(forms.Form):
    """Which edition is meant, among those the person may bring units into."""

    co_cau = forms.TypedChoiceField(
        label="Nạp vào bản cơ cấu", coerce=int,
        error_messages={**_REQUIRED, "invalid_choice": "Hãy chọn một bản cơ cấu còn hiệu lực."},
    )  # fmt: skip

    def __init__(self, *args: Any, trees: Sequence["Tree"], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "co_cau", [(str(tree.pk), tree.name) for tree in trees])


class UploadForm(EditionForm):
    """A table of units and the edition it belongs to; a file that is no such table is refused at once."""

    tep = forms.FileField(
        label="Tệp danh sách đơn vị", error_messages={"required": "Hãy chọn một tệp.", "empty": "Tệp rỗng."},
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
