"""The shape of what a village types in from its paper: people counted, opinions, targets, votes, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django import forms

from danban.delegates.states import Group
from danban.resolutions.rules import PaperOpinion, PaperPresence, PaperSheet, PaperVote
from danban.sittings.rules import TargetSheet
from danban.web.ui.fields import REQUIRED, CountField, day_field, text_field

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_BYTES = 20 * 1024 * 1024
MOST_LINES = 60
FIRST = {"opinion": 5, "target": 2, "vote": 3}
"""How many empty lines each part begins with."""
MORE = {"opinion": 5, "target": 2, "vote": 2}
GROUPS = tuple(Group(code) for code in Group.values if code not in (Group.HOUSEHOLD, Group.OTHER))
_DIGITS = {"inputmode": "numeric", "autocomplete": "off"}
_PARTS: dict[str, tuple[str, ...]] = {
    "opinion": ("text", "speaker", "is_petition"),
    "target": ("indicator", "value", "unit_label", "denominator"),
    "vote": ("question", "present", "in_favour", "against", "other", "gap_reason", "target"),
}
_TELLING = {"opinion": ("text", "speaker"), "target": ("indicator", "value"), "vote": ("question", "in_favour")}
"""Which fields of a line say that it was written at all."""


def _count(label: str, *, required: bool = False) -> forms.Field:
    return CountField(label=label, required=required, widget=forms.TextInput(attrs=_DIGITS))


def _time(label: str) -> forms.TimeField:
    return forms.TimeField(
        label=label, error_messages={"required": REQUIRED, "invalid": "Giờ chưa đúng. Ví dụ đúng: 19:30."},
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )  # fmt: skip


class SheetForm(forms.Form):
    """One conference from paper. Lines left empty count for nothing; those written are moved together."""

    held_on = day_field("Ngày họp")
    starts = _time("Bắt đầu")
    ends = _time("Kết thúc")
    chair = text_field("Chủ tọa", most=120, autocomplete="off")
    secretary = text_field("Thư ký", most=120, autocomplete="off")
    everybody = _count("Tất cả có mặt", required=True)
    households = _count("Hộ có đại diện")
    women = _count("Trong đó nữ")
    party_members = _count("Trong đó đảng viên")
    cause = forms.CharField(
        label="Vì sao họp ngoài đợt", required=False, max_length=1_000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Chỉ ghi khi họp sớm hoặc muộn hơn đợt hội nghị.",
    )  # fmt: skip
    photo = forms.FileField(
        label="Ảnh biên bản giấy", required=False, help_text="Ảnh chụp hoặc bản quét PDF, tối đa 20 MB.",
        error_messages={"empty": "Tệp không có nội dung."},
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,application/pdf"}),
    )  # fmt: skip
    is_signed = forms.BooleanField(label="Biên bản giấy đã có chữ ký của chủ tọa và thư ký", required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, files: Any = None, *, initial: Any = None) -> None:
        written = _moved_together(data if data is not None else initial or {})
        super().__init__(written if data is not None else None, files, initial=written)
        self.counts = {part: _lines(written, part) for part in FIRST}
        for group in GROUPS:
            self.fields[f"group_{group.value}"] = _count(group.label)
        for part, count in self.counts.items():
            for at in range(count):
                self._put_line(part, at)

    def lines(self, part: str) -> list[dict[str, forms.BoundField]]:
        """The fields of each line of a part."""
        return [{name: self[f"{part}_{at}_{name}"] for name in _PARTS[part]} for at in range(self.counts[part])]

    def groups(self) -> list[forms.BoundField]:
        """A count for each group but the households'."""
        return [self[f"group_{group.value}"] for group in GROUPS]

    def clean_photo(self) -> Any:
        """Not larger than what is kept."""
        photo = self.cleaned_data["photo"]
        if photo and photo.size > MOST_BYTES:
            raise forms.ValidationError("Tệp lớn quá 20 MB. Hãy chụp lại với cỡ nhỏ hơn.")
        return photo

    def sheet(self) -> PaperSheet:
        """As typed; a vote without a count of those present was taken by everybody."""
        typed = self.cleaned_data
        photo = typed["photo"]
        return PaperSheet(
            **{name: typed[name] for name in ("held_on", "starts", "ends", "chair", "secretary", "cause", "is_signed")},
            presence=self._presence(),
            opinions=tuple(PaperOpinion(uuid4(), **line) for line in self._written("opinion")),
            targets=tuple(_target(line) for line in self._written("target")),
            votes=tuple(_vote(line, typed["everybody"]) for line in self._written("vote")),
            photo=photo.read() if photo else b"",
            photo_name=photo.name if photo else "",
        )

    def _presence(self) -> PaperPresence:
        typed = self.cleaned_data
        counted = [(Group.HOUSEHOLD, typed["households"]), *((one, typed[f"group_{one.value}"]) for one in GROUPS)]
        groups = tuple((str(one.value), count) for one, count in counted if count)
        return PaperPresence(typed["everybody"], groups, typed["women"], typed["party_members"])

    def _written(self, part: str) -> list[dict[str, Any]]:
        lines = [
            {name: self.cleaned_data[f"{part}_{at}_{name}"] for name in _PARTS[part]}
            for at in range(self.counts[part])
        ]  # fmt: skip
        return [line for line in lines if any(line[name] not in ("", None) for name in _TELLING[part])]

    def _put_line(self, part: str, at: int) -> None:
        for name, field in _fields_of(part, at, self.counts["target"]).items():
            self.fields[f"{part}_{at}_{name}"] = field


def _fields_of(part: str, at: int, targets: int) -> dict[str, forms.Field]:
    if part == "opinion":
        return {
            "text": forms.CharField(
                label=f"Ý kiến {at + 1}", required=False, max_length=4_000, widget=forms.Textarea(attrs={"rows": 2})
            ),
            "speaker": text_field("Người nêu", most=160, required=False, autocomplete="off"),
            "is_petition": forms.BooleanField(label="Là kiến nghị, cần theo dõi trả lời", required=False),
        }
    if part == "target":
        return {
            "indicator": text_field(f"Chỉ tiêu {at + 1}", most=240, required=False, autocomplete="off"),
            "value": forms.DecimalField(
                label="Phấn đấu", required=False, max_digits=14, decimal_places=2, localize=True,
                widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
                error_messages={"invalid": "Cần một số. Ví dụ: 92,5."},
            ),
            "unit_label": text_field("Đơn vị tính", most=40, required=False, autocomplete="off"),
            "denominator": text_field("Tỷ lệ tính trên", most=120, required=False, autocomplete="off"),
        }  # fmt: skip
    numbers = {"present": "Có mặt", "in_favour": "Đồng ý", "against": "Không đồng ý", "other": "Ý kiến khác"}
    choices = [("", "Việc khác"), *((str(one), f"Chỉ tiêu {one + 1}") for one in range(targets))]
    return {
        "question": text_field(f"Biểu quyết {at + 1}", most=400, required=False, autocomplete="off"),
        **{name: _count(label) for name, label in numbers.items()},
        "gap_reason": text_field("Vì sao lệch với số có mặt", most=300, required=False, autocomplete="off"),
        "target": forms.TypedChoiceField(
            label="Về", required=False, choices=choices, coerce=int, empty_value=None
        ),
    }  # fmt: skip


def _target(line: dict[str, Any]) -> TargetSheet:
    return TargetSheet(**{**line, "value": line["value"] if line["value"] is not None else -1})


def _vote(line: dict[str, Any], everybody: int) -> PaperVote:
    numbers = {name: line[name] or 0 for name in ("in_favour", "against", "other")}
    present = everybody if line["present"] is None else line["present"]
    return PaperVote(uuid4(), **{**line, **numbers, "present": present})


def _lines(written: Mapping[str, Any], part: str) -> int:
    """How many lines of a part are shown: those asked for, a few more where the button for it was pressed."""
    asked = str(written.get(f"{part}_lines", ""))
    count = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else FIRST[part]
    more = MORE[part] if written.get("them") == part else 0
    return min(max(count, FIRST[part]) + more, MOST_LINES)


def _moved_together(data: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed with the written lines of each part first; votes keep to their target."""
    written = {name: data.get(name) for name in data}
    moved: dict[str, str] = {}
    for part, names in _PARTS.items():
        lines = [{name: data.get(f"{part}_{at}_{name}") for name in names} for at in range(_lines(data, part))]
        filled = [at for at, line in enumerate(lines) if any(str(line[name] or "").strip() for name in _TELLING[part])]
        empty = [at for at in range(len(lines)) if at not in filled]
        if part == "target":
            moved = {str(at): str(now) for now, at in enumerate(filled)}
        for now, at in enumerate([*filled, *empty]):
            for name in names:
                value = lines[at][name]
                key = f"{part}_{now}_{name}"
                written[key] = moved.get(str(value), value) if (part, name) == ("vote", "target") else value
    return written
