"""Simulated plans of units: nearly all issued, eighteen late, two sent back, the others still on somebody's desk.

Districts issue first, communes after them; one commune in six narrows the window of its villages.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from danban.campaigns.models import Campaign, Milestone, Obligation, ObligationKind
from danban.demo.calendar import days_from
from danban.kit.calendar import Window
from danban.plans.actions import PlanRow
from danban.plans.rules.sheet import GivenDate, OwnItem
from danban.plans.states import PlanStatus
from danban.units.models import Placement

# Communes without a plan in force (their villages cannot meet yet), by code; and which are late.
SENT_BACK, APPROVING, DRAFTING, NOTHING = ("00007", "00190"), ("00244",), ("00271",), ("00412",)
NO_PLAN_YET = {*SENT_BACK, *APPROVING, *DRAFTING, *NOTHING}
LATE_EVERY = 32
NARROWING_EVERY = 6
_COMMENT = "Chưa phân công người dự hội nghị ở từng tổ dân phố. Đề nghị bổ sung rồi ban hành lại."
_OWN_WORK = (
    "Tổng vệ sinh đường ngõ trước ngày họp",
    "Kiểm tra loa truyền thanh các tổ",
    "Chọn hộ nêu gương phát biểu tại hội nghị",
)


@dataclass(frozen=True)
class _Year:
    """What the draw needs of the year: its launch, the last day for plans, the villages' window and its kind."""

    launched_on: date
    due_on: date
    window: Window | None
    kind_id: int | None


def simulate_plans(campaign: Campaign, *, today: date) -> Iterator[PlanRow]:
    """One row for each unit that has begun its plan by ``today``."""
    year = _year_of(campaign)
    if year is None:
        return
    owing = Obligation.objects.filter(campaign=campaign, kind__code="plan", kind__level__depth__gt=0).values(
        "placement"
    )
    for place in Placement.objects.filter(pk__in=owing).select_related("level", "kind").order_by("path", "pk"):
        row = _row(place, year, today)
        if row:
            yield row


def village_window(campaign: Campaign) -> Window | None:
    """When the villages of a year meet."""
    found = Milestone.objects.filter(campaign=campaign, level__code="village", starts_on__isnull=False)
    first = found.order_by("starts_on", "pk").first()
    return Window(first.starts_on, first.due_on) if first and first.starts_on else None


def own_window(code: str, window: Window) -> Window:
    """The window a commune holds its villages to: every sixth begins later and ends earlier."""
    if not _narrows(code):
        return window
    return Window(window.start + timedelta(days=3), window.end - timedelta(days=3))


def _narrows(code: str) -> bool:
    return int(code) % NARROWING_EVERY == 1


def _year_of(campaign: Campaign) -> _Year | None:
    kinds = ObligationKind.objects.filter(campaign=campaign)
    last = kinds.filter(code="plan", level__depth__gt=0, due_on__isnull=False).order_by("-due_on", "pk").first()
    if last is None or last.due_on is None:
        return None
    meeting = kinds.filter(code="conference", level__code="village").order_by("pk").first()
    launched = campaign.launched_at.date()
    return _Year(launched, last.due_on, village_window(campaign), meeting.pk if meeting else None)


def _row(place: Placement, year: _Year, today: date) -> PlanRow | None:
    issued = _issue_day(place, year)
    derived = max(year.launched_on, issued - timedelta(days=3))
    if place.code in NOTHING or derived > today:
        return None
    status = _status(place.code, issued, today)
    has_paper = status in {PlanStatus.ISSUED, PlanStatus.RETURNED}
    returned = min(issued + timedelta(days=4), today) if status == PlanStatus.RETURNED else None
    is_ready = status != PlanStatus.DRAFTING
    return PlanRow(
        place.pk, status, derived, issued_on=issued if has_paper else None, returned_on=returned,
        comment=_COMMENT if returned else "", dates=_dates(place, year), items=_items(place.code),
        party_body=_party(place) if is_ready else "", consulted_on=derived if is_ready else None,
        party_how="Báo cáo tại cuộc họp giao ban, được thống nhất." if is_ready else "",
        funding_amount=_funding(place), funding_source="ngân sách địa phương" if _funding(place) else "",
        kickoff_on=_kickoff(place, issued, today) if has_paper else None,
        kickoff_place="Hội trường UBND" if has_paper else "",
        received_on=derived,
    )  # fmt: skip


def _status(code: str, issued: date, today: date) -> str:
    if code in DRAFTING:
        return PlanStatus.DRAFTING
    if code in APPROVING or issued > today:
        return PlanStatus.APPROVING
    return PlanStatus.RETURNED if code in SENT_BACK else PlanStatus.ISSUED


def _issue_day(place: Placement, year: _Year) -> date:
    """Districts in the first days, communes behind them; the late ones up to nine days after the last day."""
    if place.level.code != "commune":
        return year.launched_on + days_from(place.code, "plan", 2, 6)
    if int(place.code) % LATE_EVERY == 0 and place.code not in NO_PLAN_YET:
        return year.due_on + days_from(place.code, "late plan", 1, 9)
    earliest = min(7, max(1, (year.due_on - year.launched_on).days - 1))
    return min(year.launched_on + days_from(place.code, "plan", earliest, earliest + 6), year.due_on)


def _dates(place: Placement, year: _Year) -> tuple[GivenDate, ...]:
    if place.level.code != "commune" or year.window is None or year.kind_id is None or not _narrows(place.code):
        return ()
    own = own_window(place.code, year.window)
    return (GivenDate(year.kind_id, own.start, own.end),)


def _items(code: str) -> tuple[OwnItem, ...]:
    draw = random.Random(f"own work {code}")
    return (OwnItem(draw.choice(_OWN_WORK), doer="Ban công tác Mặt trận"),) if draw.random() < 0.4 else ()


def _party(place: Placement) -> str:
    if place.level.code == "district":
        head = {"quan": "Quận ủy", "huyen": "Huyện ủy", "thi_xa": "Thị ủy"}.get(place.kind.code, "Đảng bộ")
        return f"Thường trực {head}"
    return f"Thường trực Đảng ủy {place.name[:1].lower()}{place.name[1:]}"


def _funding(place: Placement) -> int | None:
    if place.level.code != "district":
        return None
    return random.Random(f"funding {place.code}").randrange(12, 45) * 10_000_000


def _kickoff(place: Placement, issued: date, today: date) -> date | None:
    day = issued + days_from(place.code, "kick-off", 2, 8)
    return day if day <= today and (place.level.code == "district" or int(place.code) % 2) else None
