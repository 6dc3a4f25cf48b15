"""One form for each kind of line: days as dd/mm/yyyy, sums as 5.000.000. They check shape only."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms

from danban.campaigns.rules.proposals import DutyValues, MilestoneValues
from danban.campaigns.states import ItemKind
from danban.kit.money import amount_in
from danban.kit.vietnamese import day, number, slug
from danban.web.desk.campaigns.forms import choices
from danban.web.desk.campaigns.lines import WEEKDAYS
from danban.web.ui.choosing import offer
from danban.web.ui.fields import DayField

if TYPE_CHECKING:
    from danban.campaigns.queries import DraftPage
    from danban.campaigns.queries.drafts import ItemRow

_DAY_FORMATS = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"]
_NOT_A_DAY = "Ngày viết theo thứ tự ngày/tháng/năm, ví dụ 28/02/2023."
_NEEDED = "Không được để trống."
_WEEKLY = re.compile(r"FREQ=WEEKLY(;BYDAY=[A-Z,]+)?")


@dataclass(frozen=True)
class Choices:
    """What the lists of a form offer: pairs of a stored value and the words for it."""

    levels: tuple[tuple[str, str], ...]
    body_kinds: tuple[tuple[str, str], ...]
    milestones: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, str], ...]


def choices_of(page: "DraftPage") -> Choices:
    """The lists a draft offers: levels of its scheme, kinds of body, its milestones, parts of its document."""
    shape = page.ground.shape
    milestones = [line.values for line in page.year.milestones if isinstance(line.values, MilestoneValues)]
    sections = {s.path[:40]: f"{s.path} {_clipped(s.title)}" for s in reversed(page.reading.sections)}
    return Choices(
        levels=tuple((level.code, level.name) for level in shape.levels),
        body_kinds=tuple((kind.code, kind.name) for kind in shape.body_kinds),
        milestones=tuple((m.code, f"{m.name} ({_days(m)})") for m in milestones),
        sections=tuple(reversed(sections.items())),
    )


def _days(milestone: MilestoneValues) -> str:
    return f"{day(milestone.starts_on)} – {day(milestone.due_on)}" if milestone.starts_on else day(milestone.due_on)


def _clipped(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rsplit(" ", 1)[0] + "…"


def _words(label: str, limit: int, *, required: bool = True, rows: int = 0, help_text: str = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    errors = {"required": _NEEDED, "max_length": f"Dài quá {number(limit)} ký tự."}
    return forms.CharField(
        label=label, max_length=limit, required=required, widget=widget, help_text=help_text, error_messages=errors
    )


def _day(label: str, *, required: bool = True, help_text: str = "") -> forms.DateField:
    widget = forms.DateInput(
        format="%d/%m/%Y",
        attrs={"inputmode": "numeric", "placeholder": "dd/mm/yyyy", "class": "short", "autocomplete": "off"},
    )
    return DayField(
        label=label, required=required, widget=widget, input_formats=_DAY_FORMATS, help_text=help_text,
        error_messages={"required": "Hãy nhập ngày.", "invalid": _NOT_A_DAY},
    )  # fmt: skip


def _choice(label: str, *, required: bool = False, help_text: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, required=required, help_text=help_text,
        error_messages={"required": "Hãy chọn một mục.", "invalid_choice": "Hãy chọn lại trong danh sách."},
    )  # fmt: skip


class ItemForm(forms.Form):
    """What every kind shares: a level and a clause where the kind has them."""

    NO_LEVEL: ClassVar[str] = "Chọn cấp"

    def __init__(self, *args: Any, offered: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = str(self.initial.get("section", ""))
        known = offered.sections if not here or here in dict(offered.sections) else (*offered.sections, (here, here))
        lists = {
            "level": choices(offered.levels, self.NO_LEVEL),
            "section": choices(known, "Không ghi trong kế hoạch"),
            "body_kind": choices(offered.body_kinds, "Không nêu riêng"),
            "from_milestone": choices(offered.milestones, "Không theo mốc nào, chưa có hạn"),
        }
        for name, options in lists.items():
            if name in self.fields:
                offer(self, name, options)

    @property
    def level_code(self) -> str:
        """The level chosen, empty where none is."""
        return str(self.cleaned_data.get("level", ""))

    @property
    def clause_path(self) -> str:
        """The clause chosen, empty where none is."""
        return str(self.cleaned_data.get("section", ""))

    def values(self) -> dict[str, Any]:
        """What the line will hold, by the names of its values."""
        return {name: value for name, value in self.cleaned_data.items() if name not in {"level", "section"}}


class MilestoneForm(ItemForm):
    """A day, or a window when it has a first day."""

    NO_LEVEL = "Chung cho các cấp"

    name = _words("Tên mốc hoặc đợt", 300)
    starts_on = _day("Ngày đầu", required=False, help_text="Chỉ nhập khi là một đợt nhiều ngày.")
    due_on = _day("Ngày cuối còn kịp", help_text="Kế hoạch ghi “trước ngày 20” thì ngày cuối là ngày 19.")
    level = _choice("Cấp")
    section = _choice("Mục của kế hoạch")


class DutyForm(ItemForm):
    """What every unit of a level owes, counted from a milestone."""

    name = _words("Việc phải làm", 300)
    short = _words("Tên ngắn", 60, help_text="Dùng ở đầu cột của bảng, ví dụ “Kế hoạch”.")
    level = _choice("Cấp phải làm", required=True)
    from_milestone = _choice("Tính hạn theo mốc")
    edge = _choice("Tính từ", required=True)
    offset_days = forms.IntegerField(
        label="Lệch mấy ngày",
        min_value=0,
        max_value=400,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        help_text="0 là đúng ngày của mốc.",
        error_messages={
            "required": "Nhập 0 nếu đúng ngày của mốc.", "invalid": "Cần một số nguyên.",
            "min_value": "Nhập số từ 0 và chọn trước hoặc sau.", "max_value": "Nhiều nhất 400 ngày.",
        },
    )  # fmt: skip
    side = _choice("Trước hay sau mốc", required=True)
    starts_with_milestone = forms.BooleanField(label="Bắt đầu cùng ngày đầu của đợt", required=False)
    body_kind = _choice("Tổ chức làm")
    section = _choice("Mục của kế hoạch")

    def __init__(self, *args: Any, offered: Choices, **kwargs: Any) -> None:
        super().__init__(*args, offered=offered, **kwargs)
        fixed = {
            "edge": (("end", "Ngày cuối của mốc"), ("start", "Ngày đầu của đợt")),
            "side": (("after", "Sau mốc"), ("before", "Trước mốc")),
        }
        for name, options in fixed.items():
            offer(self, name, options)

    def values(self) -> dict[str, Any]:
        """Days before a milestone are negative."""
        said = super().values()
        sign = -1 if said.pop("side") == "before" else 1
        return {**said, "offset_days": sign * said["offset_days"]}


class AssignmentForm(ItemForm):
    """Work given to a body: once by a day, or every week."""

    actor = _words("Cơ quan, tổ chức", 300)
    body_kind = _choice("Loại tổ chức", help_text="Giúp tìm đúng cơ quan trong danh mục.")
    tasks = _words("Việc được giao", 20_000, rows=6, help_text="Mỗi việc một dòng.")
    due_on = _day("Ngày cuối", required=False)
    weekdays = forms.MultipleChoiceField(
        label="Làm hằng tuần vào",
        required=False,
        choices=[(code, words.capitalize()) for code, words in WEEKDAYS.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Hãy chọn lại các ngày trong tuần."},
    )
    section = _choice("Mục của kế hoạch")

    def values(self) -> dict[str, Any]:
        """Weekdays become a rule; a rule of another rhythm stays as it was read."""
        said = super().values()
        chosen = said.pop("weekdays")
        days = [code for code in WEEKDAYS if code in chosen]
        kept = str(self.initial.get("rrule", ""))
        rule = f"FREQ=WEEKLY;BYDAY={','.join(days)}" if days else "" if _WEEKLY.fullmatch(kept) else kept
        return {**said, "tasks": said["tasks"].splitlines(), "rrule": rule}


class AgendaForm(ItemForm):
    """One thing a conference talks about."""

    level = _choice("Hội nghị của cấp", required=True)
    title = _words("Nội dung", 4_000, rows=5)
    mandatory = forms.BooleanField(label="Bắt buộc có trong chương trình", required=False, initial=True)
    section = _choice("Mục của kế hoạch")


class GrantForm(ItemForm):
    """So many đồng for each unit of a level."""

    level = _choice("Cấp được hỗ trợ", required=True)
    amount = forms.CharField(
        label="Mỗi đơn vị được (đồng)",
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        help_text="Ví dụ 5.000.000.",
        error_messages={"required": "Hãy nhập số tiền.", "max_length": "Số tiền dài quá."},
    )
    payer = _words("Bên hỗ trợ", 200, required=False)
    section = _choice("Mục của kế hoạch")

    def clean_amount(self) -> int:
        """ "5.000.000 đ", "5,000,000", "5 triệu" → 5000000."""
        amount = amount_in(str(self.cleaned_data["amount"]))
        if amount is None:
            raise forms.ValidationError("Số tiền viết bằng số nguyên đồng, ví dụ 5.000.000.")
        return amount


class CitationForm(ItemForm):
    """A document the plan leans on."""

    number = _words("Số, ký hiệu", 80, required=False, help_text="Để trống nếu kế hoạch không ghi số.")
    issued_on = _day("Ngày ban hành", required=False)
    name = _words("Tên văn bản", 300, rows=3)


class MailboxForm(ItemForm):
    """Where reports go."""

    email = forms.EmailField(
        label="Hộp thư nhận báo cáo",
        error_messages={"required": "Hãy nhập hộp thư.", "invalid": "Cần một địa chỉ như ten@coquan.vn."},
    )


FORMS: Mapping[str, type[ItemForm]] = {
    ItemKind.MILESTONE: MilestoneForm,
    ItemKind.DUTY: DutyForm,
    ItemKind.ASSIGNMENT: AssignmentForm,
    ItemKind.AGENDA: AgendaForm,
    ItemKind.GRANT: GrantForm,
    ItemKind.CITATION: CitationForm,
    ItemKind.MAILBOX: MailboxForm,
}


def initial_of(line: "ItemRow") -> dict[str, Any]:
    """A line as its form shows it."""
    values: dict[str, Any] = asdict(line.values)
    said = {**values, "level": line.item.level.code if line.item.level else "", "section": line.item.section}
    if line.item.kind == ItemKind.DUTY:
        said |= {"offset_days": abs(values["offset_days"]), "side": "before" if values["offset_days"] < 0 else "after"}
    if line.item.kind == ItemKind.ASSIGNMENT:
        rule = dict(part.split("=", 1) for part in values["rrule"].split(";") if "=" in part)
        said |= {"tasks": "\n".join(values["tasks"]), "weekdays": [d for d in rule.get("BYDAY", "").split(",") if d]}
    if line.item.kind == ItemKind.GRANT:
        said["amount"] = number(values["amount"])
    return said


def coded(kind: str, values: Mapping[str, Any], page: "DraftPage") -> dict[str, Any]:
    """A new line with what nobody types: a code of its own, and that an office set its day."""
    if kind not in {ItemKind.MILESTONE, ItemKind.DUTY}:
        return dict(values)
    taken = {
        line.values.code
        for group in page.groups
        for line in group.rows
        if isinstance(line.values, MilestoneValues | DutyValues)
    }
    return {**values, "code": unused_code(str(values["name"]), taken), "set_by_office": True}


def unused_code(name: str, taken: set[str]) -> str:
    """A code no other line has: "Nộp báo cáo" → nop-bao-cao, nop-bao-cao-2…"""
    plain = slug(name)[:50].strip("-") or "dong"
    code, count = plain, 2
    while code in taken:
        code, count = f"{plain}-{count}", count + 1
    return code
