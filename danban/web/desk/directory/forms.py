"""The shape of contacts as typed, and of what stands in an address. Nothing here is saved."""

from django import forms

_BIGGEST = 2**31


def _line(label: str, *, most: int, help_text: str = "", **attrs: str) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off", **attrs})
    return forms.CharField(label=label, max_length=most, required=False, help_text=help_text, widget=widget)


class PostContactsForm(forms.Form):
    """How the holder of a post is reached at work; empty takes away."""

    phone = _line("Điện thoại công vụ", most=30, help_text="Ví dụ: 024 3825 3536.", inputmode="tel")
    email = _line("Thư công vụ", most=254, inputmode="email")


class BodyContactsForm(PostContactsForm):
    """How the office of a body is reached; empty takes away."""

    address = _line("Địa chỉ trụ sở", most=200)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["phone"].label, self.fields["email"].label = "Điện thoại cơ quan", "Thư cơ quan"


class LookUpForm(forms.Form):
    """Words to look for and the page wanted; all optional."""

    q = forms.CharField(required=False, max_length=120)
    trang = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)

    def words(self) -> str:
        """The words typed, "" where none make sense."""
        self.is_valid()
        return str(self.cleaned_data.get("q") or "")

    def number(self) -> int:
        """The page asked for, else the first."""
        self.is_valid()
        return int(self.cleaned_data.get("trang") or 1)
