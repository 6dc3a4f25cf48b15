"""The shape of what is typed or chosen to check a paper. Nothing of it is kept."""

from typing import Any

from django import forms

from danban.documents.rules import MAX_BYTES

_TOO_LARGE = "Tệp lớn quá 20 MB nên không so được."


class CodeForm(forms.Form):
    """The code printed beside the QR, however it is typed."""

    ma = forms.CharField(
        label="Mã kiểm tra", max_length=40, help_text="10 chữ và số, in dưới ô vuông ở chân văn bản.",
        error_messages={"required": "Hãy gõ mã in trên văn bản."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )  # fmt: skip

    def clean_ma(self) -> str:
        """Letters and digits alone, small."""
        typed = "".join(letter for letter in self.cleaned_data["ma"].lower() if letter.isalnum())
        if len(typed) != 10 or not typed.isascii():
            raise forms.ValidationError("Mã có đúng 10 chữ và số. Hãy xem lại mã in trên văn bản.")
        return typed


class CompareForm(forms.Form):
    """A file to be compared with what was issued."""

    tep = forms.FileField(
        label="Tệp cần so", help_text="Tối đa 20 MB. Tệp chỉ được so rồi bỏ, không lưu lại.",
        error_messages={"required": "Hãy chọn một tệp.", "empty": "Tệp rỗng. Hãy chọn lại tệp có nội dung."},
    )  # fmt: skip

    def clean_tep(self) -> Any:
        """Not larger than anything that could have been kept."""
        file = self.cleaned_data["tep"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(_TOO_LARGE)
        return file
