"""One line of a draft year as people read it: its words, its days or sums, where it comes from, its state."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from danban.campaigns.rules.proposals import (
    AgendaValues,
    AssignmentValues,
    CitationValues,
    DutyValues,
    GrantValues,
    MilestoneValues,
    Values,
)
from danban.campaigns.rules.year import KindOwed
from danban.campaigns.states import DRAFT_ITEM, ItemKind, ItemState
from danban.kit.calendar import Window
from danban.kit.money import dong
from danban.kit.vietnamese import day, long_day, number, squeeze
from danban.web.ui.clauses import anchor_of
from danban.web.ui.pieces import Pill, PillKind
from danban.web.ui.templatetags import ui

if TYPE_CHECKING:
    from danban.campaigns.models import DraftItem
    from danban.campaigns.queries import DraftPage
    from danban.campaigns.queries.drafts import ItemRow

CLIP = 130
QUOTE = 90
_PILLS: Mapping[str, PillKind] = {
    ItemState.READ: "quiet",
    ItemState.PROPOSED: "info",
    ItemState.CORRECTED: "done",
    ItemState.ADDED: "done",
    ItemState.DROPPED: "quiet",
}
WEEKDAYS = {"MO": "thứ Hai", "TU": "thứ Ba", "WE": "thứ Tư", "TH": "thứ Năm", "FR": "thứ Sáu", "SA": "thứ Bảy",
            "SU": "Chủ nhật"}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """A line: ``source`` are the words of the plan or their clause, ``verbs`` what may be done with it now."""

    item_id: int
    title: str
    detail: str
    source: str
    source_href: str
    steps: tuple[str, ...]
    warnings: tuple[str, ...]
    pill: Pill
    verbs: tuple[str, ...]
    needs_look: bool
    href: str

    @property
    def is_dropped(self) -> bool:
        """Whether it will not be launched."""
        return "drop" not in self.verbs and self.pill.text == ItemState.DROPPED.label


def row_of(line: "ItemRow", page: "DraftPage") -> Row:
    """A line of the page as a row."""
    item, values = line.item, line.values
    steps = _steps(line, page)
    return Row(
        item_id=item.pk,
        title=_clipped(_title(values)),
        detail=_DETAILS.get(item.kind, _nothing)(line, page),
        source=_source(item, page.reading.text),
        source_href=_source_href(item),
        steps=steps,
        warnings=tuple(warning.sentence for warning in line.warnings),
        pill=Pill(_PILLS[item.state], ItemState(item.state).label),
        verbs=verbs_of(line, page),
        needs_look=bool(line.warnings) or _is_our_guess(line),
        href=reverse("desk:campaigns:correct", args=[page.draft.pk, item.pk]),
    )


def _is_our_guess(line: "ItemRow") -> bool:
    """A day the plan leaves out, proposed and not yet looked at."""
    return line.item.state == ItemState.PROPOSED and bool(getattr(line.values, "set_by_office", False))


def verbs_of(line: "ItemRow", page: "DraftPage") -> tuple[str, ...]:
    """What the reader of the page may do with a line: correct, drop, restore."""
    if "review" not in page.verbs:
        return ()
    verbs = DRAFT_ITEM.allowed(line.item.state)
    is_hand_made = line.item.state == ItemState.CORRECTED and not line.item.original
    return tuple(verb for verb in verbs if not (verb == "restore" and is_hand_made))


def drawn(rows: Iterable[Row]) -> SafeString:
    """The lines as a list. Built here and not in a template: a city's draft has more than a hundred."""
    return format_html('<ul class="lines">{}</ul>', format_html_join("\n", "{}", ((_drawn(row),) for row in rows)))


def _drawn(row: Row) -> SafeString:
    told = format_html('<span class="detail">{}</span>', row.detail) if row.detail else ""
    heeds = format_html_join("", '<span class="heed">{}</span>', ((warning,) for warning in row.warnings))
    source = format_html('<a href="{}">{}</a>', row.source_href, row.source) if row.source_href else ""
    return format_html(
        '<li id="d{}"{}><b>{}</b><div class="rest">{}{}<div class="from">{}{}{}</div></div>{}</li>',
        row.item_id,
        SafeString(' class="gone"') if row.is_dropped else "",
        row.title,
        told,
        heeds,
        ui.pill(row.pill.kind, row.pill.text),
        source,
        _why(row.steps),
        _deeds(row),
    )


def _why(steps: Iterable[str]) -> SafeString:
    told = format_html_join("", "<li>{}</li>", ((step,) for step in steps))
    if not told:
        return SafeString("")
    return format_html(
        '<details class="why"><summary>Vì sao?</summary><div class="body"><ol>{}</ol></div></details>', told
    )


def _deeds(row: Row) -> SafeString:
    """A link to correct, buttons of the one form around all lines to drop and to bring back."""
    if not row.verbs:
        return SafeString("")
    back = "Khôi phục" if row.is_dropped else "Về như cũ"
    shown = {
        "correct": '<a href="{}" title="Sửa: {}">Sửa</a>',
        "restore": f'<button formaction="{{}}khoi-phuc/" title="{back}: {{}}">{back}</button>',
        "drop": '<button formaction="{}bo/" title="Bỏ: {}">Bỏ</button>',
    }
    deeds = (format_html(form, row.href, row.title) for verb, form in shown.items() if verb in row.verbs)
    return format_html('<div class="do">{}</div>', format_html_join("", "{}", ((deed,) for deed in deeds)))


def days_of(starts_on: date | None, due_on: date) -> str:
    """ "02/01/2023 – 28/02/2023 · 58 ngày", or "đến hết Thứ Hai 19/12/2022"."""
    if starts_on is None:
        return f"đến hết {long_day(due_on)}"
    return f"{day(starts_on)} – {day(due_on)} · {number(Window(starts_on, due_on).days)} ngày"


def weekly(rrule: str) -> str:
    """ "FREQ=WEEKLY;BYDAY=FR,SA" → "hằng tuần, thứ Sáu và thứ Bảy"; other rules as they are written."""
    parts = dict(part.split("=", 1) for part in rrule.split(";") if "=" in part)
    days = [WEEKDAYS[code] for code in parts.get("BYDAY", "").split(",") if code in WEEKDAYS]
    if parts.get("FREQ") != "WEEKLY":
        return {"MONTHLY": "hằng tháng", "YEARLY": "hằng năm", "DAILY": "hằng ngày"}.get(parts.get("FREQ", ""), rrule)
    return f"hằng tuần, {' và '.join(days)}" if days else "hằng tuần"


def _title(values: Values) -> str:
    if isinstance(values, MilestoneValues | DutyValues):
        return values.name
    if isinstance(values, AssignmentValues):
        return values.actor
    if isinstance(values, AgendaValues):
        return values.title
    if isinstance(values, GrantValues):
        return f"{dong(values.amount)} mỗi đơn vị"
    if isinstance(values, CitationValues):
        return values.number or values.name
    return values.email


def _nothing(line: "ItemRow", page: "DraftPage") -> str:  # noqa: ARG001
    return ""


def _milestone(line: "ItemRow", page: "DraftPage") -> str:  # noqa: ARG001
    values = line.values
    return days_of(values.starts_on, values.due_on) if isinstance(values, MilestoneValues) else ""


def _duty(line: "ItemRow", page: "DraftPage") -> str:
    owed = _owed(line, page)
    if owed is None:
        return ""
    if owed.dated.due_on is None:
        return "kế hoạch không nêu hạn"
    if owed.dated.starts_on:
        return f"{day(owed.dated.starts_on)} – {day(owed.dated.due_on)}"
    return f"đến hết {day(owed.dated.due_on)}"


def _assignment(line: "ItemRow", page: "DraftPage") -> str:  # noqa: ARG001
    values = line.values
    if not isinstance(values, AssignmentValues):
        return ""
    first = _clipped(values.tasks[0], 96) if values.tasks else "chưa ghi việc"
    more = f" và {len(values.tasks) - 1} việc nữa" if len(values.tasks) > 1 else ""
    when = weekly(values.rrule) if values.rrule else f"đến hết {day(values.due_on)}" if values.due_on else ""
    return f"{first}{more}{' · ' if when else ''}{when}"


def _grant(line: "ItemRow", page: "DraftPage") -> str:
    values = line.values
    if not isinstance(values, GrantValues):
        return ""
    units = page.ground.units.get(line.item.level.code, 0) if line.item.level else 0
    sum_up = f"{number(units)} × {dong(values.amount)} = {dong(units * values.amount)}"
    return f"{sum_up} · {values.payer} hỗ trợ" if values.payer else sum_up


def _citation(line: "ItemRow", page: "DraftPage") -> str:  # noqa: ARG001
    values = line.values
    if not isinstance(values, CitationValues):
        return ""
    issued = f"ngày {day(values.issued_on)} · " if values.issued_on else ""
    return f"{issued}{_clipped(values.name, 110)}" if values.number else issued.rstrip(" ·")


def _agenda(line: "ItemRow", page: "DraftPage") -> str:  # noqa: ARG001
    return "" if getattr(line.values, "mandatory", True) else "không bắt buộc"


_DETAILS: Mapping[str, Callable[["ItemRow", "DraftPage"], str]] = {
    ItemKind.MILESTONE: _milestone,
    ItemKind.DUTY: _duty,
    ItemKind.ASSIGNMENT: _assignment,
    ItemKind.AGENDA: _agenda,
    ItemKind.GRANT: _grant,
    ItemKind.CITATION: _citation,
}


def _owed(line: "ItemRow", page: "DraftPage") -> KindOwed | None:
    if line.is_dropped or line.item.level is None or not isinstance(line.values, DutyValues):
        return None
    key = (line.item.level.code, line.values.code)
    return next((owed for owed in page.year.kinds if (owed.level, owed.code) == key), None)


def _steps(line: "ItemRow", page: "DraftPage") -> tuple[str, ...]:
    if isinstance(line.values, MilestoneValues):
        return line.values.steps
    owed = _owed(line, page)
    return owed.dated.steps if owed else ()


def _source(item: "DraftItem", text: str) -> str:
    """The words of the plan where they are few, else the clause they stand in."""
    if item.start is not None and item.end is not None:
        words = squeeze(text[item.start : item.end])
        if len(words) <= QUOTE:
            return f"“{words}”"
    return f"mục {item.section}" if item.section else "xem trong văn bản"


def _source_href(item: "DraftItem") -> str:
    """The mark in the document, else the heading of the clause; nothing for a line of our own."""
    if item.start is not None:
        return f"#f{item.pk}"
    return f"#{anchor_of(item.section)}" if item.section else ""


def _clipped(text: str, limit: int = CLIP) -> str:
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"
