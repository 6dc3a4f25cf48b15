"""A unit's plan as an official paper, composed from the frozen content: paper and tables cannot disagree. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from danban.kit.vietnamese import day
from danban.papers.kinds import Desk, PlanText, unit_plan
from danban.papers.paper import Issuer, Paper, Profile, Signature
from danban.plans.rules.content import Content, DateLine, ItemLine
from danban.plans.states import LineSource

REPORT_KIND = "synthesis"
"""The duty of the catalogue by which a level reports; its day stands in the part on reporting."""
_NAME_OF_KIND = re.compile(r"^kế hoạch( liên tịch)?\s+", re.IGNORECASE)
_ENDING = " \t.;,:"


@dataclass(frozen=True)
class PlanFrame:
    """What a plan's paper needs beside its content. Names as they stand inside a sentence.

    ``issuers`` as at the head, in the order of the number's pattern; ``basis`` without endings; ``above`` the unit
    right above ("quận Ba Đình"); ``below`` those right below ("các tổ dân phố"), "" where there are none;
    ``is_lowest``: those below are villages, which draw up no plan. ``level`` is the code of the unit's level.
    """

    issuers: tuple[str, ...]
    place: str
    unit: str
    year_name: str
    basis: tuple[str, ...]
    above: str
    below: str
    is_lowest: bool
    level: str


def paper_of_plan(content: Content, frame: PlanFrame, *, signatures: tuple[Signature, ...] = ()) -> Paper:
    """The plan as a joint paper, not numbered and not dated yet: issuing sets both."""
    desk = Desk(
        profile=Profile.JOINT,
        issuers=tuple(Issuer(name) for name in frame.issuers),
        place=frame.place,
        signatures=signatures,
        recipients=_recipients(content, frame),
    )
    plan = PlanText(
        purposes=_purposes(frame),
        demands=_demands(),
        contents=(),
        groups=_groups(content, frame),
        dates=tuple(_dates(content)),
        tasks=_tasks(content, frame),
        funding=content.funding.amount,
        funding_source=content.funding.source.strip(_ENDING),
        basis=frame.basis,
        opening=_opening(content, frame),
        reporting=_reporting(content, frame),
    )
    return unit_plan(desk, subject_of(content.title), plan)


def subject_of(title: str) -> str:
    """The trích yếu of a plan: its title without the name of the kind, which stands above it on paper."""
    bare = _NAME_OF_KIND.sub("", title).strip()
    return bare[:1].upper() + bare[1:] if bare else title


def in_order_of(pattern: str, *, committee: str, front: str, numbering: str) -> tuple[str, ...]:
    """The two names at the head in the order the number names the bodies, else the one that numbers first."""
    committee_at, front_at = pattern.find("UBND"), pattern.find("MTTQ")
    if committee_at < 0 or front_at < 0:
        return (numbering, *(name for name in (committee, front) if name != numbering))
    return (committee, front) if committee_at < front_at else (front, committee)


def _both(frame: PlanFrame) -> str:
    return " và ".join(frame.issuers)


def _opening(content: Content, frame: PlanFrame) -> str:
    asked = content.consultation
    heard = f"Sau khi có ý kiến của {asked.body}" if asked.body else ""
    heard += f" ngày {day(asked.on)}" if heard and asked.on else ""
    agreed = f"{_both(frame)} thống nhất ban hành kế hoạch triển khai {_lower(frame.year_name)} với các nội dung sau:"
    return f"{heard}, {agreed}" if heard else agreed


def _purposes(frame: PlanFrame) -> tuple[str, ...]:
    return (
        f"Triển khai {_lower(frame.year_name)} trên địa bàn {frame.unit} thống nhất, đúng thời gian, đủ nội dung.",
        (
            "Để người dân được biết, được bàn và cùng quyết định việc của nơi mình ở; kiến nghị của đại biểu được tiếp"
            " nhận, chuyển đến nơi có trách nhiệm và được trả lời."
        ),
    )


def _demands() -> tuple[str, ...]:
    return (
        "Hội nghị thiết thực, tiết kiệm, phát huy dân chủ; bảo đảm thành phần, khuyến khích nhiều người phát biểu.",
        "Phân công rõ người, rõ việc, rõ thời hạn; vướng mắc phát sinh được báo cáo và giải quyết kịp thời.",
    )


def _groups(content: Content, frame: PlanFrame) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What must be taken up, what may be, and what the unit adds; lines with a doer of their own stand in part V."""
    lines = [item for item in content.items if not _is_task(item)]
    above = [item for item in lines if item.source == LineSource.ABOVE]
    groups = (
        ("Nội dung bắt buộc theo kế hoạch của cấp trên", [item for item in above if item.is_mandatory]),
        ("Nội dung khác theo kế hoạch của cấp trên", [item for item in above if not item.is_mandatory]),
        (f"Nội dung của {frame.unit}", [item for item in lines if item.source != LineSource.ABOVE]),
    )
    found = tuple((head, tuple(_line(item, where=item.doer) for item in items)) for head, items in groups if items)
    return found or (("Nội dung hội nghị", ("Thực hiện theo kế hoạch của cấp trên.",)),)


def _is_task(item: ItemLine) -> bool:
    return not item.origin.startswith("agenda:") and (item.origin.startswith("duty:") or bool(item.doer))


def _line(item: ItemLine, *, where: str = "") -> str:
    days = words_of_days(item.starts_on, item.due_on) if item.starts_on or item.due_on else ""
    at = "; ".join(_lower(part) for part in where.split("; "))
    said = item.title.strip(_ENDING) + (f" ({at})" if where else "")
    return f"{said}{', ' if days else ''}{days}."


def _dates(content: Content) -> Iterator[tuple[str, str]]:
    """The plan's own days first, then those fixed above, marked so."""
    for one in content.dates:
        yield f"{one.name} ({_lower(one.level_name)})", words_of_days(one.starts_on, one.due_on)
    for one in content.bounds:
        days = words_of_days(one.starts_on, one.due_on)
        yield f"{one.name} ({_lower(one.level_name)})", f"{days} (theo kế hoạch cấp trên)"


def words_of_days(starts_on: date | None, due_on: date | None) -> str:
    """ "từ ngày 02/01/2023 đến ngày 28/02/2023", "đến hết ngày 30/12/2022", "chưa định ngày"."""
    if starts_on and due_on:
        return f"từ ngày {day(starts_on)} đến ngày {day(due_on)}"
    if due_on:
        return f"đến hết ngày {day(due_on)}"
    return f"từ ngày {day(starts_on)}" if starts_on else "chưa định ngày"


def _tasks(content: Content, frame: PlanFrame) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Who does what: the unit's duties, then lines that name a doer, then what those below do."""
    both, days = _both(frame), _days_at(frame.level, (*content.dates, *content.bounds))
    told: dict[str, list[str]] = {}
    for item in content.items:
        if _is_task(item):
            kind_id = int(item.origin.partition(":")[2]) if item.origin.startswith("duty:") else 0
            told.setdefault(_doer(item.doer, frame) or both, []).append(_task(item, days.get(kind_id, "")))
    if frame.below:
        told.setdefault(_upper(frame.below), []).extend(_tasks_below(frame))
    return tuple((_upper(doer), tuple(lines)) for doer, lines in told.items())


def _doer(doer: str, frame: PlanFrame) -> str:
    """One of the two bodies is named in full where the line only says which kind of body it is."""
    return next((name for name in frame.issuers if doer and name.startswith(doer)), doer)


def _task(item: ItemLine, days: str) -> str:
    said = _line(item).removesuffix(".")
    if days and item.due_on is None:
        said = f"{said}, {days}"
    is_handed = item.origin.startswith("item:") and item.is_mandatory
    return f"{said} (theo kế hoạch cấp trên)." if is_handed else f"{said}."


def _days_at(level: str, dates: Iterable[DateLine]) -> dict[int, str]:
    return {one.kind_id: words_of_days(one.starts_on, one.due_on) for one in dates if one.level == level and one.due_on}


def _tasks_below(frame: PlanFrame) -> tuple[str, ...]:
    if frame.is_lowest:
        return (
            (
                "Trưởng ban công tác Mặt trận cùng người đứng đầu thôn, tổ dân phố chuẩn bị nội dung, mời đại biểu và"
                " tổ chức hội nghị trong thời gian nêu ở phần III."
            ),
            f"Sau hội nghị, gửi biên bản, nghị quyết và kiến nghị của đại biểu về {_both(frame)}.",
        )
    return (
        "Căn cứ kế hoạch này, báo cáo cấp ủy, ban hành kế hoạch của đơn vị và triển khai đến thôn, tổ dân phố.",
        "Phân công người dự và theo dõi hội nghị ở từng địa bàn; tổng hợp kiến nghị gửi nơi có trách nhiệm trả lời.",
    )


def _reporting(content: Content, frame: PlanFrame) -> tuple[str, ...]:
    known = (*content.dates, *content.bounds)
    due = next((one for one in known if one.code == REPORT_KIND and one.level == frame.level and one.due_on), None)
    when = f", {words_of_days(due.starts_on, due.due_on)}" if due else " sau khi kết thúc đợt hội nghị"
    return (
        (
            f"{_both(frame)} tổng hợp kết quả, kiến nghị của đại biểu, báo cáo UBND và Ủy ban MTTQ Việt Nam"
            f" {frame.above}{when}."
        ),
    )


def _recipients(content: Content, frame: PlanFrame) -> tuple[str, ...]:
    party = content.consultation.body
    below = f"{_upper(frame.below)}" if frame.is_lowest else f"UBND, Ủy ban MTTQ Việt Nam {frame.below}"
    return (
        f"UBND, Ủy ban MTTQ Việt Nam {frame.above} (để báo cáo)",
        *((f"{_upper(party)} (để báo cáo)",) if party else ()),
        *((f"{below} (để thực hiện)",) if frame.below else ()),
        "Lưu: VT, MTTQ",
    )


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lower(words: str) -> str:
    """Inside a sentence; what begins with an abbreviation keeps it."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
