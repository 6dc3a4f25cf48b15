"""Who prepares what else: presidium, guests, prepared papers, the summary of the year (II.1.a.1, II.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from danban.campaigns.models import Campaign
from danban.campaigns.rules import check_is_running
from danban.conferences.models import Conference, Officer, PreparedPaper
from danban.conferences.rules.agenda import PREPARE, check_not_over
from danban.conferences.rules.permits import check_holds
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.kit.vietnamese import squeeze
from danban.units.models import Placement

OfficerRole = Officer.Role
MOST_OFFICERS, MOST_GUESTS, MOST_PAPERS = 12, 40, 20
LONGEST_NAME, LONGEST_OFFICE = 120, 160
LONGEST_SUBJECT = 300
LONGEST_SECTION = 6_000
_SUMMARY = "Phần tóm tắt do cơ quan Mặt trận và UBND của từng cấp viết cho cấp mình."


@dataclass(frozen=True)
class OfficerLine:
    """Somebody proposed for the presidium or as secretary; ``role`` is one of ``Officer.Role``."""

    role: str
    full_name: str
    title: str = ""


@dataclass(frozen=True)
class GuestLine:
    """A guest and the office that brings them."""

    full_name: str
    title: str = ""


@dataclass(frozen=True)
class Asking:
    """A prepared paper asked of somebody: who speaks, on what, by when it is handed in."""

    speaker: str
    subject: str
    due_on: date | None = None


def check_can_name_officers(
    actor: Actor, conference: Conference, officers: Sequence[OfficerLine], *, at: datetime
) -> None:  # fmt: skip
    """Whoever holds the conference, until it is over; one chair, every name once."""
    check_can_prepare(actor, conference, at=at)
    if len(officers) > MOST_OFFICERS:
        raise BadInput(f"Đoàn Chủ tịch và thư ký có nhiều nhất {MOST_OFFICERS} người.")
    if any(one.role not in Officer.Role.values for one in officers):
        raise BadInput("Hãy chọn Chủ tọa, Thành viên hoặc Thư ký cho từng người.")
    if sum(one.role == Officer.Role.CHAIR for one in officers) > 1:
        raise BadInput("Mỗi hội nghị có một chủ tọa. Những người khác là thành viên Đoàn Chủ tịch.")
    _check_people([(one.full_name, one.title) for one in officers], longest=LONGEST_OFFICE)


def check_can_list_guests(actor: Actor, conference: Conference, guests: Sequence[GuestLine], *, at: datetime) -> None:
    """Whoever holds the conference, until it is over."""
    check_can_prepare(actor, conference, at=at)
    if len(guests) > MOST_GUESTS:
        raise BadInput(f"Danh sách khách mời có nhiều nhất {MOST_GUESTS} người.")
    _check_people([(one.full_name, one.title) for one in guests], longest=200)


def check_can_ask_paper(actor: Actor, conference: Conference, asking: Asking, *, at: datetime) -> None:
    """Whoever holds the conference, until it is over; due no later than the conference itself."""
    check_can_prepare(actor, conference, at=at)
    if conference.prepared_papers.count() >= MOST_PAPERS:
        raise NotNow(f"Mỗi hội nghị có nhiều nhất {MOST_PAPERS} tham luận.")
    problems = {}
    if not 0 < len(squeeze(asking.speaker)) <= LONGEST_OFFICE:
        problems["speaker"] = f"Cần có, nhiều nhất {LONGEST_OFFICE} ký tự."
    if not 0 < len(squeeze(asking.subject)) <= LONGEST_SUBJECT:
        problems["subject"] = f"Cần có, nhiều nhất {LONGEST_SUBJECT} ký tự."
    if asking.due_on and conference.day and asking.due_on > conference.day:
        problems["due_on"] = "Hạn nộp cần trước hoặc đúng ngày họp."
    if problems:
        raise BadInput("Hãy ghi người tham luận, nội dung và hạn nộp phù hợp.", problems)


def check_can_hand_in_paper(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """Whoever holds the conference keeps what the speaker handed in; a later file takes the place of the first."""
    check_can_prepare(actor, conference, at=at)


def check_can_drop_paper(actor: Actor, conference: Conference, paper: PreparedPaper, *, at: datetime) -> None:
    """A paper asked for in vain; one that was handed in stays."""
    check_can_prepare(actor, conference, at=at)
    if paper.file_id is not None:
        raise NotNow("Tham luận đã nộp bài nên được giữ lại.")


def check_can_prepare(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """The units it is held for and the commune that decides, until it is over."""
    check_holds(actor, conference, "conference:prepare", PREPARE)
    check_is_running(conference.campaign)
    check_not_over(conference)


def check_can_write_summary(
    actor: Actor, campaign: Campaign, place: Placement, text: str, *, deepest: int
) -> None:  # fmt: skip
    """An office of a unit above the villages writes its own unit's section. ``deepest``: the depth of villages."""
    if not actor.covers(campaign.tree_id, place.path):
        raise NotFound
    actor.check_may("summary:write", _SUMMARY)
    if actor.path_in(campaign.tree_id) != place.path or place.depth >= deepest:
        raise NotYours(_SUMMARY)
    check_is_running(campaign)
    if not 0 < len(text.strip()) <= LONGEST_SECTION:
        sentence = f"Hãy viết từ 1 đến {LONGEST_SECTION} ký tự."
        raise BadInput(sentence, {"text": sentence})


def _check_people(people: Sequence[tuple[str, str]], *, longest: int) -> None:
    for number, (name, title) in enumerate(people, start=1):
        if not 0 < len(squeeze(name)) <= LONGEST_NAME:
            raise BadInput(f"Người thứ {number} cần có họ tên, nhiều nhất {LONGEST_NAME} ký tự.")
        if len(squeeze(title)) > longest:
            raise BadInput(f"Chức danh của người thứ {number}: nhiều nhất {longest} ký tự.")
