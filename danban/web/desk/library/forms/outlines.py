"""The shape of an outline, its words, a presentation, and of what their lists are narrowed to."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms

from danban.library.queries import OutlinesWanted, PresentationsWanted
from danban.library.rules import OutlineHeading, PresentationSheet, Words
from danban.library.states import Area, Field
from danban.web.desk.library.addresses import AREAS, code_of
from danban.web.desk.library.forms.references import day_field
from danban.web.ui.choosing import offer
from danban.web.ui.fields import text_field

if TYPE_CHECKING:
    from danban.library.models import OutlineVersion

_BIGGEST = 2**62


class WordsForm(forms.Form):
    """The words of a version."""

    text = forms.CharField(
        label="Nội dung", max_length=60_000, error_messages={"required": "Hãy viết nội dung."},
        help_text="Mỗi đoạn một dòng. Câu ngắn, đọc lên nghe được ngay.", widget=forms.Textarea(attrs={"rows": "18"}),
    )  # fmt: skip
    minutes = forms.IntegerField(
        label="Đọc hết bao nhiêu phút", required=False, min_value=1, max_value=240,
        help_text="Để trống thì tính theo số chữ.", widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    change_note = forms.CharField(
        label="Bản này khác bản trước ở đâu", required=False, max_length=2_000,
        widget=forms.Textarea(attrs={"rows": "2"}),
    )  # fmt: skip

    def words(self) -> Words:
        """What was typed."""
        typed = self.cleaned_data
        return Words(typed["text"], typed.get("minutes"), typed.get("change_note") or "")

    @staticmethod
    def initial_of(version: "OutlineVersion") -> dict[str, Any]:
        """What stands there."""
        outline = version.outline
        words = {"text": version.text, "minutes": version.minutes, "change_note": version.change_note}
        return words | {
            "title": outline.title, "field": outline.field, "level_id": outline.level_id, "area": outline.area,
        }  # fmt: skip


class OutlineForm(WordsForm):
    """An outline nobody has seen yet: what it is about, for whom, its words."""

    title = text_field("Tên đề cương", most=200, autocomplete="off")
    field = forms.ChoiceField(label="Lĩnh vực", choices=Field.choices)
    level_id = forms.TypedChoiceField(label="Dùng cho cấp", required=False, coerce=int, empty_value=None)
    area = forms.ChoiceField(label="Dùng cho địa bàn", choices=Area.choices)
    field_order = ("title", "field", "level_id", "area", "text", "minutes")

    def __init__(self, *args: Any, levels: Iterable[tuple[object, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "level_id", levels, nothing="Mọi cấp")
        del self.fields["change_note"]

    def heading(self) -> OutlineHeading:
        """What it is about, as typed."""
        typed = self.cleaned_data
        return OutlineHeading(typed["title"], typed["field"], typed["level_id"], typed["area"])


class WithdrawForm(forms.Form):
    """Why a version is withdrawn."""

    reason = forms.CharField(
        label="Lý do rút", max_length=2_000, error_messages={"required": "Hãy ghi lý do rút."},
        help_text="Mọi đơn vị đọc được. Ví dụ: quy định đã thay đổi từ 30/01/2024.", widget=forms.Textarea,
    )  # fmt: skip


class PresentationForm(forms.Form):
    """Where, when, on which occasion, to how many."""

    placement_id = forms.TypedChoiceField(label="Đơn vị", coerce=int)
    on = day_field("Ngày", required=True)
    occasion = text_field(
        "Dịp", most=200, help_text="Hội nghị đại biểu Nhân dân, họp tổ, đọc trên loa truyền thanh…", autocomplete="off"
    )
    attended = forms.IntegerField(
        label="Số người nghe", required=False, min_value=0, max_value=20_000,
        help_text="Đọc trên loa hoặc không đếm được thì để trống.",
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip

    def __init__(self, *args: Any, places: Iterable[tuple[object, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "placement_id", places)

    def sheet(self) -> PresentationSheet:
        """What was typed."""
        return PresentationSheet(**self.cleaned_data)


class OutlineListForm(forms.Form):
    """What stands in the address of a list of outlines or of presentations; all of it optional."""

    q = forms.CharField(required=False, max_length=80)
    linh_vuc = forms.CharField(required=False, max_length=20)
    cap = forms.CharField(required=False, max_length=50)
    dia_ban = forms.CharField(required=False, max_length=20)
    tat_ca = forms.BooleanField(required=False)
    ban, cu, moi = (forms.IntegerField(required=False, min_value=1, max_value=32_000) for _ in range(3))
    de_cuong = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)
    don_vi = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)
    trang = forms.IntegerField(required=False, min_value=1, max_value=10_000)

    def asked(self) -> dict[str, Any]:
        """What makes sense of the address."""
        self.is_valid()
        return self.cleaned_data

    def outlines(self) -> OutlinesWanted:
        """Which outlines."""
        asked = self.asked()
        return OutlinesWanted(
            words=asked.get("q") or "",
            field=asked.get("linh_vuc") or "",
            level=asked.get("cap") or "",
            area=code_of(asked.get("dia_ban") or "", AREAS),
            is_everything=bool(asked.get("tat_ca")),
            page=asked.get("trang") or 1,
        )

    def presentations(self) -> PresentationsWanted:
        """Which presentations."""
        asked = self.asked()
        return PresentationsWanted(asked.get("de_cuong"), asked.get("don_vi"), asked.get("trang") or 1)
