"""What each template is handed: the answer of the query, its states as pills, its ways on."""

from datetime import date, datetime
from typing import Any

from danban.difficulties.models import Difficulty
from danban.difficulties.queries import AskPage, DifficultyList, DifficultyPage, Summary
from danban.difficulties.states import DIFFICULTY, DifficultyStatus
from danban.kit.clock import HANOI
from danban.kit.vietnamese import long_day
from danban.web.desk.difficulties.addresses import SIDES, STATE_LABELS, STATES, listing, to
from danban.web.ui.due import due_pill
from danban.web.ui.navigation import area_label
from danban.web.ui.pieces import Link, Pill, Point, Tab

Context = dict[str, Any]
_TABS = ("late", "urgent", "waiting", "answered", "closed")


def pills(difficulty: Difficulty, today: date) -> list[Pill]:
    """How it stands: what waits shows its day, and haste where there is some."""
    if difficulty.status == DifficultyStatus.CLOSED:
        return [Pill("quiet", DIFFICULTY.label(difficulty.status))]
    if difficulty.status == DifficultyStatus.ANSWERED:
        return [Pill("done", DIFFICULTY.label(difficulty.status))]
    haste = [Pill("soon", "Gấp")] if difficulty.is_urgent else []
    return [*haste, due_pill(difficulty.answer_due_on, None, today)]


def index(found: DifficultyList, today: date) -> Context:
    """One page of a list."""
    wanted, campaign = found.wanted, found.wanted.campaign_id
    side = {"side": found.side, "campaign": campaign}
    place = found.place.pk if wanted.place else None
    kept = {**side, "place": place, "is_alone": wanted.is_alone, "kind": wanted.kind}
    labels = {"held": "Chờ trả lời", "asked": "Đã báo lên", "area": area_label(found.ground.place.name)}
    return {
        "found": found,
        "rows": [(row, found.kind_names.get(row.obligation_kind, ""), pills(row, today)) for row in found.page],
        "sides": [
            Tab(labels[code], listing(side=code, campaign=campaign), code == found.side, count)
            for code, count in found.sides.items()
        ],
        "states": [
            Tab("Tất cả", listing(**kept), not wanted.state),
            *(
                Tab(STATE_LABELS[code], listing(**kept, state=code), wanted.state == code, found.counts[code])
                for code in (*_TABS, *({wanted.state} - {"", *_TABS}))
            ),
        ],
        "hidden": _hidden(found),
        "kinds": [(code, name, code == wanted.kind) for code, name in found.kind_names.items()],
        "years": _years(found.ground.years, found.ground.campaign.pk),
        "clear_href": listing(**side),
        "is_narrowed": bool(wanted.state or wanted.words or wanted.kind or wanted.place),
        "summary_href": to("summary", nam=campaign) if "area" in found.sides else "",
        "ask_href": to("ask") if found.may_ask else "",
    }


def _hidden(found: DifficultyList) -> list[tuple[str, object]]:
    """What the search form keeps of the address."""
    wanted = found.wanted
    words = {
        "xem": SIDES[found.side],
        "tinh_trang": STATES.get(wanted.state, ""),
        "don_vi": wanted.place,
        "rieng": "1" if wanted.is_alone else "",
        "nam": wanted.campaign_id,
    }
    return [(name, value) for name, value in words.items() if value]


def _years(years: tuple[tuple[int, str], ...], current: int) -> list[Tab]:
    """The years to change to; nothing where there is only one."""
    return [Tab(name, to("index", nam=pk), pk == current) for pk, name in years] if len(years) > 1 else []


def show(found: DifficultyPage, today: date) -> Context:
    """One difficulty: its way up to now, what it waits for."""
    difficulty = found.difficulty
    return {
        "found": found,
        "one": difficulty,
        "pills": pills(difficulty, today),
        "crumbs": [Link("Khó khăn, vướng mắc", to("index")), Link(difficulty.title)],
        "way": [*(_point(line.sentence, line.at, line.title, line.text) for line in found.lines), *_now(found, today)],
        "above": difficulty.holder.parent,
        "is_waiting": difficulty.status in (DifficultyStatus.ASKED, DifficultyStatus.ACKNOWLEDGED),
    }


def _point(sentence: str, at: datetime, office: str, text: str) -> Point:
    when = f"{at.astimezone(HANOI):%H:%M %d/%m/%Y}"
    return Point(sentence, on=f"{when} · {office}" if office else when, text=text)


def _now(found: DifficultyPage, today: date) -> list[Point]:
    """What happens next, the last point of the way; nothing more once it is closed."""
    one = found.difficulty
    if one.status == DifficultyStatus.CLOSED:
        return []
    if one.status == DifficultyStatus.ANSWERED:
        return [Point(f"Chờ {one.placement.name} khép lại hoặc hỏi lại", state="now")]
    is_late = one.answer_due_on < today
    due = f"chậm nhất hết {long_day(one.answer_due_on)}"
    return [Point(f"Chờ {one.holder.name} trả lời", text=f"Trả lời {due}.", state="late" if is_late else "now")]


def ask(found: AskPage) -> Context:
    """The form to ask."""
    return {"found": found, "crumbs": [Link("Khó khăn, vướng mắc", to("index")), Link("Báo khó khăn")]}


_COLUMNS = (
    ("total", "Đã báo", ""), ("waiting", "Đang chờ", "waiting"), ("late", "Quá hạn", "late"),
    ("answered", "Đã trả lời", "answered"), ("closed", "Đã khép lại", "closed"),
    ("replied_late", "Trả lời muộn", "replied_late"),
)  # fmt: skip


def summary(found: Summary, *, campaign_id: int | None) -> Context:
    """The roll-up; every figure opens what it counts."""
    place = found.place
    at = {"campaign": campaign_id}

    def cells(tally: Any, **where: Any) -> list[tuple[str, int, str]]:
        return [
            (label, figure, listing(**at, **where, state=state) if figure else "")
            for name, label, state in _COLUMNS
            if (figure := getattr(tally, name)) is not None
        ]

    lines = []
    for line in found.units:
        if line.place is None:
            lines.append((f"Riêng {place.name}", "", cells(line.tally, place=place.pk, is_alone=True), line.tally))
        else:
            href = to("summary", don_vi=line.place.pk, nam=campaign_id)
            lines.append((line.place.name, href, cells(line.tally, place=line.place.pk), line.tally))
    return {
        "found": found,
        "headings": [label for _, label, _ in _COLUMNS],
        "lines": lines,
        "total": cells(found.everything, place=place.pk),
        "kinds": [
            (line.name, cells(line.tally, place=place.pk, kind=line.code or "-"), line.tally) for line in found.kinds
        ],
        "crumbs": [
            Link("Khó khăn, vướng mắc", to("index", nam=campaign_id)),
            *(Link(one.name, to("summary", don_vi=one.pk, nam=campaign_id)) for one in found.above),
            Link(place.name),
        ],
    }
