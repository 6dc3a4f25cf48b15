"""The minutes in words: what is known of a conference, in the order a paper of minutes tells it.

The order is that of form 1.9 of Decree 30/2020/NĐ-CP, with the counts that the forms of Decree 59/2023/NĐ-CP ask for
(households present and absent, each vote with its ground); the words are our own.
"""

from collections.abc import Mapping
from datetime import datetime

from danban.kit.clock import HANOI
from danban.kit.vietnamese import day
from danban.kit.vietnamese import number as figure
from danban.papers.kinds import Desk, minutes
from danban.papers.kinds import Minutes as Told
from danban.papers.paper import Paper
from danban.resolutions.rules.facts import CountLine, Facts, ItemLine, OpinionLine, PollLine
from danban.sittings.rules.reserved import rule_sets
from danban.sittings.states import Matter, Outcome

PRESENCE, VOTES, END = "presence", "votes", "end"
GOES_TO = {"clusters": "các cuộc họp theo cụm dân cư"}
_COMMUNITY = "cuộc họp của cộng đồng dân cư"


def parts_of(facts: Facts) -> tuple[tuple[str, str], ...]:
    """The parts of the minutes to which a remark may be added: code and title."""
    items = tuple((item_code(one), one.title) for one in facts.items)
    return (PRESENCE, "Thành phần tham dự"), *items, (VOTES, "Kết quả biểu quyết"), (END, "Trước khi kết thúc")


def item_code(item: ItemLine) -> str:
    """The code of an item's part."""
    return f"item-{item.id}"


def paper_of_minutes(facts: Facts, remarks: Mapping[str, str], desk: Desk) -> Paper:
    """The paper the minutes are, in the frame of whoever issues them."""
    return minutes(
        desk,
        Told(
            meeting=facts.meeting,
            starts_at=_in_hanoi(facts.started_at),
            ends_at=_in_hanoi(facts.ended_at),
            venue=facts.hall or "…",
            chair="; ".join(one.words for one in facts.presidium) or "…",
            secretary="; ".join(one.words for one in facts.secretaries) or "…",
            present=present_words(facts),
            attended=(*_attended(facts), *_remark(remarks, PRESENCE)),
            course=_course(facts, remarks),
            decided=(*map(count_words, facts.counts), *map(poll_words, facts.polls), *_remark(remarks, VOTES)),
            closing=(*_result(facts), *_remark(remarks, END)),
        ),
    )


def present_words(facts: Facts) -> str:
    """ "95 người, 88/120 hộ gia đình có đại diện; vắng 7 trong 102 đại biểu được cử"."""
    told = f"{figure(facts.present)} người"
    if facts.households:
        of = f"/{figure(facts.roll)}" if facts.roll else ""
        told += f", {figure(facts.households)}{of} hộ gia đình có đại diện"
    if facts.named:
        told += f"; vắng {figure(facts.absent)} trong {figure(facts.named)} đại biểu được cử"
    return told


def count_words(count: CountLine) -> str:
    """A count of hands or ballots in one sentence, with its ground, its result and what becomes of it."""
    way = "phiếu giấy" if count.is_ballot else "giơ tay"
    where = f", {count.village}" if count.village else ""
    told = (
        f"{count.question.rstrip(' .')} ({way}{where}): có mặt {figure(count.present)}, tán thành"
        f" {_share(count.in_favour, count.present)}, không tán thành {figure(count.against)}, ý kiến khác"
        f" {figure(count.other)}"
    )
    if count.gap_reason:
        told += f" (chưa khớp số có mặt: {count.gap_reason.rstrip(' .')})"
    return f"{told}. {_outcome(count)}"


def poll_words(poll: PollLine) -> str:
    """A secret vote in one sentence."""
    results = ", ".join(f"{text} {_share(count, poll.voted)}" for text, count in poll.results)
    blank = f", phiếu trống {figure(poll.blank)}" if poll.blank else ""
    return (
        f"{poll.question.rstrip(' .')} (bỏ phiếu kín): {figure(poll.voted)}/{figure(poll.eligible)} người có mặt bỏ"
        f" phiếu; {results}{blank}."
    )


def opinion_words(opinion: OpinionLine) -> str:
    """Who said what, what was answered, what becomes of it."""
    village = f" ({opinion.village})" if opinion.village else ""
    told = f"{opinion.speaker or 'Một đại biểu'}{village}: {opinion.text.rstrip(' .')}."
    if opinion.answer:
        by = f" của {opinion.answered_by}" if opinion.answered_by else ""
        due = f", thực hiện đến ngày {day(opinion.answer_due_on)}" if opinion.answer_due_on else ""
        told += f" Trả lời{by}: {opinion.answer.rstrip(' .')}{due}."
    if opinion.is_settled is not None:
        told += " Người nêu đồng ý." if opinion.is_settled else " Người nêu chưa đồng ý."
    return told + (" Chuyển thành kiến nghị." if opinion.is_petition else "")


def destination(goes_to: str) -> str:
    """Where a consultation goes on."""
    return GOES_TO.get(goes_to, _COMMUNITY)


def clock_time(moment: datetime | None) -> str:
    """ "19:30" in Hanoi; "" for none."""
    return f"{moment.astimezone(HANOI):%H:%M}" if moment else ""


def _outcome(count: CountLine) -> str:
    ground = ""
    if count.is_reserved:
        of = f", tính trên {figure(count.household_reps)} đại diện hộ gia đình" if count.household_reps else ""
        names = {one.code: one.name for one in rule_sets()}
        rule = f" theo {names.get(count.rule_set, count.rule_set)}" if count.rule_set else ""
        matter = str(Matter(count.matter).label)
        ground = f"Nội dung do luật định ({matter[:1].lower()}{matter[1:]}){of}{rule}. "
    if count.is_consulted:
        return f"{ground}Ghi nhận là lấy ý kiến, chưa quyết định; đưa ra {destination(count.goes_to)}."
    return f"{ground}Kết quả: {Outcome(count.outcome).label.lower()}."


def _attended(facts: Facts) -> tuple[str, ...]:
    groups = tuple(
        f"{one.label}: {figure(one.came)}" + (f"/{figure(one.named)} được cử" if one.named else "") + ";"
        for one in facts.groups
    )
    villages: tuple[str, ...] = ()
    if len(facts.villages) > 1:
        villages = tuple(
            f"{one.name}: {figure(one.present)} người, {_share_of_roll(one.households, one.roll)};"
            for one in facts.villages
        )
    tallies = tuple(f"{label}: {figure(count)};" for label, count in facts.tallies)
    guests = (f"Khách mời: {'; '.join(facts.guests)};",) if facts.guests else ()
    return (*groups, *villages, *tallies, *guests)


def _course(facts: Facts, remarks: Mapping[str, str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    told = [
        (
            item.title,
            (
                *_item_words(item),
                *(opinion_words(one) for one in facts.opinions if one.item_id == item.id),
                *_remark(remarks, item_code(item)),
            ),
        )
        for item in facts.items
    ]
    known = {item.id for item in facts.items}
    others = tuple(opinion_words(one) for one in facts.opinions if one.item_id not in known)
    if others:
        told.append(("Ý kiến phát biểu", others))
    if facts.speakers:
        told.append(("Người đã phát biểu", (f"{', '.join(facts.speakers)}.",)))
    return tuple(told)


def _item_words(item: ItemLine) -> tuple[str, ...]:
    if item.started_at is None:
        return (f"Không tiến hành: {item.note.rstrip(' .')}.",) if item.note else ("Không ghi giờ tiến hành.",)
    times = f"Từ {clock_time(item.started_at)}" + (f" đến {clock_time(item.ended_at)}" if item.ended_at else "")
    by = f", {item.presenter} trình bày" if item.presenter else ""
    return (f"{times}{by}.", *((f"{item.note.rstrip(' .')}.",) if item.note else ()))


def _result(facts: Facts) -> tuple[str, ...]:
    agreed = [one for one in facts.targets if one.standing == "agreed"]
    if not agreed:
        return ()
    lines = "; ".join(f"{one.indicator}: {one.aim}" for one in agreed)
    return (f"Hội nghị thông qua {figure(len(agreed))} chỉ tiêu: {lines}.",)


def _remark(remarks: Mapping[str, str], code: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in remarks.get(code, "").splitlines() if line.strip())


def _share(part: int, whole: int) -> str:
    share = f" ({figure(100 * part / whole, 1)} %)" if whole else ""
    return f"{figure(part)}/{figure(whole)}{share}"


def _share_of_roll(households: int, roll: int | None) -> str:
    return f"{figure(households)}{f'/{figure(roll)}' if roll else ''} hộ"


def _in_hanoi(moment: datetime | None) -> datetime | None:
    return moment.astimezone(HANOI) if moment else None
