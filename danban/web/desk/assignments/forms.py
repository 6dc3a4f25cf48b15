"""The shape of what is typed about work done. What it means, the rules of the room decide."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django import forms

from danban.assignments.queries import AssignmentFilter, EventFilter
from danban.assignments.rules import MOST_FIGURES, MOST_FILES, BriefingSheet, EventSheet, Figure, FileSheet, Upload
from danban.assignments.states import FilePurpose
from danban.documents.rules import KINDS, MAX_BYTES
from danban.kit.vietnamese import day, short_day
from danban.web.desk.assignments.addresses import PURPOSES, STATES, code_of
from danban.web.ui.choosing import offer
from danban.web.ui.fields import REQUIRED, CountField, FilesField, day_field, text_field

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from danban.units.models import Placement

_BIGGEST = 2**62
_ACCEPT = ",".join(f".{kind.ending}" for kind in KINDS)
_FORMATS = "Word, Excel, PDF, ODT hoặc ảnh; mỗi tệp tối đa 20 MB."
_CHOOSE_AGAIN = "Hãy chọn lại trong danh sách."
FIGURE_ROWS = 3


def _words(label: str, *, required: bool = True, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, required=required, max_length=4_000, help_text=help_text,
        error_messages={"required": REQUIRED, "max_length": "Nội dung dài quá 4.000 ký tự."}, widget=forms.Textarea,
    )  # fmt: skip


def _count(label: str, *, required: bool = True, help_text: str = "") -> CountField:
    return CountField(
        label=label, required=required, help_text=help_text, error_messages={"required": REQUIRED},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip


def _files(label: str) -> FilesField:
    return FilesField(
        label=label, required=False, most=MOST_FILES, most_bytes=MAX_BYTES, help_text=_FORMATS,
        error_messages={"empty": "Có tệp rỗng. Hãy chọn lại tệp có nội dung."},
    )  # fmt: skip


def _chosen(label: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        coerce=int,
        error_messages={"required": REQUIRED, "invalid_choice": _CHOOSE_AGAIN},
    )


def sent(files: "Iterable[UploadedFile[bytes]]") -> tuple[Upload, ...]:
    """Files as they were sent."""
    return tuple(Upload(file.name or "", file.read()) for file in files)


def week_words(monday: date, *, is_noted: bool = False) -> str:
    """ "Tuần 06/02 – 12/02/2023"."""
    words = f"Tuần {short_day(monday)} – {day(monday + timedelta(days=6))}"
    return f"{words} (đã ghi)" if is_noted else words


class NoteForm(forms.Form):
    """What was done up to a day, a few figures, files; the week for weekly work."""

    week_of = forms.TypedChoiceField(label="Tuần nào", coerce=date.fromisoformat, error_messages={"required": REQUIRED})
    text = _words(
        "Đã làm được gì?", help_text="Việc đã làm, nơi làm, kết quả. Không ghi thông tin riêng của người dân."
    )
    on = day_field("Tính đến ngày")
    uploads = _files("Tệp đính kèm")

    def __init__(self, *args: Any, weeks: Sequence[tuple[date, bool]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if weeks:
            offer(self, "week_of", [(w.isoformat(), week_words(w, is_noted=noted)) for w, noted in weeks])
        else:
            del self.fields["week_of"]
        for number in range(1, FIGURE_ROWS + 1):
            self.fields[f"label_{number}"] = text_field("Đếm được gì", most=80, required=False)
            self.fields[f"value_{number}"] = _count("Số", required=False)
            self.fields[f"unit_{number}"] = text_field("Đơn vị", most=30, required=False)
        assert FIGURE_ROWS <= MOST_FIGURES

    @property
    def figure_rows(self) -> list[tuple[forms.BoundField, ...]]:
        """The fields of each figure, for the page."""
        names = ("label", "value", "unit")
        return [tuple(self[f"{name}_{number}"] for name in names) for number in range(1, FIGURE_ROWS + 1)]

    def clean(self) -> dict[str, Any]:
        """A figure has both a name and a number."""
        typed = super().clean() or self.cleaned_data
        for number in range(1, FIGURE_ROWS + 1):
            label, value = typed.get(f"label_{number}"), typed.get(f"value_{number}")
            if label and value is None and f"value_{number}" not in self.errors:
                self.add_error(f"value_{number}", "Hãy ghi số.")
            if value is not None and not label:
                self.add_error(f"label_{number}", "Hãy ghi đếm được gì.")
        return typed

    def figures(self) -> tuple[Figure, ...]:
        """The figures that were filled in."""
        typed = self.cleaned_data
        rows = range(1, FIGURE_ROWS + 1)
        return tuple(
            Figure(typed[f"label_{n}"], typed[f"value_{n}"], typed[f"unit_{n}"]) for n in rows if typed[f"label_{n}"]
        )


class FinishForm(forms.Form):
    """What came of it, and when."""

    result = _words("Kết quả", help_text="Vài câu nói rõ đã đạt được gì. Cấp trên đọc ở đây.")
    on = day_field("Hoàn thành ngày")


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label="Lý do", max_length=2_000, help_text="Ghi vào nhật ký và hiện trong diễn biến của việc.",
        widget=forms.Textarea, error_messages={"required": "Hãy ghi lý do.", "max_length": "Lý do quá dài."},
    )  # fmt: skip


class BodyForm(forms.Form):
    """A body of the city."""

    body = _chosen("Cơ quan")

    def __init__(self, *args: Any, bodies: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "body", bodies, nothing="Chọn cơ quan")


class FileForm(forms.Form):
    """A document to publish or to keep with the work."""

    purpose = forms.ChoiceField(
        label="Loại tài liệu", widget=forms.RadioSelect, error_messages={"required": "Hãy chọn loại tài liệu."},
        choices=[(purpose.value, purpose.label) for purpose in FilePurpose],
    )  # fmt: skip
    title = text_field("Tên tài liệu", most=300, help_text="Đặt đúng tên cũ thì tệp này thành bản mới của tài liệu đó.")
    file = forms.FileField(
        label="Tệp", help_text=_FORMATS, widget=forms.FileInput(attrs={"accept": _ACCEPT}),
        error_messages={"required": "Hãy chọn tệp.", "empty": "Tệp rỗng. Hãy chọn lại tệp có nội dung."},
    )  # fmt: skip
    number = text_field("Số, ký hiệu", most=60, required=False, help_text="Nếu là văn bản đã ban hành.")
    issued_on = day_field("Ngày ban hành", required=False)

    def clean_file(self) -> "UploadedFile[bytes]":
        """Refused here only for its size, so that nothing large is read into memory."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MAX_BYTES:
            raise forms.ValidationError("Tệp lớn quá 20 MB. Hãy giảm dung lượng rồi gửi lại.")
        return file

    def sheet(self) -> FileSheet:
        """What was typed, with the file."""
        typed = self.cleaned_data
        return FileSheet(
            purpose=typed["purpose"], title=typed["title"], upload=sent([typed["file"]])[0], number=typed["number"],
            issued_on=typed["issued_on"],
        )  # fmt: skip


class PackForm(FileForm):
    """One more document of a guidance pack."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("purpose", "number", "issued_on"):
            del self.fields[name]
        self.fields["title"].help_text = ""

    def sheet(self) -> FileSheet:
        """A file of guidance."""
        typed = self.cleaned_data
        return FileSheet(FilePurpose.GUIDANCE, typed["title"], sent([typed["file"]])[0])


class BriefingForm(forms.Form):
    """A briefing of village heads: when, where, how many, whose villages, the pack."""

    held_on = day_field("Ngày hướng dẫn")
    place = text_field("Địa điểm", most=200)
    invited = _count("Số người được mời", help_text="Trưởng thôn, tổ trưởng và Trưởng ban công tác Mặt trận.")
    attended = _count("Số người dự")
    villages = forms.TypedMultipleChoiceField(
        label="Thôn, tổ dân phố có người dự", coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _CHOOSE_AGAIN},
    )  # fmt: skip
    text = _words("Nội dung đã hướng dẫn", required=False)
    uploads = _files("Tài liệu phát cho thôn, tổ dân phố")

    def __init__(self, *args: Any, villages: "Sequence[Placement]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["villages"]
        assert isinstance(field, forms.TypedMultipleChoiceField)
        field.choices = [(village.pk, village.name) for village in villages]
        self.initial.setdefault("villages", [village.pk for village in villages])
        self.initial.setdefault("invited", 2 * len(villages))

    def sheet(self) -> BriefingSheet:
        """What was typed, with the pack."""
        typed = self.cleaned_data
        return BriefingSheet(
            held_on=typed["held_on"], place=typed["place"], invited=typed["invited"], attended=typed["attended"],
            village_ids=tuple(typed["villages"]), text=typed["text"], uploads=sent(typed["uploads"]),
        )  # fmt: skip


class EventForm(forms.Form):
    """Something two bodies held together."""

    topic = text_field("Nội dung", most=300, help_text="Ví dụ: Chuyên đề phòng ngừa lừa đảo qua mạng.")
    host = _chosen("Cơ quan chủ trì")
    partner = _chosen("Cơ quan phối hợp")
    held_on = day_field("Ngày tổ chức")
    place = text_field("Địa điểm", most=200)
    attended = _count("Số người dự", required=False)
    assignment = forms.TypedChoiceField(
        label="Thuộc việc nào của kế hoạch", coerce=int, required=False, empty_value=None,
        error_messages={"invalid_choice": _CHOOSE_AGAIN},
    )  # fmt: skip
    text = _words("Ghi thêm", required=False)

    def __init__(
        self, *args: Any, bodies: Sequence[tuple[int, str]], works: Iterable[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "host", bodies, nothing="Chọn cơ quan")
        offer(self, "partner", bodies, nothing="Chọn cơ quan")
        offer(self, "assignment", works, nothing="Không gắn với việc nào")

    def sheet(self) -> EventSheet:
        """What was typed."""
        typed = self.cleaned_data
        return EventSheet(
            host_id=typed["host"], partner_id=typed["partner"], topic=typed["topic"], held_on=typed["held_on"],
            place=typed["place"], attended=typed["attended"], text=typed["text"], assignment_id=typed["assignment"],
        )  # fmt: skip


class ListForm(forms.Form):
    """What stands in the address of a list; all of it optional."""

    tinh_trang = forms.CharField(required=False, max_length=20)
    co_quan = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)
    viec = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)
    loai = forms.CharField(required=False, max_length=20)
    q = forms.CharField(required=False, max_length=80)
    trang = forms.IntegerField(required=False, min_value=1, max_value=10_000)
    nam = forms.CharField(required=False, max_length=20)

    def _asked(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data

    @property
    def page(self) -> int:
        """Which page; the first where the address makes no sense."""
        return self._asked().get("trang") or 1

    @property
    def words(self) -> str:
        """What to look for."""
        return self._asked().get("q") or ""

    @property
    def key(self) -> str:
        """Which year; "" for the one that runs."""
        return self._asked().get("nam") or ""

    @property
    def purpose(self) -> str:
        """Which kind of document."""
        return code_of(self._asked().get("loai") or "", PURPOSES)

    def of_assignments(self) -> AssignmentFilter:
        """The filter of the list of assignments."""
        asked = self._asked()
        state = code_of(asked.get("tinh_trang") or "", STATES)
        return AssignmentFilter(state, asked.get("co_quan"), self.words, self.page, self.key)

    def of_events(self) -> EventFilter:
        """The filter of the list of joint events."""
        asked = self._asked()
        return EventFilter(asked.get("viec"), asked.get("co_quan"), self.words, self.page, self.key)
