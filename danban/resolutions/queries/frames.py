"""In which frame a conference's papers stand: whose they are, their form and number, who signs."""

from dataclasses import dataclass
from datetime import date

from danban.accounts.queries import holders_of
from danban.conferences.models import Conference
from danban.documents import queries as documents
from danban.documents.rules import PaperSignature, signature_of
from danban.documents.rules.profiles import VILLAGE_KINDS
from danban.kit.vietnamese import day
from danban.papers.kinds import Desk
from danban.papers.paper import Issuer, Paper, Profile
from danban.plans.queries.plan_paper import year_papers
from danban.resolutions.rules import Article, Facts, paper_of_minutes, paper_of_resolution
from danban.resolutions.texts import RESOLUTION_KIND
from danban.units.models import Body

_SYMBOLS = {"minutes": "BB-HNĐBND", "resolution": "NQ-HNĐBND"}
_COMMUNE_BODIES = ("front_committee", "peoples_committee")


@dataclass(frozen=True)
class Frame:
    """``bodies``: those that issue, the numbering one first; none where there is none. ``pattern`` "": no number."""

    desk: Desk
    bodies: tuple[Body, ...]
    pattern: str
    signatures: tuple[PaperSignature, ...]


def frame_of(conference: Conference, facts: Facts, kind: str, *, on: date) -> Frame:
    """The frame of "minutes" or "resolution" on a day: a village's bears no number, a commune's has its own series."""
    place = conference.placement
    standing = Body.objects.standing_on(on).filter(unit_id=place.unit_id).select_related("kind")
    found = {body.kind.code: body for body in standing.order_by("-pk")}
    villages = tuple(body for code, body in sorted(found.items()) if code in VILLAGE_KINDS)
    communes = tuple(found[code] for code in _COMMUNE_BODIES if code in found)[:1]
    bodies = communes or villages
    signatures = _signatures(conference, facts, kind, bodies, on=on) if bodies else ()
    printed = tuple(one.printed for one in signatures)
    if not communes:
        issuer = Issuer(place.name, place.parent.name if place.parent else "")
        desk = Desk(Profile.VILLAGE, (issuer,), documents.place_name(place, is_village=True), signatures=printed)
        return Frame(desk, bodies, "", signatures)
    to = ("Đảng ủy, HĐND, UBND, Ủy ban MTTQ cấp xã", "Các thôn, tổ dân phố", "Lưu: VT, hồ sơ hội nghị")
    issuer, symbol = Issuer("Hội nghị đại biểu Nhân dân", place.name), _SYMBOLS[kind]
    desk = Desk(
        Profile.STATE, (issuer,), documents.place_name(place), symbol=symbol, signatures=printed, recipients=to
    )  # fmt: skip
    return Frame(desk, bodies, f"{{number:02d}}/{symbol}", signatures)


def minutes_paper(facts: Facts, remarks: dict[str, str], frame: Frame) -> Paper:
    """The minutes as they would be issued now."""
    return paper_of_minutes(facts, remarks, frame.desk)


def resolution_paper(conference: Conference, facts: Facts, articles: tuple[Article, ...], frame: Frame) -> Paper:
    """The resolution as it would be issued now, on the year's plan and the conference itself."""
    held = f" ngày {day(conference.held_on)}" if conference.held_on else ""
    name = f"{facts.meeting[:1].lower()}{facts.meeting[1:]}"
    basis = (
        year_papers(conference.campaign).basis[-1],
        f"Căn cứ kết quả thảo luận và biểu quyết tại {name}{held}",
    )
    return paper_of_resolution(facts.meeting, articles, frame.desk, basis=basis)


def _signatures(
    conference: Conference, facts: Facts, kind: str, bodies: tuple[Body, ...], *, on: date
) -> tuple[PaperSignature, ...]:  # fmt: skip
    """Minutes: secretary, then chair. A resolution: both heads of a village, else the chair for the presidium."""
    chair, body_id = facts.chair, bodies[0].pk
    if kind == RESOLUTION_KIND:
        if bodies[0].kind.code in VILLAGE_KINDS and (heads := _heads(conference, bodies, on=on)):
            return heads
        lines = ("TM. ĐOÀN CHỦ TỊCH", "CHỦ TỌA HỘI NGHỊ")
        return (PaperSignature(body_id, lines, chair.full_name),) if chair else ()
    secretary = facts.secretaries[0] if facts.secretaries else None
    named = (("THƯ KÝ", secretary), ("CHỦ TỌA", chair))
    return tuple(PaperSignature(body_id, (line,), one.full_name) for line, one in named if one)


def _heads(conference: Conference, bodies: tuple[Body, ...], *, on: date) -> tuple[PaperSignature, ...]:
    """The signers named for both bodies of a village, else who holds the two offices; none where one is vacant."""
    signers = documents.signers_of_bodies({body.pk for body in bodies}, on=on)
    first = {one.body_id: one for one in reversed(signers)}
    if len(first) == len(VILLAGE_KINDS):
        return tuple(signature_of(first[body.pk]) for body in bodies)
    place = conference.placement
    holders = {one.role: one.account.full_name for one in holders_of(unit_ids={place.unit_id}, on=on)}
    head = "TỔ TRƯỞNG" if place.kind.is_urban else "TRƯỞNG THÔN"
    lines = {"front_work_head": "TRƯỞNG BAN CÔNG TÁC MẶT TRẬN", "village_head": head}
    if not lines.keys() <= holders.keys():
        return ()
    return tuple(PaperSignature(bodies[0].pk, (line,), holders[role]) for role, line in lines.items())
