"""The shape of what is typed while a conference is prepared: an agenda, people in lines, a prepared paper, a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django import forms

from danban.conferences.queries import AgendaRow
from danban.conferences.rules import (
    LONGEST_NOTE,
    LONGEST_PRESENTER,
    LONGEST_SECTION,
    LONGEST_TITLE,
    MOST_MINUTES,
    AgendaLine,
    Asking,
    Custom,
    GuestLine,
    OfficerLine,
    OfficerRole,
)
from danban.web.ui.fields import REQUIRED, day_field, text_field

if TYPE_CHECKING:
    from danban.conferences.models import Officer

MOST_BYTES = 20 * 1024 * 1024
_SEPARATOR = re.compile(r"\s*[,;–—]\s*|\s+-\s+")
_MOVES = {"len": -1, "xuong": 1}


def _presenter(label: str = "Người trình bày") -> forms.CharField:
    return text_field(label, most=LONGEST_PRESENTER, required=False, autocomplete="off")


def _minutes(label: str = "Số phút") -> forms.IntegerField:
    sentence = f"Cần một số từ 1 đến {MOST_MINUTES}."
    return forms.IntegerField(
        label=label, required=False, min_value=1, max_value=MOST_MINUTES, widget=forms.NumberInput,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), sentence),
    )  # fmt: skip


class AgendaForm(forms.Form):
    """Every item of an agenda with its fields, one more to add, and which button was pressed.

    Every button saves what was typed as well, so that nothing is lost by moving a line.
    """

    seen = forms.CharField(max_length=16, required=False, widget=forms.HiddenInput)
    new_title = text_field("Nội dung", most=LONGEST_TITLE, required=False, autocomplete="off")
    new_presenter = _presenter()
    new_minutes = _minutes()

    def __init__(self, data: Any, *, rows: Sequence[AgendaRow], additions: Sequence[Custom], mark: str) -> None:
        super().__init__(data, initial={"seen": mark})
        self.rows, self.additions = rows, additions
        for row in rows:
            entry = row.entry
            if not row.stays:
                self._put("title", entry.pk, text_field("Nội dung", most=LONGEST_TITLE), entry.title)
            self._put("presenter", entry.pk, _presenter(), entry.presenter)
            self._put("minutes", entry.pk, _minutes(), entry.minutes)

    def _put(self, name: str, pk: int, field: forms.Field, value: object) -> None:
        self.fields[f"{name}_{pk}"] = field
        self.initial[f"{name}_{pk}"] = value

    def fields_of(self) -> list[tuple[AgendaRow, dict[str, forms.BoundField]]]:
        """Each item with its own fields."""
        names = ("title", "presenter", "minutes")
        return [
            (row, {name: self[key] for name in names if (key := f"{name}_{row.entry.pk}") in self.fields})
            for row in self.rows
        ]

    def lines(self) -> list[AgendaLine]:
        """The agenda as it is wanted after the button that was pressed."""
        typed = self.cleaned_data
        lines = [self._line(row.entry.pk, typed) for row in self.rows]
        dropped = self._pressed("bo")
        lines = [line for line in lines if line.entry_id != dropped]
        for name, way in _MOVES.items():
            lines = _moved(lines, self._pressed(name), way)
        return self._with_additions(lines, typed)

    def touched(self) -> int | None:
        """The item whose button was pressed, to come back to."""
        return next((pk for name in _MOVES if (pk := self._pressed(name))), None)

    def _line(self, pk: int, typed: dict[str, Any]) -> AgendaLine:
        return AgendaLine(typed.get(f"title_{pk}", ""), typed[f"presenter_{pk}"], typed[f"minutes_{pk}"], pk)

    def _with_additions(self, lines: list[AgendaLine], typed: dict[str, Any]) -> list[AgendaLine]:
        if typed["new_title"]:
            lines = [*lines, AgendaLine(typed["new_title"], typed["new_presenter"], typed["new_minutes"])]
        chosen = self._pressed("goi_y")
        if chosen is None or chosen > len(self.additions):
            return lines
        custom = self.additions[chosen - 1]
        line = AgendaLine(custom.title, custom.presenter, custom.minutes)
        return [line, *lines] if custom.is_opening else [*lines, line]

    def _pressed(self, name: str) -> int | None:
        value = self.data.get(name, "")
        return int(value) if value.isascii() and value.isdigit() and len(value) < 19 and int(value) else None


def _moved(lines: list[AgendaLine], pk: int | None, way: int) -> list[AgendaLine]:
    at = next((index for index, line in enumerate(lines) if pk and line.entry_id == pk), None)
    if at is None or not 0 <= at + way < len(lines):
        return lines
    moved = [*lines]
    moved[at], moved[at + way] = moved[at + way], moved[at]
    return moved


class NoteForm(forms.Form):
    """What belongs to an item, in words."""

    note = forms.CharField(label="Nội dung", max_length=LONGEST_NOTE, required=False, widget=forms.Textarea)


class OfficersForm(forms.Form):
    """Who chairs, who sits beside, who writes: a person a line, the office after a comma."""

    chair = text_field(
        "Chủ tọa", most=300, required=False, autocomplete="off",
        help_text="Họ tên, dấu phẩy, chức danh. Ví dụ: Bùi Thị Mai, Trưởng ban công tác Mặt trận.",
    )  # fmt: skip
    members = forms.CharField(
        label="Thành viên Đoàn Chủ tịch", required=False, max_length=4_000, widget=forms.Textarea,
        help_text="Mỗi người một dòng.",
    )  # fmt: skip
    secretaries = forms.CharField(
        label="Thư ký", required=False, max_length=1_000, widget=forms.Textarea, help_text="Mỗi người một dòng."
    )

    def officers(self) -> list[OfficerLine]:
        """Everybody in order: chair, members, secretaries."""
        roles = (
            ("chair", OfficerRole.CHAIR),
            ("members", OfficerRole.MEMBER),
            ("secretaries", OfficerRole.SECRETARY),
        )
        return [
            OfficerLine(role.value, name, title)
            for field, role in roles
            for name, title in people_of(self.cleaned_data[field])
        ]


def shown_officers(officers: Iterable[Officer]) -> dict[str, str]:
    """What the form shows of those who are named."""
    fields = {"chair": OfficerRole.CHAIR, "members": OfficerRole.MEMBER, "secretaries": OfficerRole.SECRETARY}
    return {
        name: "\n".join(line_of(one.full_name, one.title) for one in officers if one.role == role)
        for name, role in fields.items()
    }


class GuestsForm(forms.Form):
    """Guests, a person a line."""

    guests = forms.CharField(
        label="Khách mời", required=False, max_length=12_000, widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Mỗi người một dòng: họ tên, dấu phẩy, chức danh.",
    )  # fmt: skip

    def lines(self) -> list[GuestLine]:
        """Everybody in order."""
        return [GuestLine(name, title) for name, title in people_of(self.cleaned_data["guests"])]


def people_of(text: str) -> list[tuple[str, str]]:
    """ "Bùi Thị Mai, Trưởng ban" → ("Bùi Thị Mai", "Trưởng ban"), a person a line."""
    found = []
    for line in text.splitlines():
        if line.strip():
            name, *rest = _SEPARATOR.split(line.strip(), maxsplit=1)
            found.append((name.strip(), rest[0].strip() if rest else ""))
    return found


def line_of(name: str, title: str) -> str:
    """A person as typed."""
    return f"{name}, {title}" if title else name


class PaperForm(forms.Form):
    """Who is asked for a prepared paper, on what, by when."""

    speaker = text_field("Người tham luận", most=160, autocomplete="off", help_text="Họ tên hoặc tên chi hội, tổ chức.")
    subject = text_field("Nội dung", most=300, autocomplete="off")
    due_on = day_field("Hạn nộp bài", required=False)

    def asking(self) -> Asking:
        """What is asked."""
        return Asking(**self.cleaned_data)


class FileForm(forms.Form):
    """The file a speaker handed in."""

    file = forms.FileField(
        label="Bài tham luận", help_text="Tệp DOCX, ODT, PDF hoặc ảnh chụp, tối đa 20 MB.",
        error_messages={"required": "Hãy chọn tệp.", "empty": "Tệp không có nội dung."},
    )  # fmt: skip

    def clean_file(self) -> Any:
        """No larger than what is kept."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError("Tệp lớn quá 20 MB. Hãy giảm dung lượng rồi gửi lại.")
        return file


class SummaryForm(forms.Form):
    """The own section of the summary."""

    text = forms.CharField(
        label="Phần của cấp mình", max_length=LONGEST_SECTION, error_messages={"required": REQUIRED},
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Mỗi dòng thành một đoạn. Cả bản tóm tắt nên gọn trong hai trang A4, mỗi cấp khoảng 1.400 ký tự.",
    )  # fmt: skip
