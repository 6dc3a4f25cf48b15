"""The one form of a plan. Fields bear the names by which its rules name problems; it checks shape only."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import BoundField

from danban.kit.money import amount_in
from danban.kit.vietnamese import number
from danban.plans.actions import GivenDate, OwnItem, PlanSheet
from danban.plans.queries import SheetPage
from danban.web.desk.plans.forms import day_field, words_field
from danban.web.desk.plans.reading import words_of
from danban.web.ui.choosing import offer

if TYPE_CHECKING:
    from django.http import QueryDict

    from danban.plans.rules.content import AboveDate

BLANK_ROWS = 2
_MOST_ROWS = 62
_PARTS = ("", "-from", "-to", "-doer", "-mandatory", "-drop", "-id")
_OTHER = "khac"
_SYMBOL = re.compile(r"[\w/.\-]+")
_PLACE = re.compile(r"\{[^}]*\}")
_Row = dict[str, Any]


class AmountField(forms.Field):
    """Whole đồng, typed as people do; None where nothing is typed."""

    def to_python(self, value: Any) -> Any:
        """The sum, or the error of one that can be read two ways."""
        text = str(value or "").strip()
        if not text:
            return None
        amount = amount_in(text)
        if amount is None:
            raise forms.ValidationError("Hãy viết số tiền bằng đồng, ví dụ 5.000.000.")
        return amount


@dataclass(frozen=True)
class DateRow:
    """One line of the table of days: what stands above, and the fields for the own days (``first`` or None)."""

    above: "AboveDate"
    first: BoundField | None
    last: BoundField

    @property
    def said(self) -> str:
        """The days above in words."""
        return words_of(self.above.starts_on, self.above.due_on)


@dataclass(frozen=True)
class ItemRow:
    """One own line: its fields by part, and whether it is already in the plan."""

    is_kept: bool
    title: BoundField
    first: BoundField
    last: BoundField
    doer: BoundField
    mandatory: BoundField | None
    drop: BoundField | None
    key: BoundField

    @property
    def is_open(self) -> bool:
        """Whether its days and doer are shown at once: something stands there, or something is wrong."""
        fields = (self.first, self.last, self.doer)
        return any(field.value() or field.errors for field in fields) or bool(self.mandatory and self.mandatory.value())


class SheetForm(forms.Form):
    """Everything an office fills in, pre-filled with the plan as it stands."""

    title = words_field("Tên kế hoạch", 300, rows=3)
    party_body = words_field("Cấp ủy cho ý kiến", 200, required=False, help_text="Ví dụ: Ban Thường vụ Đảng ủy phường.")
    party_consulted_on = day_field("Ngày cho ý kiến", required=False)
    party_how = words_field(
        "Hình thức và ý kiến", 2_000, required=False, rows=3, help_text="Họp, văn bản số nào, kết luận gì."
    )
    funding_amount = AmountField(label="Số tiền", required=False, help_text="Bằng đồng, ví dụ 5.000.000.")
    funding_source = words_field("Nguồn", 300, required=False, help_text="Ví dụ: ngân sách phường năm 2023.")
    funding_confirmed = forms.BooleanField(label="Đã bảo đảm kinh phí cho hội nghị ở cơ sở", required=False)
    numbering_body_id = forms.TypedChoiceField(label="Cơ quan cho số", required=False, coerce=int, empty_value=None)
    symbol_pattern = forms.ChoiceField(label="Số, ký hiệu", required=False)
    own_symbol = words_field("Ký hiệu khác", 40, required=False, help_text="Phần viết sau số, ví dụ KHLT-UBND-MTTQ.")
    dropped = forms.MultipleChoiceField(required=False)

    def __init__(self, page: SheetPage, data: "QueryDict | None" = None) -> None:
        self.page, self.sheet_now = page, page.standing.sheet
        self.rows = _typed_rows(data) if data is not None else _kept_rows(self.sheet_now)
        super().__init__(data if data is None else _compact(data, self.rows), initial=_initial(page))
        self._offer_choices()
        self._add_dates()
        self._add_items()

    def _offer_choices(self) -> None:
        page = self.page
        bodies = [(body.pk, body.name) for body in page.standing.chairs.bodies]
        offer(self, "numbering_body_id", bodies, nothing="Chưa chọn")
        patterns = [(one.pattern, f"{_shown(one.pattern)} · {one.name}") for one in page.patterns]
        now = self.sheet_now.symbol_pattern
        if now and now not in dict(patterns):
            patterns.insert(0, (now, _shown(now)))
        offer(self, "symbol_pattern", [*patterns, (_OTHER, "Ký hiệu khác: mở mục dưới và ghi")], nothing="Chưa chọn")
        optional = [(item.origin, item.title) for item in page.above.items if not item.is_mandatory]
        offer(self, "dropped", optional)
        if not page.standing.owes_funding:
            del self.fields["funding_confirmed"]

    def _add_dates(self) -> None:
        own = {one.kind_id: one.days for one in self.sheet_now.dates}
        for one in self.page.above.dates:
            if not (one.is_required or one.is_optional):
                continue
            days = own.get(one.kind_id, one.days)
            if one.starts_on or days.starts_on:
                self.fields[f"from-{one.kind_id}"] = day_field("Từ ngày", required=False)
                self.initial[f"from-{one.kind_id}"] = days.starts_on
            self.fields[f"date-{one.kind_id}"] = day_field(one.name, required=False)
            self.initial[f"date-{one.kind_id}"] = days.due_on

    def _add_items(self) -> None:
        has_below = self.page.has_below
        for place, row in enumerate(self.rows):
            key = f"item-{place}"
            is_blank = not any(row.values())
            self.fields[key] = words_field(f"Nội dung {place + 1}", 2_000, required=not is_blank, rows=2)
            self.fields[f"{key}-from"] = day_field("Từ ngày", required=False)
            self.fields[f"{key}-to"] = day_field("Đến hết ngày", required=False)
            self.fields[f"{key}-doer"] = words_field("Nơi thực hiện", 200, required=False)
            self.fields[f"{key}-id"] = forms.IntegerField(required=False, widget=forms.HiddenInput())
            if has_below:
                label = "Bắt buộc với các đơn vị cấp dưới"
                self.fields[f"{key}-mandatory"] = forms.BooleanField(label=label, required=False)
            if row["-id"]:
                self.fields[f"{key}-drop"] = forms.BooleanField(label="Bỏ dòng này", required=False)
            self.initial.update({f"{key}{part}": value for part, value in row.items()})

    @property
    def required_dates(self) -> dict[str, list[DateRow]]:
        """The days this plan must set, by the level that owes the thing."""
        return self._dates(is_required=True)

    @property
    def optional_dates(self) -> dict[str, list[DateRow]]:
        """The days this plan may narrow, by the level that owes the thing."""
        return self._dates(is_required=False)

    @property
    def has_optional_errors(self) -> bool:
        """Whether something is wrong among the days that may be narrowed."""
        rows = [row for rows in self.optional_dates.values() for row in rows]
        return any(row.last.errors or (row.first and row.first.errors) for row in rows)

    def _dates(self, *, is_required: bool) -> dict[str, list[DateRow]]:
        levels: dict[str, list[DateRow]] = {}
        for one in self.page.above.dates:
            if one.is_required is is_required and f"date-{one.kind_id}" in self.fields:
                first = self[f"from-{one.kind_id}"] if f"from-{one.kind_id}" in self.fields else None
                levels.setdefault(one.level_name, []).append(DateRow(one, first, self[f"date-{one.kind_id}"]))
        return levels

    @property
    def own_lines(self) -> Iterator[ItemRow]:
        """The own lines, the blank ones last."""
        for place, row in enumerate(self.rows):
            key = f"item-{place}"
            yield ItemRow(
                is_kept=bool(row["-id"]),
                title=self[key],
                first=self[f"{key}-from"],
                last=self[f"{key}-to"],
                doer=self[f"{key}-doer"],
                mandatory=self[f"{key}-mandatory"] if f"{key}-mandatory" in self.fields else None,
                drop=self[f"{key}-drop"] if f"{key}-drop" in self.fields else None,
                key=self[f"{key}-id"],
            )

    def clean(self) -> dict[str, Any]:
        """A symbol of one's own is the end of a number: letters, digits, "/", "-" and "."."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        own = str(typed.get("own_symbol") or "").strip("/ ")
        if typed.get("symbol_pattern") == _OTHER:
            if not _SYMBOL.fullmatch(own):
                self.add_error("own_symbol", "Chỉ gồm chữ, số và dấu nối, ví dụ KHLT-UBND-MTTQ.")
            typed["symbol_pattern"] = f"{{number:02d}}/{own}"
        return typed

    def sheet(self) -> PlanSheet:
        """What was filled in."""
        typed = self.cleaned_data
        return PlanSheet(
            title=typed["title"],
            dates=tuple(self._own_dates()),
            items=tuple(self._own_items()),
            dropped=tuple(typed["dropped"]),
            party_body=typed["party_body"],
            party_consulted_on=typed["party_consulted_on"],
            party_how=typed["party_how"],
            funding_amount=typed["funding_amount"],
            funding_source=typed["funding_source"],
            funding_confirmed=typed.get("funding_confirmed", False),
            numbering_body_id=typed["numbering_body_id"],
            symbol_pattern=typed["symbol_pattern"],
        )

    def _own_dates(self) -> Iterator[GivenDate]:
        """Every day to be set, filled in or not; of the others those that say something else than stands above."""
        for one in self.page.above.dates:
            if f"date-{one.kind_id}" in self.fields:
                typed = self.cleaned_data
                given = GivenDate(one.kind_id, typed.get(f"from-{one.kind_id}"), typed[f"date-{one.kind_id}"])
                if one.is_required or (given.due_on, given.starts_on) not in {
                    (None, None), (one.due_on, one.starts_on), (one.due_on, None)
                }:  # fmt: skip
                    yield given

    def _own_items(self) -> Iterator[OwnItem]:
        typed = self.cleaned_data
        for place, row in enumerate(self.rows):
            key = f"item-{place}"
            if any(row.values()) and not row["-drop"]:
                yield OwnItem(
                    title=typed[key],
                    starts_on=typed[f"{key}-from"],
                    due_on=typed[f"{key}-to"],
                    doer=typed[f"{key}-doer"],
                    is_mandatory=typed.get(f"{key}-mandatory", False),
                    item_id=typed[f"{key}-id"],
                )


def _initial(page: SheetPage) -> dict[str, Any]:
    sheet = page.standing.sheet
    names = (
        "title", "party_body", "party_consulted_on", "party_how", "funding_source", "funding_confirmed",
        "numbering_body_id", "symbol_pattern", "dropped",
    )  # fmt: skip
    amount = "" if sheet.funding_amount is None else number(sheet.funding_amount)
    return {name: getattr(sheet, name) for name in names} | {"funding_amount": amount}


def _kept_rows(sheet: PlanSheet) -> list[_Row]:
    """The own lines of a plan and some blank ones."""
    kept: list[_Row] = [
        {
            "": item.title, "-from": item.starts_on, "-to": item.due_on, "-doer": item.doer,
            "-mandatory": item.is_mandatory, "-drop": "", "-id": item.item_id,
        }
        for item in sheet.items
    ]  # fmt: skip
    return [*kept, *_blank_rows()]


def _typed_rows(data: "QueryDict") -> list[_Row]:
    """The lines as typed, without blank ones, those to be left out last, so that places are those of the sheet."""
    rows = [
        {part: str(data.get(f"item-{place}{part}") or "").strip() for part in _PARTS} for place in range(_MOST_ROWS)
    ]
    typed = sorted((row for row in rows if any(row.values())), key=lambda row: bool(row["-drop"]))
    return [*typed, *_blank_rows()]


def _blank_rows() -> list[_Row]:
    return [dict.fromkeys(_PARTS, "") for _ in range(BLANK_ROWS)]


def _compact(data: "QueryDict", rows: list[_Row]) -> "QueryDict":
    """What was typed with the own lines in the places of ``rows``."""
    compact = data.copy()
    for name in data:
        if name.startswith("item-"):
            del compact[name]
    for place, row in enumerate(rows):
        compact.update({f"item-{place}{part}": value for part, value in row.items() if value})
    return compact


def _shown(pattern: str) -> str:
    """ "{number:02d}/KHLT-UBND" → "…/KHLT-UBND"."""
    return _PLACE.sub("…", pattern)
