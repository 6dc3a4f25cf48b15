"""The small forms of plans: a day of issue, a kick-off meeting, a reason, what lists are narrowed to."""

from typing import Any, cast

from django import forms

from danban.kit.refusals import NotFound
from danban.plans.queries import BELOW_STATES, BelowFilter, ReceiptFilter
from danban.plans.queries.receipts import State
from danban.web.ui.fields import DayField

NEEDED = "Không được để trống."
_BELOW_WORDS = {
    "da-ban-hanh": "issued", "ban-hanh-muon": "issued_late", "cho-duyet": "waiting", "dang-soan": "drafting",
    "tra-lai": "returned", "chua-lap": "missing", "qua-han": "late", "chua-khop": "behind", "chua-nhan": "unread",
}  # fmt: skip
_WORD_OF = {state: word for word, state in _BELOW_WORDS.items()}
assert set(_WORD_OF) == set(BELOW_STATES)


def day_field(label: str, *, required: bool = True, help_text: str = "") -> DayField:
    """A day, picked or typed."""
    return DayField(
        label=label, required=required, help_text=help_text,
        error_messages={"required": "Hãy nhập ngày.", "invalid": "Ngày chưa đúng. Ví dụ đúng: 28/12/2022."},
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )  # fmt: skip


def words_field(label: str, limit: int, *, required: bool = True, rows: int = 0, help_text: str = "") -> Any:
    """Words of at most ``limit`` characters, in one line or in ``rows``."""
    return forms.CharField(
        label=label, max_length=limit, required=required, help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput(),
        error_messages={"required": NEEDED, "max_length": f"Dài quá {limit} ký tự."},
    )  # fmt: skip


class IssueForm(forms.Form):
    """The day on the paper."""

    issued_on = day_field("Ngày ban hành", help_text="Ngày ghi trên văn bản đã ký; hôm nay hoặc trước đó.")


class KickoffForm(forms.Form):
    """The meeting at which a plan was rolled out."""

    on = day_field("Ngày họp")
    place = words_field("Nơi họp", 200)
    attended = forms.IntegerField(
        label="Số người dự", required=False, help_text="Để trống nếu không đếm.",
        error_messages={"invalid": "Hãy nhập một số."},
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 1}),
    )  # fmt: skip
    note = words_field("Ghi chú", 4_000, required=False, rows=3)


class ReasonForm(forms.Form):
    """Why a body does not agree."""

    reason = words_field("Lý do", 2_000, rows=4, help_text="Bên soạn đọc dòng này để sửa.")


class CommentForm(forms.Form):
    """What a unit below has to mend."""

    comment = words_field("Điều cần sửa", 2_000, rows=5, help_text="Đơn vị đọc đúng những lời này.")


class ReceiveForm(forms.Form):
    """Which plan was received: an edition, or none for the plan of the year."""

    ban = forms.IntegerField(required=False, min_value=1, max_value=2**62)

    def edition_id(self) -> int | None:
        """The edition; raises ``NotFound`` for what is none."""
        if not self.is_valid():
            raise NotFound
        edition_id: int | None = self.cleaned_data["ban"]
        return edition_id


class BelowForm(forms.Form):
    """What stands in the address of the list of plans below; odd parts are left out."""

    cap = forms.SlugField(required=False, max_length=40)
    tinh_trang = forms.ChoiceField(required=False, choices=[(word, word) for word in _BELOW_WORDS])
    q = forms.CharField(required=False, max_length=80)

    def wanted(self) -> BelowFilter:
        """What is asked for."""
        self.is_valid()
        typed = self.cleaned_data
        state = _BELOW_WORDS.get(typed.get("tinh_trang") or "", "")
        return BelowFilter(level=typed.get("cap") or "", state=state, text=typed.get("q") or "")


class ReceiptsForm(forms.Form):
    """What stands in the address of the list of receipts; odd parts are left out."""

    _STATES = {"da-nhan": "received", "chua-nhan": "missing"}

    cap = forms.SlugField(required=False, max_length=40)
    tinh_trang = forms.ChoiceField(required=False, choices=[(word, word) for word in _STATES])
    q = forms.CharField(required=False, max_length=80)

    def wanted(self) -> ReceiptFilter:
        """What is asked for."""
        self.is_valid()
        typed = self.cleaned_data
        state = cast("State", self._STATES.get(typed.get("tinh_trang") or "", ""))
        return ReceiptFilter(level=typed.get("cap") or "", state=state, text=typed.get("q") or "")


def word_of(state: str) -> str:
    """How a state of the list below is written in an address; "" for all."""
    return _WORD_OF.get(state, "")
