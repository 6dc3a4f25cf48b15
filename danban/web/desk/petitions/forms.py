"""The shape of what is typed on pages of petitions."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms

from danban.petitions.actions import PetitionSheet
from danban.petitions.queries import Wanted
from danban.petitions.rules import AnswerSheet, Terms
from danban.petitions.states import Decision, Kind, Procedure, Satisfaction
from danban.sittings.fields import FIELDS
from danban.web.desk.petitions.addresses import SIDES, STATES, code_of
from danban.web.ui.choosing import offer
from danban.web.ui.fields import day_field, text_field

BIGGEST = 2**62
_CHOOSE = {"required": "Hãy chọn một mục."}


def _words(label: str, *, required: bool = True, help_text: str = "", rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label, required=required, max_length=4_000, help_text=help_text,
        error_messages={"required": "Hãy điền mục này."}, widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


class RecordForm(forms.Form):
    """What somebody said; its own number makes a second click harmless."""

    uuid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    place = forms.ChoiceField(label="Nói ở đâu", error_messages=_CHOOSE)
    text = _words("Bà con nói gì?", help_text="Ghi đúng lời; có số ngõ, tên đường thì ghi cả.")
    kind = forms.ChoiceField(label="Loại", choices=Kind.choices, initial=Kind.PETITION, widget=forms.RadioSelect)
    speaker = text_field("Người nói", most=160, required=False, help_text="Để trống nếu không nêu tên.")
    may_name = forms.BooleanField(label="Người nói đồng ý cho cơ quan trả lời biết tên", required=False)

    def __init__(self, *args: Any, places: tuple[tuple[int, str], ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "place", places)
        self.fields["uuid"].initial = uuid.uuid4()

    def sheet(self) -> PetitionSheet:
        """What was typed."""
        said = self.cleaned_data
        return PetitionSheet(
            text=said["text"], kind=said["kind"], speaker=said["speaker"], may_name=said["may_name"],
            uuid=said["uuid"] or uuid.uuid4(),
        )  # fmt: skip


class SortForm(forms.Form):
    """Field, kind, title and where it goes: filled in with what is proposed."""

    pk = forms.IntegerField(widget=forms.HiddenInput, max_value=BIGGEST)
    title = text_field("Việc bà con đề nghị", most=160)
    field = forms.ChoiceField(label="Lĩnh vực", choices=list(FIELDS.items()), error_messages=_CHOOSE)
    kind = forms.ChoiceField(label="Loại", choices=Kind.choices, error_messages=_CHOOSE)
    body = forms.ChoiceField(label="Chuyển tới", error_messages=_CHOOSE)
    reason = text_field("Lý do chuyển", most=200, required=False)

    def __init__(self, *args: Any, bodies: tuple[tuple[int, str], ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "body", bodies)


class ForwardForm(forms.Form):
    """Where to, and why."""

    body = forms.ChoiceField(label="Chuyển tới", error_messages=_CHOOSE)
    reason = _words("Lý do chuyển", help_text="Bà con và nơi nhận cùng đọc được.")

    def __init__(self, *args: Any, bodies: tuple[tuple[int, str], ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "body", bodies, nothing="Chọn nơi nhận")


class ReasonForm(forms.Form):
    """Why; the page says what for."""

    reason = _words("Lý do")

    def __init__(self, *args: Any, label: str = "Lý do", help_text: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label, self.fields["reason"].help_text = label, help_text


class TurnAwayForm(ReasonForm):
    """Complaint or denunciation, and what those who made it are told besides."""

    procedure = forms.ChoiceField(
        label="Thuộc thủ tục nào", choices=Procedure.choices, widget=forms.RadioSelect, error_messages=_CHOOSE
    )
    field_order = ("procedure", "reason")


class SplitForm(forms.Form):
    """The parts, one a line."""

    parts = _words("Mỗi dòng một kiến nghị", rows=6, help_text="Giữ đúng lời bà con, mỗi việc một dòng.")


class ConfirmForm(forms.Form):
    """How content those who asked are, and their words."""

    satisfaction = forms.ChoiceField(
        label="Bà con thấy thế nào?", choices=[(code, name) for code, name in reversed(Satisfaction.choices)],
        widget=forms.RadioSelect, required=False,
    )  # fmt: skip
    words = _words("Lời bà con", required=False, rows=2)


class PublishForm(forms.Form):
    """What strangers may read."""

    public_text = _words(
        "Phần công khai", required=False, help_text="Không nêu tên người, số điện thoại. Để trống là không công khai."
    )


class AnswerForm(forms.Form):
    """An answer with substance; what each decision needs is said beside it."""

    decision = forms.ChoiceField(label="Quyết định", widget=forms.RadioSelect, error_messages=_CHOOSE)
    text = _words("Trả lời bà con", help_text="Nêu việc cụ thể: làm gì, ở đâu, đến đâu. Ai cũng đọc được.")
    done_by = text_field("Ai làm", most=160, required=False, help_text="Cần có khi đồng ý.")
    due_on = day_field("Xong trước ngày", required=False)
    done_on = day_field("Đã xong ngày", required=False, help_text="Đã xong thì kèm ảnh hoặc văn bản.")
    legal_ground = text_field("Căn cứ pháp luật", most=300, required=False, help_text="Cần có khi không đồng ý.")
    to_body = forms.ChoiceField(label="Chuyển tới", required=False, help_text="Chỉ khi chuyển nơi có thẩm quyền.")
    file = forms.FileField(label="Ảnh hoặc văn bản chứng minh", required=False)
    private_text = _words("Ghi chú nội bộ", required=False, rows=2, help_text="Chỉ cán bộ đọc được.")

    def __init__(
        self, *args: Any, decisions: tuple[Decision, ...], bodies: tuple[tuple[int, str], ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "decision", [(one.value, one.label) for one in decisions])
        offer(self, "to_body", bodies, nothing="Không chuyển")

    def sheet(self) -> AnswerSheet:
        """What was typed."""
        told = self.cleaned_data
        return AnswerSheet(
            decision=told["decision"], text=told["text"], private_text=told["private_text"],
            legal_ground=told["legal_ground"], done_by=told["done_by"], due_on=told["due_on"], done_on=told["done_on"],
            to_body_id=int(told["to_body"]) if told["to_body"] else None,
        )  # fmt: skip


class ReadBackForm(forms.Form):
    """How the answers were read."""

    how = text_field(
        "Đọc bằng cách nào", most=160, required=False, help_text="Ví dụ: họp tổ dân phố, loa truyền thanh."
    )


class TermsForm(forms.Form):
    """The city's own days."""

    starts_on = day_field("Áp dụng từ ngày")
    acknowledge_days = forms.IntegerField(label="Tiếp nhận trong (ngày làm việc)", min_value=1, max_value=365)
    answer_days = forms.IntegerField(label="Trả lời trong (ngày)", min_value=1, max_value=365)
    is_working = forms.BooleanField(label="Hạn trả lời tính theo ngày làm việc", required=False)
    basis = text_field("Ai quy định, bằng văn bản nào", most=300)

    def terms(self) -> Terms:
        """What was typed."""
        told = self.cleaned_data
        return Terms(told["acknowledge_days"], told["answer_days"], told["is_working"], told["basis"])


class ClosedDayForm(forms.Form):
    """A day the offices are closed, or open against the calendar."""

    day = day_field("Ngày")
    name = text_field("Tên", most=120, help_text="Ví dụ: nghỉ bù Tết, làm bù.")
    is_worked = forms.BooleanField(label="Là ngày làm bù", required=False)


class RouteForm(forms.Form):
    """One line of the routing table."""

    field = forms.ChoiceField(label="Lĩnh vực", choices=list(FIELDS.items()))
    words = text_field("Chỉ khi có từ", most=80, required=False, help_text="Để trống là mọi kiến nghị của lĩnh vực.")
    level_code = forms.ChoiceField(label="Cấp trả lời")
    body_kind = forms.ChoiceField(label="Cơ quan")
    reason = text_field("Lý do, hiện cùng đề xuất", most=200)

    def __init__(
        self, *args: Any, levels: tuple[tuple[str, str], ...], kinds: tuple[tuple[str, str], ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "level_code", levels)
        offer(self, "body_kind", kinds)


class ListForm(forms.Form):
    """What stands in the address of a list; all of it optional."""

    xem = forms.CharField(required=False, max_length=20)
    tinh_trang = forms.CharField(required=False, max_length=20)
    q = forms.CharField(required=False, max_length=120)
    don_vi = forms.IntegerField(required=False, min_value=1, max_value=BIGGEST)
    linh_vuc = forms.CharField(required=False, max_length=24)
    co_quan = forms.IntegerField(required=False, min_value=1, max_value=BIGGEST)
    nam = forms.IntegerField(required=False, min_value=1, max_value=BIGGEST)
    kn = forms.IntegerField(required=False, min_value=1, max_value=BIGGEST)
    sau = forms.IntegerField(required=False, min_value=1, max_value=BIGGEST)
    trang = forms.IntegerField(required=False, min_value=1, max_value=10_000)

    def asked(self) -> dict[str, Any]:
        """The parts that make sense."""
        self.is_valid()
        return self.cleaned_data

    def wanted(self) -> Wanted:
        """What of the list was asked for; a part that makes no sense is left out."""
        asked = self.asked()
        return Wanted(
            side=code_of(asked.get("xem") or "", SIDES),  # type: ignore[arg-type]  # a key of SIDES, or ""
            state=code_of(asked.get("tinh_trang") or "", STATES),
            words=asked.get("q") or "",
            place=asked.get("don_vi"),
            field=asked.get("linh_vuc") or "",
            body=asked.get("co_quan"),
            page=asked.get("trang") or 1,
            campaign_id=asked.get("nam"),
        )
