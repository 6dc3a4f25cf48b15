"""The shape of what is typed on pages of minutes and resolutions."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms

from danban.resolutions.rules import Article

SPARE = 2
"""Empty articles offered below those there."""


class RemarksForm(forms.Form):
    """A box a part of the minutes; every one may stay empty."""

    def __init__(self, *args: Any, parts: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, title in parts:
            self.fields[code] = forms.CharField(
                label=title, required=False, max_length=4_000, widget=forms.Textarea(attrs={"rows": 2})
            )

    def remarks(self) -> Mapping[str, str]:
        """What was typed, by part."""
        return dict(self.cleaned_data)


class ArticlesForm(forms.Form):
    """Title and text of each article, and a few empty ones."""

    def __init__(self, *args: Any, articles: Sequence[Article], **kwargs: Any) -> None:
        self.count = len(articles) + SPARE
        filled = {f"title_{at}": one.title for at, one in enumerate(articles)}
        filled |= {f"text_{at}": one.text for at, one in enumerate(articles)}
        super().__init__(*args, **{"initial": filled} | kwargs)
        for at in range(self.count):
            self.fields[f"title_{at}"] = forms.CharField(label=f"Điều {at + 1}", required=False, max_length=200)
            self.fields[f"text_{at}"] = forms.CharField(
                label=f"Nội dung Điều {at + 1}, mỗi khoản một dòng", required=False, max_length=8_000,
                widget=forms.Textarea(attrs={"rows": 4}),
            )  # fmt: skip

    def articles(self) -> list[Article]:
        """What was typed, in order."""
        typed = self.cleaned_data
        return [Article(typed[f"title_{at}"], typed[f"text_{at}"]) for at in range(self.count)]


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label="Lý do", max_length=1_000, error_messages={"required": "Hãy ghi lý do."}, widget=forms.Textarea
    )


class RevisionForm(forms.Form):
    """Which revision is looked at, in the address."""

    ban = forms.IntegerField(required=False, min_value=1, max_value=999)

    def asked(self) -> int | None:
        """The number asked for; None for the last."""
        return self.cleaned_data.get("ban") if self.is_valid() else None


class AreaForm(forms.Form):
    """Which unit is looked at, in the address."""

    don_vi = forms.IntegerField(required=False, min_value=1, max_value=2**62)

    def asked(self) -> int | None:
        """The unit asked for; None for the own one."""
        return self.cleaned_data.get("don_vi") if self.is_valid() else None
