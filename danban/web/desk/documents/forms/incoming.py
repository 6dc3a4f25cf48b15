"""The shape of a line of the register of what came in, and of what the register is narrowed to."""

from typing import Any, cast

from django import forms

from danban.documents.queries import EnterPage, IncomingFilter, IncomingPage
from danban.documents.rules import WANTED, IncomingPaper
from danban.web.ui.choosing import offer
from danban.web.ui.fields import day_field, text_field

_BIGGEST = 2**62


class IncomingAskedForm(forms.Form):
    """What stands in the address of the register; all of it optional."""

    q = forms.CharField(required=False, max_length=120)
    nam = forms.IntegerField(required=False, min_value=1945, max_value=2100)
    co_quan = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)

    def wanted(self) -> IncomingFilter:
        """What was asked for; odd parts are left out."""
        self.is_valid()
        typed = self.cleaned_data
        return IncomingFilter(body_id=typed.get("co_quan"), year=typed.get("nam"), text=typed.get("q") or "")


class IncomingFilterForm(forms.Form):
    """The filter as drawn."""

    q = forms.CharField(label="Số, nơi gửi, trích yếu, người nhận", required=False, max_length=120)
    nam = forms.ChoiceField(label="Năm", required=False)
    co_quan = forms.ChoiceField(label="Sổ của", required=False)

    @classmethod
    def over(cls, page: IncomingPage, wanted: IncomingFilter) -> "IncomingFilterForm":
        """Drawn with what was asked for; choices with one answer are not asked."""
        form = cls(initial={"q": wanted.text, "nam": wanted.year or "", "co_quan": wanted.body_id or ""})
        offer(form, "nam", [(year, str(year)) for year in page.years], nothing="Mọi năm")
        offer(form, "co_quan", page.bodies, nothing="Mọi cơ quan")
        if len(page.bodies) < 2:
            del form.fields["co_quan"]
        return form


class EnterForm(forms.Form):
    """A line: of a paper sent here only the day, the register and who deals with it are asked."""

    received_on = day_field("Ngày đến")
    body_id = forms.TypedChoiceField(label="Vào sổ của", coerce=int)
    issuer = text_field("Cơ quan ban hành", most=200, autocomplete="off")
    symbol = text_field("Số, ký hiệu", most=60, required=False, autocomplete="off")
    issued_on = day_field("Ngày văn bản", required=False)
    subject = forms.CharField(
        label="Trích yếu nội dung", max_length=300, widget=forms.Textarea(attrs={"rows": "2"}),
        error_messages={"required": "Hãy ghi trích yếu nội dung."},
    )  # fmt: skip
    handed_to = text_field("Giao cho", most=200, required=False, help_text="Người hoặc bộ phận xử lý.")
    file = forms.FileField(
        label="Bản quét", required=False, help_text=f"{WANTED} Tối đa 20 MB.",
        error_messages={"empty": "Tệp rỗng. Hãy chọn lại tệp có nội dung."},
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.odt"}),
    )  # fmt: skip

    def __init__(self, *args: Any, found: EnterPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "body_id", found.bodies)
        if len(found.bodies) == 1:
            self.fields["body_id"].widget = forms.HiddenInput()
            self.fields["body_id"].initial = found.bodies[0][0]
        if found.delivery is not None:
            for name in ("issuer", "symbol", "issued_on", "subject", "file"):
                del self.fields[name]

    @property
    def paper(self) -> IncomingPaper:
        """What was typed of the paper itself."""
        typed = self.cleaned_data
        return IncomingPaper(
            symbol=typed.get("symbol") or "",
            issuer=typed.get("issuer") or "",
            issued_on=typed.get("issued_on"),
            subject=typed.get("subject") or "",
            handed_to=typed["handed_to"],
        )

    @property
    def upload(self) -> tuple[bytes, str]:
        """The scan and its name; nothing where none was chosen."""
        file = self.cleaned_data.get("file")
        return (file.read(), cast("str", file.name)) if file else (b"", "")
