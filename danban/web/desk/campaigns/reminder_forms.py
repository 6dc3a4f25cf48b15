"""Which late things to remind of, as an address says it, and the words to do it with."""

from django import forms

from danban.campaigns.queries import LateFilter
from danban.web.desk.overviews.addresses import level_code

_BIGGEST = 2**62


class LateForm(forms.Form):
    """What stands in the address; all of it optional. A part that makes no sense finds nothing."""

    don_vi = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)
    viec = forms.CharField(required=False, max_length=60)
    cap = forms.CharField(required=False, max_length=60)
    so = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)

    def wanted(self) -> LateFilter:
        """What was asked for."""
        self.is_valid()
        asked = self.cleaned_data
        return LateFilter(
            kind=asked.get("viec") or "",
            level=level_code(asked.get("cap") or ""),
            place=asked.get("don_vi"),
            obligation=asked.get("so"),
        )


class WordsForm(forms.Form):
    """What whoever reminds says to those reminded, before the list of what is late."""

    words = forms.CharField(
        label="Lời đôn đốc",
        help_text="Đứng đầu tin gửi đi; danh sách việc quá hạn của từng người được ghi ngay bên dưới.",
        max_length=1_000,
        error_messages={"required": "Hãy ghi lời đôn đốc."},
        widget=forms.Textarea(attrs={"rows": 4}),
    )
