"""What a village wrote on paper at its conference, as it is typed in afterwards; and whether it fits together."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from uuid import UUID

from danban.conferences import rules as conferences
from danban.conferences.rules import Holding
from danban.delegates.rules import TallyLine
from danban.delegates.states import Group
from danban.kit.clock import HANOI
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import number, squeeze
from danban.sittings import rules as sittings
from danban.sittings.rules import HandSheet, OpinionSheet, TargetSheet

WOMEN, PARTY_MEMBERS = "Nữ", "Đảng viên"
"""Labels of the counts that belong to nobody."""
MOST_PEOPLE = 100_000
MOST_LINES = 60


@dataclass(frozen=True)
class PaperPresence:
    """Heads counted: all of them, by group, women and Party members among them; None: nobody counted."""

    everybody: int
    groups: tuple[tuple[str, int], ...] = ()
    women: int | None = None
    party_members: int | None = None


@dataclass(frozen=True)
class PaperOpinion:
    """What somebody said; ``is_petition``: to be followed up."""

    uuid: UUID
    text: str
    speaker: str = ""
    is_petition: bool = False


@dataclass(frozen=True)
class PaperVote:
    """Hands counted; ``target`` is the place of the target it decides in the sheet's list, from 0."""

    uuid: UUID
    question: str
    present: int
    in_favour: int
    against: int
    other: int
    gap_reason: str = ""
    target: int | None = None


@dataclass(frozen=True)
class PaperSheet:
    """One conference as it stands on paper; times of day in Hà Nội.

    ``photo`` is the content of a picture or scan, b"" for none. ``is_signed``: chair and secretary signed the
    minutes on paper.
    """

    held_on: date
    starts: time
    ends: time
    chair: str
    secretary: str
    presence: PaperPresence
    opinions: tuple[PaperOpinion, ...] = ()
    targets: tuple[TargetSheet, ...] = ()
    votes: tuple[PaperVote, ...] = ()
    cause: str = ""
    photo: bytes = b""
    photo_name: str = ""
    is_signed: bool = False

    def holding(self, photo_id: int | None) -> Holding:
        """When it met, with its stored picture."""
        opened = datetime.combine(self.held_on, self.starts, HANOI)
        closed = datetime.combine(self.held_on, self.ends, HANOI)
        return Holding(self.held_on, opened, closed, photo_id, self.cause)

    def tallies(self) -> list[TallyLine]:
        """The counts as lines: everybody, group by group, women, Party members."""
        presence = self.presence
        whole = ((WOMEN, presence.women), (PARTY_MEMBERS, presence.party_members))
        return [
            TallyLine("", "", presence.everybody),
            *(TallyLine(group, "", count) for group, count in presence.groups),
            *(TallyLine("", label, count) for label, count in whole if count is not None),
        ]


def check_paper(sheet: PaperSheet) -> None:
    """Raise ``BadInput`` with every problem by its line: ``opinion_0_text``, ``vote_2_gap_reason``, ``women`` …"""
    problems = dict(_problems_of_people(sheet))
    if max(len(sheet.opinions), len(sheet.targets), len(sheet.votes)) > MOST_LINES:
        problems["opinions"] = f"Mỗi phần nhập nhiều nhất {MOST_LINES} dòng."
    for at, said in enumerate(sheet.opinions):
        problems |= _asked(f"opinion_{at}", partial(sittings.check_opinion, opinion_sheet(said)))
    for at, target in enumerate(sheet.targets):
        problems |= _asked(f"target_{at}", partial(sittings.check_target, target))
    for at, vote in enumerate(sheet.votes):
        problems |= _problems_of_vote(sheet, at, vote)
    if sheet.is_signed and not sheet.photo:
        problems["photo"] = "Biên bản giấy đã ký thì cần có ảnh chụp."
    if problems:
        raise BadInput(f"Còn {number(len(problems))} chỗ chưa đúng: xem các dòng được đánh dấu.", problems)


def opinion_sheet(one: PaperOpinion) -> OpinionSheet:
    """As the room of sittings takes it."""
    return OpinionSheet(text=one.text, speaker=one.speaker)


def hand_sheet(one: PaperVote, target_id: int | None = None) -> HandSheet:
    """The same for a count of hands."""
    return HandSheet(
        question=one.question, present=one.present, in_favour=one.in_favour, against=one.against, other=one.other,
        gap_reason=one.gap_reason, target_id=target_id,
    )  # fmt: skip


def _problems_of_people(sheet: PaperSheet) -> Iterator[tuple[str, str]]:
    for name, words in (("chair", sheet.chair), ("secretary", sheet.secretary)):
        if not 0 < len(squeeze(words)) <= conferences.LONGEST_NAME:
            yield name, f"Hãy ghi họ tên, nhiều nhất {conferences.LONGEST_NAME} ký tự."
    everybody = sheet.presence.everybody
    if not 0 < everybody <= MOST_PEOPLE:
        yield "everybody", "Hãy ghi số người có mặt, từ 1 trở lên."
        return
    for name, count in (("women", sheet.presence.women), ("party_members", sheet.presence.party_members)):
        if count is not None and not 0 <= count <= everybody:
            yield name, f"Không quá {number(everybody)} người có mặt."
    in_groups = sum(count for _, count in sheet.presence.groups)
    for group, count in sheet.presence.groups:
        if group not in Group.values or count < 0:
            yield "everybody", "Thành phần này không có trong danh mục."
    if in_groups > everybody:
        yield "everybody", f"Cộng các thành phần được {number(in_groups)}, nhiều hơn {number(everybody)} người có mặt."


def _problems_of_vote(sheet: PaperSheet, at: int, vote: PaperVote) -> dict[str, str]:
    name = f"vote_{at}"
    if vote.present > sheet.presence.everybody:
        return {f"{name}_present": f"Nhiều hơn {number(sheet.presence.everybody)} người có mặt ở hội nghị."}
    if vote.target is not None and not 0 <= vote.target < len(sheet.targets):
        return {f"{name}_target": "Chưa nhập chỉ tiêu này."}
    return _asked(name, partial(sittings.check_hands, hand_sheet(vote)))


def _asked(name: str, check: Callable[[], None]) -> dict[str, str]:
    """What a check of another room says, by the names of this sheet's lines."""
    try:
        check()
    except BadInput as refused:
        return {f"{name}_{field}": words for field, words in refused.problems.items()} or {name: refused.sentence}
    return {}
