"""The page of a year: its facts, its line, what each level owes, what its conferences talk about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from django.urls import reverse
from django.utils.safestring import SafeString

from danban.kit import paths
from danban.kit.money import dong
from danban.kit.vietnamese import day, number
from danban.web.desk.campaigns.lines import days_of, weekly
from danban.web.desk.campaigns.marking import Heading, document
from danban.web.desk.campaigns.sheets import line_of_year
from danban.web.desk.overviews import addresses
from danban.web.ui.charts import timeline
from danban.web.ui.clauses import anchor_of, as_said, clause_words, clipped
from danban.web.ui.pieces import Link, Term

if TYPE_CHECKING:
    from danban.campaigns.models import AgendaItem, Assignment, Campaign, Clause, Milestone, ObligationKind
    from danban.campaigns.queries import CampaignPage, PlanPage


@dataclass(frozen=True)
class MilestoneShown:
    """A milestone with the address of its clause in the plan."""

    milestone: "Milestone"
    days: str
    clause: str
    clause_href: str


@dataclass(frozen=True)
class KindShown:
    """A kind of obligation: how many there are, and the list they are counted in."""

    kind: "ObligationKind"
    days: str
    count: int
    href: str
    clause: str
    clause_href: str


@dataclass(frozen=True)
class LevelShown:
    """What one level owes; ``is_own``: the level of the office that reads."""

    name: str
    kinds: tuple[KindShown, ...]
    total: int
    is_own: bool


@dataclass(frozen=True)
class AgendaShown:
    """What the conferences of one level talk about."""

    level: str
    items: tuple["AgendaItem", ...]
    is_own: bool


_Part = TypeVar("_Part", LevelShown, AgendaShown)


@dataclass(frozen=True)
class AssignmentShown:
    """What the plan gives one body."""

    actor: str
    tasks: tuple[str, ...]
    when: str
    clause: str
    clause_href: str


@dataclass(frozen=True)
class YearShown:
    """Everything the page of a year prints."""

    head: tuple[Term, ...]
    line: SafeString
    milestones: tuple[MilestoneShown, ...]
    levels: tuple[LevelShown, ...]
    agendas: tuple[AgendaShown, ...]
    assignments: tuple[AssignmentShown, ...]
    grants: tuple[Term, ...]
    obligations: int
    plan_href: str


@dataclass(frozen=True)
class PlanShown:
    """The text of a plan and its outline."""

    document: SafeString
    outline: tuple[tuple[Link, int], ...]


def year_of(page: "CampaignPage", today: date, path: str | None) -> YearShown:
    """A campaign worked out for its page: the level that stands at ``path`` of its tree comes first."""
    own = paths.depth(path) if path else 0
    plan_href = reverse("desk:campaigns:show_plan", args=[page.campaign.pk]) if page.campaign.plan_text else ""
    marks = [timeline.Mark(m.name, m.due_on, m.starts_on, href=f"#moc-{m.code}") for m in page.milestones]
    return YearShown(
        head=_head(page),
        line=line_of_year(marks, today),
        milestones=tuple(
            MilestoneShown(m, days_of(m.starts_on, m.due_on), *_clause(m.clause, plan_href)) for m in page.milestones
        ),
        levels=tuple(_own_first(_levels(page, plan_href, own))),
        agendas=tuple(_own_first(_agendas(page.agenda, own))),
        assignments=tuple(_assignment(given, plan_href) for given in page.assignments),
        grants=tuple(_grants(page)),
        obligations=page.summary.obligations,
        plan_href=plan_href,
    )


def _head(page: "CampaignPage") -> tuple[Term, ...]:
    campaign = page.campaign
    unsaid = "Kế hoạch không ghi"
    issued = ", ".join(
        part for part in (campaign.place, f"ngày {day(campaign.issued_on)}" if campaign.issued_on else "") if part
    )
    return (
        Term("Chủ đề", campaign.theme or unsaid),
        Term("Loại văn bản", as_said(campaign.doc_type) or unsaid),
        Term("Số, ký hiệu", campaign.number or unsaid),
        Term("Ban hành", issued or unsaid),
        Term("Cơ quan ban hành", ", ".join(campaign.issuers) or unsaid),
        Term("Cơ cấu đơn vị", campaign.tree.name),
        Term("Nơi nhận báo cáo", campaign.report_mailbox or unsaid),
    )


def _clause(clause: "Clause | None", plan_href: str) -> tuple[str, str]:
    if clause is None:
        return "", ""
    return clause_words(clause.path, clause.title), f"{plan_href}#{anchor_of(clause.path)}" if plan_href else ""


def _own_first(parts: Iterable[_Part]) -> list[_Part]:
    return sorted(parts, key=lambda part: not part.is_own)


def _levels(page: "CampaignPage", plan_href: str, own: int) -> Iterable[LevelShown]:
    counts: Mapping[tuple[str, str], int] = {(kind.level, kind.code): kind.count for kind in page.summary.kinds}
    by_level: dict[int, list[ObligationKind]] = {}
    for kind in page.kinds:
        by_level.setdefault(kind.level_id, []).append(kind)
    for kinds in by_level.values():
        shown = tuple(
            _kind(kind, counts.get((kind.level.code, kind.code), 0), page.campaign, plan_href)
            for kind in sorted(kinds, key=lambda kind: (kind.due_on is None, kind.due_on or date.max, kind.position))
        )
        level = kinds[0].level
        yield LevelShown(level.name, shown, sum(one.count for one in shown), level.depth == own)


def _kind(kind: "ObligationKind", count: int, campaign: "Campaign", plan_href: str) -> KindShown:
    href = addresses.to(
        "obligations", year=f"{campaign.year}-{campaign.pk}", viec=kind.code, cap=addresses.level_word(kind.level.code)
    )
    days = "Kế hoạch không nêu hạn"
    if kind.due_on:
        days = f"{day(kind.starts_on)} – {day(kind.due_on)}" if kind.starts_on else f"đến hết {day(kind.due_on)}"
    return KindShown(kind, days, count, href, *_clause(kind.clause, plan_href))


def _agendas(items: Iterable["AgendaItem"], own: int) -> Iterable[AgendaShown]:
    for (depth, name), same in groupby(items, key=lambda item: (item.level.depth, item.level.name)):
        yield AgendaShown(name, tuple(same), depth == own)


def _assignment(given: "Assignment", plan_href: str) -> AssignmentShown:
    when = weekly(given.rrule) if given.rrule else f"đến hết {day(given.due_on)}" if given.due_on else ""
    clause, href = _clause(given.clause, plan_href)
    return AssignmentShown(given.actor, tuple(given.tasks), when, clause, href)


def _grants(page: "CampaignPage") -> Iterable[Term]:
    units = {grant.level: grant.units for grant in page.summary.grants}
    for grant in page.grants:
        count = units.get(grant.level.code, 0)
        words = f"{number(count)} × {dong(grant.amount)} = {dong(count * grant.amount)}"
        yield Term(grant.level.name, f"{words} · {grant.payer} hỗ trợ" if grant.payer else words)


def plan_of(page: "PlanPage") -> PlanShown:
    """The plan of a campaign as a page; parts that came with amendments stand in their own text."""
    clauses = [clause for clause in page.clauses if clause.start is not None]
    headings = [Heading(clause.path, clause.start or 0, clause.depth) for clause in clauses]
    outline = tuple(
        (
            Link(f"{clause.label.rstrip('.)')}. {clipped(as_said(clause.title), 60)}", f"#{anchor_of(clause.path)}"),
            clause.depth,
        )
        for clause in clauses
    )
    return PlanShown(document(page.campaign.plan_text, headings), outline)
