"""The shape of what stands in an address. Nothing here knows what exists."""

from django import forms

from danban.overviews.queries import Filters
from danban.web.desk.overviews.addresses import STATES, level_code, state_code

_BIGGEST = 2**62


class FilterForm(forms.Form):
    """Filters of the list of obligations, all of them optional."""

    don_vi = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)
    viec = forms.SlugField(required=False, max_length=60)
    cap = forms.SlugField(required=False, max_length=60)
    tinh_trang = forms.ChoiceField(required=False, choices=[(word, word) for word in STATES.values()])
    q = forms.CharField(required=False, max_length=80)
    trang = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)
    nam = forms.CharField(required=False, max_length=20)

    def filters(self) -> Filters:
        """What was asked for; a part that makes no sense is left out."""
        self.is_valid()
        asked = self.cleaned_data
        return Filters(
            place=asked.get("don_vi"),
            kind=asked.get("viec") or "",
            level=level_code(asked.get("cap") or ""),
            state=state_code(asked.get("tinh_trang") or ""),
            words=asked.get("q") or "",
            page=asked.get("trang") or 1,
            key=asked.get("nam") or "",
        )
