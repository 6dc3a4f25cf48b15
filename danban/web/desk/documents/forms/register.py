"""The shape of what a register is narrowed to."""

from typing import TYPE_CHECKING

from django import forms

from danban.documents.queries import RegisterFilter
from danban.web.ui.choosing import offer

if TYPE_CHECKING:
    from danban.documents.queries import RegisterPage

_BIGGEST = 2**62


class AskedForm(forms.Form):
    """What stands in the address: a unit, a body, a series, a year, words of a paper; all optional."""

    don_vi = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)
    co_quan = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)
    so = forms.SlugField(required=False, max_length=20)
    nam = forms.IntegerField(required=False, min_value=1945, max_value=2100)
    q = forms.CharField(required=False, max_length=120)

    def wanted(self, *, own_unit: int | None) -> RegisterFilter:
        """What is asked for, the own unit's register where no unit is named; odd parts are left out."""
        self.is_valid()
        typed = self.cleaned_data
        return RegisterFilter(
            body_id=typed.get("co_quan"),
            unit_id=typed.get("don_vi") or own_unit,
            series=typed.get("so") or "",
            year=typed.get("nam"),
            text=typed.get("q") or "",
        )


class RegisterForm(forms.Form):
    """The filter as drawn: what this register has numbers of."""

    q = forms.CharField(label="Số, ký hiệu hoặc trích yếu", required=False, max_length=120)
    nam = forms.ChoiceField(label="Năm", required=False)
    so = forms.ChoiceField(label="Loại văn bản", required=False)
    co_quan = forms.ChoiceField(label="Cơ quan cấp số", required=False)

    @classmethod
    def over(cls, page: "RegisterPage", wanted: RegisterFilter) -> "RegisterForm":
        """Drawn with what was asked for; choices with one answer are not asked."""
        asked = {"q": wanted.text, "nam": wanted.year or "", "so": wanted.series, "co_quan": wanted.body_id or ""}
        form = cls(initial=asked)
        offer(form, "nam", [(year, str(year)) for year in page.years], nothing="Mọi năm")
        offer(form, "so", page.series, nothing="Mọi loại")
        offer(form, "co_quan", page.bodies, nothing="Mọi cơ quan")
        for name, choices in (("so", page.series), ("co_quan", page.bodies)):
            if len(choices) < 2:
                del form.fields[name]
        return form
