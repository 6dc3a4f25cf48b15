"""What a resolution says before anybody edits it: only what the conference agreed, with the figures of each vote."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from danban.kit.refusals import BadInput
from danban.kit.vietnamese import number as figure
from danban.kit.vietnamese import squeeze
from danban.papers.kinds import Desk, resolution
from danban.papers.paper import Paper
from danban.resolutions.rules.facts import Facts, TargetLine
from danban.resolutions.rules.wording import count_words, destination, poll_words

MOST_ARTICLES = 12
_TITLE_LENGTH, _TEXT_LENGTH = 200, 8_000
LEFT_OUT = {
    "failed": "không được thông qua",
    "consulted": "mới là lấy ý kiến, chưa quyết định",
    "open": "chưa biểu quyết",
}


@dataclass(frozen=True)
class Article:
    """One article: its title, and its text, a clause a line."""

    title: str
    text: str

    @property
    def clauses(self) -> tuple[str, ...]:
        """Its clauses, empty lines left out."""
        return tuple(line.strip() for line in self.text.splitlines() if line.strip())


def propose_articles(facts: Facts, *, year: int) -> tuple[Article, ...]:
    """Articles from what was agreed; a part of which nothing was recorded makes no article."""
    heard = [one.title.rstrip(" .;") for one in facts.heard]
    agreed = agreed_targets(facts)
    decided = [one for one in facts.counts if one.is_passed and one.target_id is None and not one.chooses]
    polls = [one for one in facts.polls if one.target_id is None]
    consulted = [one for one in facts.counts if one.is_consulted]
    drafts = (
        ("Nội dung hội nghị đã bàn", _listed(heard)),
        (f"Chỉ tiêu năm {year}", _listed([f"{one.indicator}: {one.aim}" for one in agreed])),
        ("Biện pháp thực hiện", _measures(agreed)),
        ("Kết quả biểu quyết", [*map(count_words, decided), *map(poll_words, polls)]),
        (
            "Nội dung lấy ý kiến, chưa quyết định",
            [
                f"{one.question.rstrip(' .')}: {figure(one.in_favour)}/{figure(one.present)} ý kiến tán thành; hội nghị"
                f" không quyết định, nội dung này đưa ra {destination(one.goes_to)}."
                for one in consulted
            ],
        ),
        ("Tổ chức thực hiện", [_carrying_out(facts)]),
    )
    return tuple(Article(title, "\n".join(lines)) for title, lines in drafts if lines)


def agreed_targets(facts: Facts) -> list[TargetLine]:
    """The targets whose votes passed."""
    return [one for one in facts.targets if one.standing == "agreed"]


def left_out(facts: Facts) -> list[tuple[str, str]]:
    """Targets that do not stand in the resolution, each with why."""
    return [(one.indicator, LEFT_OUT[one.standing]) for one in facts.targets if one.standing in LEFT_OUT]


def commitments_of(facts: Facts) -> list[dict[str, Any]]:
    """The agreed targets as they are frozen: what is counted, of what, from where, by whom."""
    return [
        {
            "indicator": one.indicator,
            "unit_label": one.unit_label,
            "base": None if one.base is None else str(one.base),
            "value": str(one.value),
            "denominator": one.denominator,
            "measure": one.measure,
            "owner": one.owner,
            "target_id": one.id,
            "aim": one.aim,
        }
        for one in agreed_targets(facts)
    ]


def articles_from(plain: Iterable[Mapping[str, str]]) -> tuple[Article, ...]:
    """Articles as they are stored."""
    return tuple(Article(one["title"], one["text"]) for one in plain)


def clean_articles(articles: Sequence[Article]) -> list[dict[str, str]]:
    """Articles as they are stored; empty ones fall away. Raises ``BadInput`` (none, half filled in, too long)."""
    found = [Article(squeeze(one.title), one.text.strip()) for one in articles]
    found = [one for one in found if one.title or one.text]
    if not found:
        raise BadInput("Nghị quyết cần ít nhất một điều.", {"title_0": "Hãy ghi tên điều."})
    if len(found) > MOST_ARTICLES:
        raise BadInput(f"Nghị quyết có nhiều nhất {MOST_ARTICLES} điều. Hãy gộp bớt.")
    for at, one in enumerate(found):
        if not one.title or not one.clauses:
            sentence = f"Điều {at + 1} cần có cả tên và nội dung."
            raise BadInput(sentence, {f"title_{at}" if not one.title else f"text_{at}": sentence})
        if len(one.title) > _TITLE_LENGTH or len(one.text) > _TEXT_LENGTH:
            sentence = f"Điều {at + 1} dài quá. Hãy rút ngắn."
            raise BadInput(sentence, {f"text_{at}": sentence})
    return [{"title": one.title, "text": one.text} for one in found]


def paper_of_resolution(meeting: str, articles: Sequence[Article], desk: Desk, *, basis: tuple[str, ...]) -> Paper:
    """The paper of a resolution in the frame of whoever issues it."""
    return resolution(desk, meeting, tuple((one.title, one.clauses) for one in articles), basis=basis)


def _measures(agreed: Sequence[TargetLine]) -> list[str]:
    told = [(one.measure.rstrip(" .;"), one.owner) for one in agreed if one.measure]
    return _listed([f"{measure} ({owner} chủ trì)" if owner else measure for measure, owner in told])


def _listed(lines: Sequence[str]) -> list[str]:
    """Each line ends with ";", the last one with "."."""
    return [f"{line}{'.' if at == len(lines) else ';'}" for at, line in enumerate(lines, start=1)]


def _carrying_out(facts: Facts) -> str:
    units = ", ".join(f"{name[:1].lower()}{name[1:]}" for name in facts.units or (facts.unit,))
    return (
        f"Các tổ chức trong hệ thống chính trị và toàn thể Nhân dân {units} thực hiện nghị quyết này; kết quả được báo"
        " cáo tại hội nghị năm sau."
    )
