"""The shape of a legal basis as typed, and of what its list is narrowed to."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms

from danban.library.queries import ReferencesWanted
from danban.library.rules import ReferenceSheet
from danban.web.desk.library.addresses import SIDES, STATES, code_of
from danban.web.ui.choosing import offer
from danban.web.ui.fields import DayField, text_field

if TYPE_CHECKING:
    from danban.library.models import Reference

_BIGGEST = 2**62


def day_field(label: str, *, required: bool = False, help_text: str = "") -> DayField:
    """A day chosen or typed."""
    return DayField(
        label=label, required=required, help_text=help_text, input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        error_messages={"required": "Hãy chọn ngày.", "invalid": "Ngày chưa đúng. Ví dụ đúng: 10/02/2023."},
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )  # fmt: skip


class ReferenceForm(forms.Form):
    """A paper that others cite."""

    kind_name = text_field("Loại văn bản", most=80, placeholder="Luật, Nghị định, Chỉ thị…")
    symbol = text_field("Số, ký hiệu", most=80, required=False, placeholder="30/2020/NĐ-CP", autocomplete="off")
    title = forms.CharField(
        label="Trích yếu", max_length=1_000, error_messages={"required": "Hãy ghi trích yếu."},
        widget=forms.Textarea(attrs={"rows": "2"}),
    )  # fmt: skip
    issuer = text_field("Cơ quan ban hành", most=200, required=False, placeholder="Chính phủ")
    issued_on = day_field("Ngày ban hành")
    in_force_from = day_field("Có hiệu lực từ ngày", help_text="Để trống thì tính từ ngày ban hành.")
    in_force_until = day_field("Ngày cuối còn hiệu lực")
    replaced_by_id = forms.TypedChoiceField(
        label="Được thay thế bằng", required=False, coerce=int, empty_value=None,
        help_text="Để trống ngày cuối thì tính là ngày trước khi văn bản thay thế có hiệu lực.",
    )  # fmt: skip
    is_party = forms.BooleanField(label="Văn bản của Đảng", required=False)
    note = forms.CharField(
        label="Ghi chú", required=False, max_length=2_000, help_text="Điều gì chưa đối chiếu thì ghi ở đây.",
        widget=forms.Textarea(attrs={"rows": "2"}),
    )  # fmt: skip

    def __init__(self, *args: Any, others: Iterable[tuple[object, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "replaced_by_id", others, nothing="Chưa có văn bản thay thế")

    def sheet(self) -> ReferenceSheet:
        """What was typed."""
        return ReferenceSheet(**self.cleaned_data)

    @staticmethod
    def initial_of(reference: "Reference") -> dict[str, Any]:
        """What stands there."""
        return {name: getattr(reference, name) for name in ReferenceForm.base_fields}


class ReferenceListForm(forms.Form):
    """What stands in the address of the list; all of it optional."""

    q = forms.CharField(required=False, max_length=80)
    hieu_luc = forms.CharField(required=False, max_length=20)
    ben = forms.CharField(required=False, max_length=20)
    nam = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)
    trang = forms.IntegerField(required=False, min_value=1, max_value=10_000)

    def wanted(self) -> ReferencesWanted:
        """What was asked for; a part that makes no sense is left out."""
        self.is_valid()
        asked = self.cleaned_data
        return ReferencesWanted(
            words=asked.get("q") or "",
            state=code_of(asked.get("hieu_luc") or "", STATES),  # type: ignore[arg-type]  # a key of STATES, or ""
            side=code_of(asked.get("ben") or "", SIDES),  # type: ignore[arg-type]  # a key of SIDES, or ""
            campaign_id=asked.get("nam"),
            page=asked.get("trang") or 1,
        )
