"""The shape of what is typed while a conference runs."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import forms

from danban.sittings.fields import FIELDS
from danban.sittings.rules import GOES_TO, AnswerSheet, HandSheet, OpinionSheet, PollSheet, TargetSheet
from danban.sittings.states import Matter
from danban.web.ui.choosing import offer
from danban.web.ui.fields import REQUIRED, day_field, text_field

_MOST_HANDS = 20_000


def _words(label: str, *, most: int, rows: int = 3, required: bool = True, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, required=required, help_text=help_text,
        error_messages={"required": REQUIRED}, widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


def _hands(label: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=_MOST_HANDS,
        error_messages={"required": REQUIRED, "invalid": "Hãy nhập một số.", "min_value": "Hãy nhập từ 0 trở lên."},
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 0}),
    )  # fmt: skip


def _amount(label: str, *, required: bool = True) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=required, max_digits=14, decimal_places=2, localize=True,
        error_messages={"required": REQUIRED, "invalid": "Hãy nhập một số, ví dụ 90 hoặc 92,5."},
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )  # fmt: skip


class OnceForm(forms.Form):
    """A form that may be sent twice: its ``uuid``, made when it was shown, makes the second harmless."""

    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class _AboutForm(OnceForm):
    """Something about an item of the agenda."""

    entry_id = forms.TypedChoiceField(label="Thuộc nội dung", coerce=int, empty_value=None, required=False)

    def __init__(self, *args: Any, entries: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "entry_id", entries, nothing="Không gắn với mục nào")


class OpinionForm(_AboutForm):
    """What somebody said."""

    text = _words("Nội dung ý kiến", most=4_000)
    speaker = text_field("Người nêu", most=160, required=False, help_text="Để trống nếu không nêu tên.")
    field = forms.ChoiceField(
        label="Lĩnh vực", required=False, choices=[("", "Chưa phân loại"), *FIELDS.items()]
    )  # fmt: skip
    field_order = ("text", "speaker", "entry_id", "field", "uuid")

    def sheet(self) -> OpinionSheet:
        """What was typed."""
        typed = self.cleaned_data
        return OpinionSheet(typed["text"], typed["speaker"], None, typed["entry_id"], None, typed["field"])


class SpeakerForm(OnceForm):
    """Somebody asks for the floor."""

    speaker = text_field("Người đăng ký phát biểu", most=160)


class AnswerForm(forms.Form):
    """An answer on the spot."""

    answer = _words("Trả lời", most=4_000)
    answered_by = text_field("Ai trả lời", most=160, help_text="Tên và chức vụ, ví dụ: Phó Chủ tịch UBND phường.")
    due_on = day_field("Hẹn xong ngày", required=False)

    def sheet(self) -> AnswerSheet:
        """What was typed."""
        typed = self.cleaned_data
        return AnswerSheet(typed["answer"], typed["answered_by"], typed["due_on"])


class NoteForm(forms.Form):
    """Why an item is not dealt with, or what came of it."""

    note = _words("Ghi chú", most=600)


class HandsForm(_AboutForm):
    """A count of hands or paper ballots."""

    question = text_field("Biểu quyết việc gì", most=400)
    matter = forms.ChoiceField(
        label="Loại việc", choices=Matter.choices, initial=Matter.ORDINARY,
        help_text="Việc luật dành cho các hộ quyết định được tính trên tổng số hộ, không tính trên số có mặt.",
    )  # fmt: skip
    present = _hands("Có mặt")
    in_favour = _hands("Đồng ý")
    against = _hands("Không đồng ý")
    other = _hands("Ý kiến khác")
    gap_reason = text_field("Nếu số đếm lệch: vì sao", most=300, required=False)
    is_ballot = forms.BooleanField(label="Bỏ phiếu giấy, không phải giơ tay", required=False)
    goes_to = forms.ChoiceField(
        label="Nếu chưa đủ tỷ lệ thì bàn tiếp ở", required=False, choices=[("", "Họp cộng đồng dân cư"), *[
            item for item in GOES_TO.items() if item[0] != "meeting"
        ]],
    )  # fmt: skip
    chooses = forms.CharField(required=False, widget=forms.HiddenInput)
    target_id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    village_id = forms.TypedChoiceField(label="Đếm riêng cho", coerce=int, empty_value=None, required=False)
    field_order = (
        "question", "village_id", "present", "in_favour", "against", "other", "gap_reason", "entry_id", "matter",
        "is_ballot", "goes_to", "chooses", "target_id", "uuid",
    )  # fmt: skip

    def __init__(self, *args: Any, villages: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = list(villages)
        offer(self, "village_id", offered, nothing="Cả hội nghị")
        if len(offered) < 2:
            del self.fields["village_id"]

    def sheet(self) -> HandSheet:
        """What was typed."""
        typed = dict(self.cleaned_data)
        typed.pop("uuid")
        return HandSheet(**typed)


class TargetForm(forms.Form):
    """A target."""

    indicator = text_field("Chỉ tiêu", most=240, help_text="Ví dụ: Hộ đạt danh hiệu Gia đình văn hóa.")
    value = _amount("Mức phấn đấu")
    unit_label = text_field("Đơn vị tính", most=40, required=False, help_text="Ví dụ: %, hộ, buổi.")
    denominator = text_field(
        "Tính trên", most=120, required=False, help_text="Bắt buộc khi là %, ví dụ: số hộ đăng ký."
    )  # fmt: skip
    base = _amount("Kết quả năm trước", required=False)
    owner = text_field("Ai chịu trách nhiệm", most=160, required=False)
    measure = _words("Biện pháp", most=2_000, required=False)

    def sheet(self) -> TargetSheet:
        """What was typed."""
        return TargetSheet(**self.cleaned_data)


class PollForm(_AboutForm):
    """A secret vote."""

    question = text_field("Bỏ phiếu việc gì", most=400)
    options = _words("Các phương án", most=6_000, rows=4, help_text="Mỗi dòng một phương án.")
    most = forms.IntegerField(label="Được chọn tối đa", min_value=1, max_value=30, initial=1)
    matter = forms.ChoiceField(label="Loại việc", choices=Matter.choices, initial=Matter.ORDINARY)
    target_id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    field_order = ("question", "options", "most", "entry_id", "matter", "target_id", "uuid")

    def sheet(self) -> PollSheet:
        """What was typed; empty lines mean nothing."""
        typed = self.cleaned_data
        lines = tuple(line for line in typed["options"].splitlines() if line.strip())
        return PollSheet(
            typed["question"], lines, typed["most"], typed["matter"], typed["entry_id"], typed["target_id"]
        )  # fmt: skip


class ReasonForm(forms.Form):
    """Why a vote is given up."""

    reason = text_field("Lý do", most=300)
