"""The shape of what is typed while a conference runs."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from django import forms

from danban.sittings.fields import FIELDS
from danban.sittings.rules import GOES_TO, AnswerSheet, HandSheet, OpinionSheet, PollSheet, TargetSheet
from danban.sittings.states import Matter
from danban.web.ui.choosing import offer
from danban.web.ui.fields import REQUIRED, CountField, day_field, text_field

Choices = Iterable[tuple[object, str]]


def _choice(label: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, required=False, coerce=int, empty_value=None)


def _text(label: str, *, rows: int = 3, required: bool = True, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, required=required, max_length=4_000, help_text=help_text, error_messages={"required": REQUIRED},
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


class OnceForm(forms.Form):
    """A form with a number of its own: sent twice, it counts once."""

    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class OpinionForm(OnceForm):
    """What somebody says, to which item."""

    text = _text("Nội dung ý kiến")
    speaker = text_field(
        "Người nói",
        most=160,
        required=False,
        help_text="Bỏ trống nếu không nêu tên.",
        list="nguoi-du",
        autocomplete="off",
    )
    entry_id = _choice("Mục chương trình")
    village_id = _choice("Của thôn, tổ dân phố")
    field = forms.ChoiceField(label="Lĩnh vực", required=False)

    def __init__(self, *args: Any, entries: Choices, villages: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "entry_id", entries, nothing="Không theo mục nào")
        offer(self, "field", FIELDS.items(), nothing="Chưa phân loại")
        if not offer_villages(self, villages):
            del self.fields["village_id"]

    def sheet(self, names: Mapping[str, int | None]) -> OpinionSheet:
        """As typed; a name of somebody present stands for that delegate."""
        typed = self.cleaned_data
        return OpinionSheet(
            text=typed["text"], speaker=typed["speaker"], delegate_id=names.get(typed["speaker"]),
            entry_id=typed["entry_id"], village_id=typed.get("village_id"), field=typed["field"],
        )  # fmt: skip


def offer_villages(form: forms.Form, villages: Choices) -> bool:
    """Offer the villages a conference serves; False where it serves one."""
    known = list(villages)
    offer(form, "village_id", known, nothing="Cả hội nghị")
    return len(known) > 1


class SpeakerForm(OnceForm):
    """Somebody who asks for the floor."""

    speaker = text_field("Tên người đăng ký", most=160, list="nguoi-du", autocomplete="off")


class AnswerForm(forms.Form):
    """An answer on the spot."""

    text = _text("Trả lời")
    answered_by = text_field("Người trả lời", most=160, help_text="Họ tên, chức vụ.")
    due_on = day_field("Hẹn xong ngày", required=False)

    def sheet(self) -> AnswerSheet:
        """As typed."""
        return AnswerSheet(**self.cleaned_data)


class HandsForm(OnceForm):
    """A count of hands, or of paper ballots. ``people`` are those proposed where officers are chosen."""

    people = _text("Người được giới thiệu", rows=2, help_text="Mỗi người một dòng: họ tên, dấu phẩy, chức danh.")
    question = text_field("Nội dung biểu quyết", most=400)
    entry_id = _choice("Mục chương trình")
    target_id = _choice("Chỉ tiêu")
    village_id = _choice("Đếm riêng cho thôn, tổ dân phố")
    present = CountField(label="Có mặt", widget=forms.TextInput(attrs={"inputmode": "numeric"}))
    in_favour = CountField(label="Đồng ý", widget=forms.TextInput(attrs={"inputmode": "numeric"}))
    against = CountField(label="Không đồng ý", widget=forms.TextInput(attrs={"inputmode": "numeric"}))
    other = CountField(label="Ý kiến khác", widget=forms.TextInput(attrs={"inputmode": "numeric"}))
    gap_reason = text_field("Vì sao lệch với số có mặt", most=300, required=False)
    matter = forms.ChoiceField(
        label="Loại việc", choices=Matter.choices, help_text="Việc luật dành cho toàn thể các hộ được đếm trên mọi hộ."
    )
    is_ballot = forms.BooleanField(label="Đếm phiếu giấy, không phải giơ tay", required=False)
    goes_to = forms.ChoiceField(
        label="Nếu chưa đủ tỷ lệ thì bàn tiếp ở", choices=[("", "Không chọn"), *GOES_TO.items()], required=False
    )

    def __init__(
        self, *args: Any, entries: Choices, targets: Choices, villages: Choices, kind: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        offer(self, "entry_id", entries, nothing="Không theo mục nào")
        offer(self, "target_id", targets, nothing="Không phải chỉ tiêu")
        gone = [] if offer_villages(self, villages) else ["village_id"]
        if kind:
            gone += ["matter", "is_ballot", "goes_to", "target_id"]
        if kind not in ("chair", "secretary"):
            gone.append("people")
        for name in gone:
            self.fields.pop(name, None)

    def sheet(self, *, chooses: str = "") -> HandSheet:
        """As typed."""
        typed = {name: value for name, value in self.cleaned_data.items() if name not in ("uuid", "people")}
        chooses = chooses or (self.kind if self.kind != "block" else "")
        return HandSheet(**typed, chooses=chooses)


class TargetForm(forms.Form):
    """A target as put, or changed from the floor."""

    indicator = text_field("Chỉ tiêu", most=240)
    value = forms.DecimalField(
        label="Phấn đấu", max_digits=14, decimal_places=2, error_messages={"required": REQUIRED}, localize=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )  # fmt: skip
    unit_label = text_field("Đơn vị tính", most=40, required=False, help_text="Ví dụ: %, hộ, buổi, đồng.")
    base = forms.DecimalField(
        label="Năm trước đạt", max_digits=14, decimal_places=2, required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )  # fmt: skip
    denominator = text_field("Tỷ lệ tính trên", most=120, required=False, help_text="Ví dụ: số hộ đăng ký.")
    measure = _text("Cách làm", rows=2, required=False)
    owner = text_field("Người, tổ chức chịu trách nhiệm", most=160, required=False)

    def sheet(self) -> TargetSheet:
        """As typed."""
        return TargetSheet(**self.cleaned_data)


class PollForm(forms.Form):
    """A secret vote."""

    question = text_field("Nội dung bỏ phiếu", most=400)
    matter = forms.ChoiceField(label="Loại việc", choices=Matter.choices)
    options = _text("Phương án", rows=4, help_text="Mỗi dòng một phương án.")
    most = forms.IntegerField(label="Được chọn nhiều nhất", min_value=1, max_value=30, initial=1)
    entry_id = _choice("Mục chương trình")
    target_id = _choice("Chỉ tiêu")

    def __init__(self, *args: Any, entries: Choices, targets: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "entry_id", entries, nothing="Không theo mục nào")
        offer(self, "target_id", targets, nothing="Không phải chỉ tiêu")

    def sheet(self) -> PollSheet:
        """As typed; empty lines are no options."""
        options = tuple(line.strip() for line in self.cleaned_data["options"].splitlines() if line.strip())
        return PollSheet(**(self.cleaned_data | {"options": options}))


class NoteForm(forms.Form):
    """Why an item is not dealt with."""

    note = _text("Vì sao không bàn, hoặc kết quả", required=False)


class ReasonForm(forms.Form):
    """Why."""

    reason = _text("Lý do", rows=2)
