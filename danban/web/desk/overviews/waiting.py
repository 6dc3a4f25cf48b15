"""Where each line of what waits leads: one deed away. A page that does not exist yet leaves its line without a link."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from danban.overviews.queries.home import Home
from danban.overviews.queries.waiting import Wait
from danban.web.desk.overviews.addresses import listing
from danban.web.ui.due import due_pill
from danban.web.ui.navigation import address_of
from danban.web.ui.pieces import Pill

_HELD, _ASKED = {"xem": "cho-tra-loi"}, {"xem": "da-bao"}


@dataclass(frozen=True)
class Line:
    """One line as the page shows it; ``pill`` is None where no day presses. ``deed`` is what a button to it says."""

    wait: Wait
    href: str
    pill: Pill | None
    deed: str


def lines(waits: tuple[Wait, ...], home: Home, today: date) -> list[Line]:
    """Lines with their addresses and, for what has a last day, how it stands."""
    return [Line(wait, _href(wait, home), _pill(wait, today), _DEEDS.get(wait.code, "Mở để làm")) for wait in waits]


def pressing(mine: Sequence[Line], today: date) -> Line | None:
    """What waits for me past its last day: then it is the one next step, unless something owed presses too."""
    return next((line for line in mine if line.wait.due and line.wait.due < today and line.href), None)


def _pill(wait: Wait, today: date) -> Pill | None:
    return due_pill(wait.due, wait.done_on, today) if wait.due or wait.done_on else None


def _href(wait: Wait, home: Home) -> str:
    """One thing opens itself; several open the list they were counted from."""
    if wait.code == "units.late":
        return listing(place=home.year.place.pk, state="late", year=home.year.key)
    things = {"thing": wait.thing, "body": home.body_id, "campaign": home.year.campaign.pk}
    for name, argument, query in _WAYS.get(wait.code, ()):
        wanted = things.get(argument) if argument else None
        if argument and wanted is None:
            continue
        args = (wanted,) if wanted is not None else ()
        if address := address_of(name, *args):
            return f"{address}?{urlencode(query)}" if query else address
    return ""


_DEEDS = {
    "plan.approve": "Mở kế hoạch để duyệt",
    "plan.issue": "Mở kế hoạch để ban hành",
    "plan.returned": "Mở kế hoạch để sửa",
    "difficulty.held": "Mở khó khăn cần trả lời",
    "petition.sorting": "Mở bàn phân loại",
    "petition.answering": "Mở kiến nghị cần trả lời",
    "petition.confirming": "Mở bản đọc lại",
    "commitment.settle": "Đánh giá chỉ tiêu",
    "assignment.accept": "Mở việc được phân công",
    "assignment.name": "Chọn cơ quan làm",
}
_Way = tuple[str, str, dict[str, str]]
_PLAN: tuple[_Way, ...] = (("desk:plans:of_plan", "thing", {}),)
_OWN_PAPERS: tuple[_Way, ...] = (("desk:plans:own", "", {}),)
_OWN_TASKS: tuple[_Way, ...] = (("desk:assignments:show", "thing", {}), ("desk:assignments:body", "body", {}))


def _difficulties(side: dict[str, str], state: str) -> tuple[_Way, ...]:
    return (("desk:difficulties:show", "thing", {}), ("desk:difficulties:index", "", {**side, "tinh_trang": state}))


def _assignments(state: str) -> tuple[_Way, ...]:
    return (("desk:assignments:index", "", {"tinh_trang": state}),)


_WAYS: dict[str, tuple[_Way, ...]] = {
    "petition.sorting": (("desk:petitions:sort", "", {}),),
    "petition.answering": (("desk:petitions:show", "thing", {}), ("desk:petitions:index", "", {"xem": "tra-loi"})),
    "petition.confirming": (("desk:petitions:sheet", "", {}),),
    "commitment.settle": (("desk:commitments:unit", "", {}),),
    "plan.approve": _PLAN,
    "plan.approval": _PLAN,
    "plan.issue": _PLAN,
    "plan.issued": _PLAN,
    "plan.returned": _PLAN,
    "plan.confirm_change": (("desk:plans:confirm_change", "thing", {}),),
    "plan.above": _OWN_PAPERS,
    "paper.edition": (("desk:plans:show_edition", "thing", {}),),
    "paper.year": _OWN_PAPERS,
    "papers.below": (("desk:plans:show_edition", "thing", {}), ("desk:plans:below", "", {})),
    "papers.receipts": (("desk:plans:receipts", "thing", {}), ("desk:plans:receipts_of_year", "campaign", {})),
    "difficulty.held": _difficulties(_HELD, "dang-cho"),
    "difficulty.settled": _difficulties(_HELD, "da-tra-loi"),
    "difficulty.answered": _difficulties(_ASKED, "da-tra-loi"),
    "difficulty.asked": _difficulties(_ASKED, "dang-cho"),
    "assignment.accept": _OWN_TASKS,
    "assignment.accepted": _OWN_TASKS,
    "assignment.name": _assignments("chua-ro"),
    "assignment.late": _assignments("qua-han"),
    "assignment.new": _assignments("chua-nhan"),
    "post.handover": (("desk:accounts:handover", "thing", {}),),
}
"""By code: (name of the page, which id it takes, its query), the first that fits counts."""
