"""Forms about whole drafts and years. They check shape only; whether a deed is right, its rule decides."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from danban.kit.vietnamese import day
from danban.web.ui.choosing import offer

if TYPE_CHECKING:
    from danban.campaigns.models import Draft
    from danban.units.models import Tree

MOST_BYTES = 20 * 1024 * 1024
FORMATS = (".docx", ".odt", ".pdf", ".html", ".htm", ".txt")


class PlanForm(forms.Form):
    """A plan document and the edition of the tree its year is for."""

    document = forms.FileField(
        label="Văn bản kế hoạch",
        error_messages={
            "required": "Hãy chọn tệp kế hoạch.",
            "empty": "Tệp này rỗng. Hãy chọn lại tệp có nội dung.",
            "missing": "Hãy chọn tệp kế hoạch.",
            "invalid": "Tệp chưa gửi được. Hãy chọn lại.",
        },
        widget=forms.FileInput(attrs={"accept": ",".join(FORMATS), "class": "drop"}),
    )
    tree = forms.TypedChoiceField(
        label="Giao việc cho các đơn vị của",
        coerce=int,
        error_messages={"required": "Hãy chọn bản cơ cấu đơn vị.", "invalid_choice": "Hãy chọn lại bản cơ cấu."},
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, trees: Sequence["Tree"], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "tree", [(tree.pk, _edition(tree)) for tree in trees])
        if len(trees) == 1:
            self.fields["tree"].initial = trees[0].pk
            self.fields["tree"].widget = forms.HiddenInput()

    def clean_document(self) -> "UploadedFile[bytes]":
        """Refused here only for its size, so that nothing large is read into memory."""
        file: UploadedFile[bytes] = self.cleaned_data["document"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError("Tệp lớn quá 20 MB. Hãy giảm dung lượng, hoặc chỉ gửi phần kế hoạch.")
        return file


def _edition(tree: "Tree") -> str:
    until = f" đến {day(tree.ends_on)}" if tree.ends_on else ""
    return f"{tree.name} (từ {day(tree.starts_on)}{until})"


class HeadingForm(forms.Form):
    """Year, name and theme."""

    year = forms.IntegerField(
        label="Năm",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        error_messages={"required": "Hãy nhập năm.", "invalid": "Năm viết bằng bốn chữ số, ví dụ 2023."},
    )
    name = forms.CharField(
        label="Tên",
        max_length=200,
        help_text="Tên ngắn mọi người vẫn gọi, dùng ở đầu các trang.",
        error_messages={"required": "Hãy nhập tên.", "max_length": "Tên dài quá 200 ký tự."},
    )
    theme = forms.CharField(
        label="Chủ đề",
        max_length=300,
        required=False,
        error_messages={"max_length": "Chủ đề dài quá 300 ký tự."},
    )

    @classmethod
    def of(cls, draft: "Draft") -> "HeadingForm":
        """Filled with what the draft says now."""
        return cls(initial={"year": draft.year, "name": draft.name, "theme": draft.theme})


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label="Lý do",
        max_length=2_000,
        help_text="Ghi vào nhật ký và lịch sử của năm; mọi đơn vị đọc được.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Hãy ghi lý do.", "max_length": "Lý do dài quá 2.000 ký tự."},
    )


class CloneForm(forms.Form):
    """The year to copy into."""

    year = forms.IntegerField(
        label="Năm mới",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        error_messages={"required": "Hãy nhập năm.", "invalid": "Năm viết bằng bốn chữ số, ví dụ 2024."},
    )


def choices(pairs: Iterable[tuple[str, str]], empty: str = "") -> list[tuple[str, str]]:
    """Options of a select; ``empty`` names the option of no choice."""
    return [*([("", empty)] if empty else []), *pairs]
