"""Plans of units and the action programme a conference adopts."""

from dataclasses import dataclass

from danban.kit.money import dong
from danban.papers.kinds.desk import Desk, dashed, numbered, text
from danban.papers.paper import Align, Block, Column, Depth, Heading, Paper, Profile, Table

_CLOSING = "Trong quá trình thực hiện, nếu có khó khăn, các đơn vị báo cáo cấp trên trực tiếp để kịp thời giải quyết."


@dataclass(frozen=True)
class PlanText:
    """What a unit's plan says: purposes, contents, dated things, who does what, money in đồng or None.

    ``dates`` are (what, days in words); ``tasks`` are (who, what each of them does). ``opening`` stands before
    the first part; ``demands`` beside the purposes; ``groups`` are contents under heads of their own, in place
    of ``contents``; ``reporting`` says what is reported to whom.
    """

    purposes: tuple[str, ...]
    contents: tuple[str, ...]
    dates: tuple[tuple[str, str], ...]
    tasks: tuple[tuple[str, tuple[str, ...]], ...]
    funding: int | None = None
    funding_source: str = ""
    basis: tuple[str, ...] = ()
    opening: str = ""
    demands: tuple[str, ...] = ()
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    reporting: tuple[str, ...] = ()


def unit_plan(desk: Desk, subject: str, plan: PlanText) -> Paper:
    """A plan, or a joint plan where two bodies issue it."""
    name = "Kế hoạch liên tịch" if desk.profile is Profile.JOINT else "Kế hoạch"
    tasks = (*plan.tasks, *((("Chế độ báo cáo", plan.reporting),) if plan.reporting else ()))
    blocks: list[Block] = [text(plan.opening)] if plan.opening else []
    blocks += [Heading(Depth.ROMAN, "I", "Mục đích, yêu cầu"), *_purposes(plan)]
    blocks += [Heading(Depth.ROMAN, "II", "Nội dung")]
    blocks += _headed(plan.groups) if plan.groups else list(numbered(plan.contents))
    blocks += [Heading(Depth.ROMAN, "III", "Thời gian"), _dates(plan.dates)]
    blocks += [Heading(Depth.ROMAN, "IV", "Kinh phí"), text(_funding(plan))]
    blocks += [Heading(Depth.ROMAN, "V", "Tổ chức thực hiện"), *_headed(tasks), text(_CLOSING)]
    return desk.paper(name, subject, tuple(blocks), basis=plan.basis)


def _purposes(plan: PlanText) -> tuple[Block, ...]:
    if not plan.demands:
        return numbered(plan.purposes)
    return tuple(_headed((("Mục đích", plan.purposes), ("Yêu cầu", plan.demands))))


def _headed(groups: tuple[tuple[str, tuple[str, ...]], ...]) -> list[Block]:
    """Each group under its number and head, a dash before each line."""
    blocks: list[Block] = []
    for number, (head, lines) in enumerate(groups, start=1):
        blocks += [Heading(Depth.ARABIC, str(number), head), *dashed(lines)]
    return blocks


def _dates(dates: tuple[tuple[str, str], ...]) -> Block:
    if not dates:
        return text("Thời gian thực hiện theo kế hoạch của cấp trên.")
    rows = tuple((str(number), what, days) for number, (what, days) in enumerate(dates, start=1))
    return Table((Column("STT", 0.5, Align.CENTRE), Column("Công việc", 3), Column("Thời gian", 2)), rows)


def _funding(plan: PlanText) -> str:
    if plan.funding is None:
        return "Kinh phí thực hiện theo quy định của pháp luật về ngân sách và nguồn huy động hợp pháp khác."
    source = f" từ {plan.funding_source}" if plan.funding_source else ""
    return f"Bảo đảm {dong(plan.funding)}{source} cho việc tổ chức hội nghị trên địa bàn."


def action_programme(
    desk: Desk, subject: str, *, goals: tuple[tuple[str, str, str], ...], measures: tuple[str, ...]
) -> Paper:
    """The action programme: goals as (indicator, target, unit of measure) and the measures to reach them."""
    rows = tuple((str(number), *goal) for number, goal in enumerate(goals, start=1))
    columns = (
        Column("STT", 0.5, Align.CENTRE), Column("Chỉ tiêu", 3.5), Column("Mức phấn đấu", 1.2, Align.RIGHT),
        Column("Đơn vị tính", 1.2, Align.CENTRE),
    )  # fmt: skip
    blocks: tuple[Block, ...] = (
        Heading(Depth.ROMAN, "I", "Chỉ tiêu"), Table(columns, rows), Heading(Depth.ROMAN, "II", "Giải pháp"),
        *numbered(measures),
    )  # fmt: skip
    return desk.paper("Chương trình hành động", subject, blocks)
