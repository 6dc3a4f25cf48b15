"""The shape of what is typed about a paper: its draft, a reason, its day, its signed copy, who signs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms

from danban.documents.queries import DocumentFilter, DraftPage, SignersPage
from danban.documents.rules import Sheet
from danban.documents.states import DocumentStatus, Power
from danban.kit.vietnamese import squeeze
from danban.papers.paper import Profile
from danban.web.ui.choosing import offer
from danban.web.ui.fields import REQUIRED, day_field, text_field

if TYPE_CHECKING:
    from danban.library.queries import Basis


def _lines(label: str, *, help_text: str = "", rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, help_text=help_text, max_length=20_000,
        widget=forms.Textarea(attrs={"rows": str(rows)}),
    )  # fmt: skip


class DraftForm(forms.Form):
    """One form for every kind of paper drafted here; ``sheet`` reads it."""

    body = forms.TypedChoiceField(label="Cơ quan ban hành", coerce=int, error_messages={"required": REQUIRED})
    second_body = forms.TypedChoiceField(label="Cùng ban hành với", coerce=int, empty_value=None, required=False)
    symbol = text_field("Ký hiệu", most=50, help_text="In sau số: 05/…", list="ky-hieu", autocomplete="off")
    subject = text_field("Trích yếu", most=300, help_text="Văn bản nói về việc gì, một câu ngắn.")
    addressed_to = _lines("Kính gửi", help_text="Mỗi nơi một dòng.")
    basis = _lines("Căn cứ", help_text="Mỗi căn cứ một dòng.")
    shelf = forms.TypedMultipleChoiceField(
        label="Văn bản còn hiệu lực", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    text = forms.CharField(
        label="Nội dung", required=False, max_length=250_000,
        help_text="Gõ hoặc dán từ Word. Đầu dòng “I.”, “1.”, “a)”, “-”, “+”, “Điều 1.” thành mục, khoản, điểm.",
        widget=forms.Textarea(attrs={"rows": "14"}),
    )  # fmt: skip
    recipients = _lines("Nơi nhận", help_text="Mỗi nơi một dòng, dòng cuối là Lưu.", rows=4)
    signers = forms.TypedMultipleChoiceField(
        label="Người ký", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    is_public = forms.BooleanField(label="Cho phép mọi người đọc khi quét mã kiểm tra", required=False)

    def __init__(self, *args: Any, page: DraftPage, shelf: "Sequence[Basis]" = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page
        self.lines = {one.reference.pk: one.line for one in shelf}
        offer(self, "shelf", list(self.lines.items()))
        bodies = [(body.pk, body.name) for body in page.bodies]
        offer(self, "body", bodies)
        offer(self, "second_body", bodies, nothing="Không, một cơ quan ban hành")
        offer(self, "signers", [(one.pk, f"{one.full_name}, {one.position}: {one.body.name}") for one in page.signers])
        if len(bodies) < 2:
            del self.fields["second_body"]
        if not page.signers:
            del self.fields["signers"]

    def sheet(self) -> Sheet:
        """What was typed; its profile is told by its bodies."""
        typed = self.cleaned_data
        return Sheet(
            kind=self.page.kind.code,
            profile=Profile.STATE,
            body_id=typed["body"],
            second_body_id=typed.get("second_body"),
            series=self.page.kind.series,
            symbol_pattern=f"{{number:02d}}/{squeeze(typed['symbol'])}",
            subject=squeeze(typed["subject"]),
            addressed_to=_split(typed["addressed_to"]),
            basis=self._basis(),
            text=typed["text"],
            recipients=_split(typed["recipients"]),
            signer_ids=tuple(typed.get("signers") or ()),
            is_public=typed["is_public"],
        )

    def _basis(self) -> tuple[str, ...]:
        """What was typed, then what was taken from the library, each once."""
        taken = (self.lines[pk] for pk in self.cleaned_data["shelf"])
        return tuple(dict.fromkeys((*_split(self.cleaned_data["basis"]), *taken)))

    @staticmethod
    def filled(sheet: Sheet) -> dict[str, object]:
        """A sheet as the form shows it."""
        return {
            "body": sheet.body_id, "second_body": sheet.second_body_id or "", "subject": sheet.subject,
            "symbol": sheet.symbol_pattern.partition("/")[2], "addressed_to": "\n".join(sheet.addressed_to),
            "basis": "\n".join(sheet.basis), "text": sheet.text, "recipients": "\n".join(sheet.recipients),
            "signers": list(sheet.signer_ids), "is_public": sheet.is_public,
        }  # fmt: skip


def _split(lines: str) -> tuple[str, ...]:
    """A line each, without its dash and its last sign."""
    found = (squeeze(line).lstrip("-–•+ ").rstrip(" ;") for line in lines.splitlines())
    return tuple(line for line in found if line)


class ReasonForm(forms.Form):
    """Why a paper goes back or is revoked."""

    reason = forms.CharField(
        label="Lý do", max_length=2_000, error_messages={"required": "Hãy ghi lý do."},
        widget=forms.Textarea(attrs={"rows": "3"}),
    )  # fmt: skip


class IssueForm(forms.Form):
    """The day on the paper."""

    issued_on = day_field("Ngày ban hành")


class SignedForm(forms.Form):
    """The signed and sealed copy."""

    file = forms.FileField(
        label="Bản có chữ ký, con dấu", help_text="PDF hoặc ảnh chụp rõ, tối đa 20 MB.",
        error_messages={"required": "Hãy chọn tệp.", "empty": "Tệp rỗng. Hãy chọn lại tệp có nội dung."},
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )  # fmt: skip


class SignerForm(forms.Form):
    """Who signs for which body, by which power, from which day."""

    body = forms.TypedChoiceField(label="Ký cho cơ quan", coerce=int, error_messages={"required": REQUIRED})
    full_name = text_field("Họ và tên như in trên văn bản", most=120, autocomplete="off")
    position = text_field("Chức vụ như in trên văn bản", most=120, help_text="Ví dụ: Chủ tịch, Phó Chủ tịch.")
    power = forms.ChoiceField(label="Quyền hạn ký", choices=Power.choices, initial=Power.FOR_BODY.value)
    head_position = text_field(
        "Ký thay, thừa lệnh ai", most=120, required=False, help_text="Chỉ khi ký KT., TL., TUQ. Ví dụ: Chủ tịch."
    )
    account = forms.TypedChoiceField(
        label="Tài khoản của người này", coerce=int, empty_value=None, required=False,
        help_text="Để hệ thống biết người soạn không tự ký.",
    )  # fmt: skip
    starts_on = day_field("Ký từ ngày")

    def __init__(self, *args: Any, page: SignersPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "body", [(body.pk, body.name) for body in page.bodies])
        offer(self, "account", page.people, nothing="Chưa có tài khoản")


class EndForm(forms.Form):
    """The last day a person signs."""

    ends_on = day_field("Ngày cuối còn ký")


class PapersForm(forms.Form):
    """What stands in the address of the list; odd parts are left out."""

    xem = forms.CharField(required=False, max_length=20)
    tinh_trang = forms.ChoiceField(label="Tình trạng", required=False, choices=DocumentStatus.choices)
    loai = forms.CharField(required=False, max_length=30)
    nam = forms.IntegerField(required=False, min_value=1945, max_value=2100)
    q = forms.CharField(required=False, max_length=120)

    def wanted(self) -> DocumentFilter:
        """What was asked for."""
        self.is_valid()
        typed = self.cleaned_data
        return DocumentFilter(
            is_below=typed.get("xem") == "cap-duoi",
            state=typed.get("tinh_trang") or "",
            kind=typed.get("loai") or "",
            year=typed.get("nam"),
            text=typed.get("q") or "",
        )
