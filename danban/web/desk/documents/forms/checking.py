"""The shape of a check: a Word file, and whose form it should follow."""

from django import forms

from danban.papers.check.profiles import PROFILE_NAMES
from danban.papers.paper import Profile

_ITSELF = "auto"
_CHOICES = [(_ITSELF, "Tự nhận ra từ văn bản")]
_CHOICES += [(profile.value, f"{name[0].upper()}{name[1:]}") for profile, name in PROFILE_NAMES.items()]
_WORD = ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class CheckPaperForm(forms.Form):
    """A file that is read and forgotten."""

    file = forms.FileField(
        label="Văn bản cần kiểm tra",
        error_messages={"required": "Hãy chọn một tệp .docx.", "empty": "Tệp rỗng. Hãy chọn tệp có nội dung."},
        help_text="Tệp .docx, tối đa 20 MB. Tệp chỉ được đọc một lần, không được lưu lại.",
        widget=forms.FileInput(attrs={"accept": _WORD}),
    )
    profile = forms.ChoiceField(
        label="Văn bản của",
        error_messages={"required": "Hãy chọn một dòng.", "invalid_choice": "Hãy chọn một dòng trong danh sách."},
        choices=_CHOICES,
    )

    @property
    def chosen(self) -> Profile | None:
        """The profile chosen; None where the paper itself should tell."""
        value = self.cleaned_data["profile"]
        return None if value == _ITSELF else Profile(value)
