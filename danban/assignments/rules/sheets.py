"""What is typed about work done, as frozen values, and the checks that need no other row."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from danban.assignments.rules.weeks import first_day_of, is_weekly, monday_of
from danban.assignments.states import FilePurpose
from danban.campaigns.models import Assignment, Campaign
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import day, squeeze

LONGEST_TEXT = 4_000
MOST_FIGURES = 8
MOST_FILES = 5
LARGEST = 10**12


@dataclass(frozen=True)
class Figure:
    """One thing counted: "Tập huấn", 12, "lớp". Whole numbers only."""

    label: str
    value: int
    unit: str = ""


@dataclass(frozen=True)
class Upload:
    """A file as it was sent: its name says nothing, its content everything."""

    name: str
    content: bytes


@dataclass(frozen=True)
class FileSheet:
    """A file to attach; ``number`` and ``issued_on`` are those of an organisation's own plan (III.3)."""

    purpose: str
    title: str
    upload: Upload
    number: str = ""
    issued_on: date | None = None


@dataclass(frozen=True)
class BriefingSheet:
    """A briefing of village heads; ``village_ids`` are placements whose heads came, ``uploads`` the guidance pack."""

    held_on: date
    place: str
    invited: int
    attended: int
    village_ids: tuple[int, ...]
    text: str = ""
    uploads: tuple[Upload, ...] = ()


@dataclass(frozen=True)
class EventSheet:
    """Something two bodies held together; ``attended`` None is unknown."""

    host_id: int
    partner_id: int
    topic: str
    held_on: date
    place: str
    attended: int | None = None
    text: str = ""
    assignment_id: int | None = None


def figures_json(figures: Sequence[Figure]) -> list[dict[str, Any]]:
    """Figures as a progress note keeps them."""
    return [asdict(figure) for figure in figures]


def figures_from(stored: Sequence[dict[str, Any]]) -> tuple[Figure, ...]:
    """Figures as a progress note kept them."""
    return tuple(Figure(str(one["label"]), int(one["value"]), str(one.get("unit", ""))) for one in stored)


def check_text(text: str, *, field: str = "text") -> None:
    """Something was written, and not a book."""
    if not squeeze(text):
        raise BadInput("Hãy ghi đã làm được gì.", {field: "Không được để trống."})
    if len(text) > LONGEST_TEXT:
        raise BadInput("Nội dung dài quá 4.000 ký tự. Hãy đính kèm thành tệp.", {field: "Cần ngắn hơn."})


def check_day(on: date, campaign: Campaign, *, at: datetime, field: str = "on") -> None:
    """A day from the beginning of the year's work to today."""
    if on > day_of(at):
        raise BadInput(f"Ngày {day(on)} còn ở phía trước.", {field: "Cần một ngày đã đến."})
    if on < first_day_of(campaign):
        first = day(first_day_of(campaign))
        raise BadInput(f"Kế hoạch có từ ngày {first}; chưa thể có việc trước đó.", {field: f"Cần từ {first}."})


def check_week(assignment: Assignment, week_of: date | None, *, at: datetime) -> None:
    """Weekly work is noted by its week, other work is not."""
    if week_of is None:
        if is_weekly(assignment.rrule):
            raise BadInput("Việc hằng tuần được ghi theo từng tuần. Hãy chọn tuần.", {"week_of": "Hãy chọn tuần."})
        return
    if not is_weekly(assignment.rrule):
        raise BadInput("Việc này không lặp lại hằng tuần nên không ghi theo tuần.", {"week_of": "Bỏ trống ô này."})
    first, last = monday_of(first_day_of(assignment.campaign)), monday_of(day_of(at))
    if week_of != monday_of(week_of) or not first <= week_of <= last:
        raise BadInput("Tuần này không nằm trong thời gian thực hiện kế hoạch.", {"week_of": "Hãy chọn lại tuần."})


def check_figures(figures: Sequence[Figure]) -> None:
    """Each names what it counts; whole numbers from 0."""
    if len(figures) > MOST_FIGURES:
        raise BadInput(f"Mỗi lần ghi nhiều nhất {MOST_FIGURES} số liệu.")
    for figure in figures:
        if not squeeze(figure.label) or len(figure.label) > 80 or len(figure.unit) > 30:
            raise BadInput("Mỗi số liệu cần có tên gọi (không quá 80 ký tự) và đơn vị tính ngắn.")
        if not 0 <= figure.value <= LARGEST:
            raise BadInput(f"Số liệu “{figure.label}” phải là số nguyên từ 0 trở lên.")


def check_uploads(uploads: Sequence[Upload]) -> None:
    """A handful of files; what each is, the room of papers judges."""
    if len(uploads) > MOST_FILES:
        raise BadInput(f"Mỗi lần gửi nhiều nhất {MOST_FILES} tệp.", {"uploads": f"Nhiều nhất {MOST_FILES} tệp."})


def check_file(sheet: FileSheet, *, at: datetime) -> None:
    """A title; the number and day of an own plan where it has them, never ahead of time."""
    if not squeeze(sheet.title) or len(sheet.title) > 300:
        raise BadInput("Hãy đặt tên cho tài liệu.", {"title": "Cần một tên, không quá 300 ký tự."})
    if sheet.purpose not in FilePurpose.values:
        raise BadInput("Hãy chọn loại tài liệu.", {"purpose": "Hãy chọn một loại."})
    if len(sheet.number) > 60:
        raise BadInput("Số, ký hiệu dài quá 60 ký tự.", {"number": "Cần ngắn hơn."})
    if sheet.issued_on and sheet.issued_on > day_of(at):
        sentence = f"Ngày ban hành {day(sheet.issued_on)} còn ở phía trước."
        raise BadInput(sentence, {"issued_on": "Cần một ngày đã đến."})


def check_briefing(sheet: BriefingSheet, campaign: Campaign, *, at: datetime) -> None:
    """When and where, and no more people than were asked."""
    check_day(sheet.held_on, campaign, at=at, field="held_on")
    _check_place(sheet.place)
    if not 0 < sheet.invited <= LARGEST:
        raise BadInput("Hãy ghi số người được mời.", {"invited": "Cần một số lớn hơn 0."})
    if not 0 <= sheet.attended <= sheet.invited:
        raise BadInput("Số người dự không thể nhiều hơn số được mời.", {"attended": "Hãy xem lại số này."})
    if len(sheet.text) > LONGEST_TEXT:
        raise BadInput("Nội dung dài quá 4.000 ký tự.", {"text": "Cần ngắn hơn."})
    check_uploads(sheet.uploads)


def check_event(sheet: EventSheet, campaign: Campaign, *, at: datetime) -> None:
    """Two bodies, a topic, a day, a place."""
    if sheet.host_id == sheet.partner_id:
        raise BadInput("Hoạt động phối hợp cần hai cơ quan khác nhau.", {"partner": "Hãy chọn cơ quan khác."})
    if not squeeze(sheet.topic) or len(sheet.topic) > 300:
        raise BadInput("Hãy ghi nội dung của hoạt động.", {"topic": "Cần nội dung, không quá 300 ký tự."})
    check_day(sheet.held_on, campaign, at=at, field="held_on")
    _check_place(sheet.place)
    if sheet.attended is not None and not 0 <= sheet.attended <= LARGEST:
        raise BadInput("Số người dự phải là số nguyên từ 0 trở lên.", {"attended": "Hãy xem lại số này."})
    if len(sheet.text) > LONGEST_TEXT:
        raise BadInput("Nội dung dài quá 4.000 ký tự.", {"text": "Cần ngắn hơn."})


def _check_place(place: str) -> None:
    if not squeeze(place) or len(place) > 200:
        raise BadInput("Hãy ghi địa điểm.", {"place": "Cần địa điểm, không quá 200 ký tự."})
