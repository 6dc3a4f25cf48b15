"""Three conferences of one commune played through the real verbs: one over, one meeting now, one tomorrow."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from uuid import uuid4

from danban.accounts.models import Appointment
from danban.accounts.queries import actor_for
from danban.campaigns.models import Campaign
from danban.conferences import actions as conferences
from danban.conferences.models import Conference
from danban.conferences.rules import OfficerLine, Timing, check_timing
from danban.conferences.states import Session
from danban.delegates import actions as delegates
from danban.delegates.actions import Invitation
from danban.delegates.rules import DelegateSheet, Presence, QuotaLine, usual_shares
from danban.delegates.states import Way
from danban.demo.people import person_name
from danban.kit.actor import Actor
from danban.kit.clock import HANOI, day_of, moment
from danban.kit.refusals import is_allowed
from danban.resolutions import actions as resolutions
from danban.sittings import actions as sittings
from danban.sittings.models import Target
from danban.sittings.rules import AnswerSheet, HandSheet, OpinionSheet, PollSheet, TargetSheet

CODES = {"00001.01": -5, "00001.05": 0, "00001.06": 1}
"""Villages with a conference in detail, and how many days from today it meets."""
_SENTENCES = (
    ("Đèn đường ngõ 12 hỏng từ trước Tết, buổi tối người già đi lại rất khó, đề nghị sửa sớm.", "lighting"),
    ("Nhà văn hóa dột ở góc sân khấu, cần lợp lại trước mùa mưa.", "culture_facility"),
    ("Điểm tập kết rác đầu ngõ 46 để quá sáng mới dọn, đề nghị đổi giờ thu gom.", "waste"),
    ("Nên đưa giờ giữ yên lặng sau mười giờ đêm vào quy ước của tổ.", "public_order"),
    ("Đề nghị trạm y tế đo huyết áp cho người cao tuổi mỗi quý một lần tại tổ.", "health"),
)
_TARGETS = (
    ("Hộ đạt danh hiệu Gia đình văn hóa", "92", "90", "số hộ đăng ký"),
    ("Ngõ tổng vệ sinh sáng thứ Bảy hằng tuần", "100", None, "số ngõ của tổ"),
    ("Đám cưới, đám tang theo nếp sống văn minh", "98", "97", "số đám trong năm"),
)


@dataclass(frozen=True)
class Scene:
    """One village: its conference, its two heads and its commune, the moment it opens."""

    one: Conference
    front: Actor
    head: Actor
    commune: Actor
    opens_at: datetime

    @property
    def pk(self) -> int:
        """The conference."""
        return self.one.pk


def play_conferences(campaign: Campaign, *, now: datetime) -> int:
    """Play every conference of ``CODES`` that stands in this year's tree and may meet that day; returns how many.

    ``now`` is the moment of the demonstration.
    """
    played = 0
    for code, days in CODES.items():
        scene = _scene(campaign, code, days, now)
        if scene is None:
            continue
        invited = _prepare(scene, now)
        if days < 0:
            _hold(scene, invited)
        elif days == 0:
            _begin(scene, invited)
        played += 1
    return played


def _scene(campaign: Campaign, code: str, days: int, now: datetime) -> Scene | None:
    one = Conference.objects.filter(campaign=campaign, placement__code=code, status="planned").first()
    wanted = (("front_work_head", code), ("village_head", code), ("commune_front_officer", code[:5]))
    held = Appointment.objects.filter(unit__placements__tree_id=campaign.tree_id).order_by("pk")
    people = [held.filter(role=role, unit__placements__code=at).first() for role, at in wanted]
    found = [actor_for(person) for person in people if person is not None]
    if one is None or len(found) < len(people):
        return None
    day = day_of(now) + timedelta(days=days)
    opens_at = moment(day, 19, 30) if days else max(now - timedelta(minutes=72), moment(day))
    front, head, commune = found
    scene = Scene(one, front, head, commune, opens_at)
    session, starts = _announced_for(scene)
    timing = Timing(day, session, None, starts)
    may_meet = is_allowed(lambda: check_timing(one, timing, at=opens_at - timedelta(days=12)))
    return scene if may_meet else None


def _announced_for(scene: Scene) -> tuple[Session, time]:
    """The session and hour it was called for: those it opens in, or the nearest there are."""
    local = scene.opens_at.astimezone(HANOI)
    hour = min(max(local.hour, 7), 20)
    session = Session.MORNING if hour < 12 else Session.AFTERNOON if hour < 18 else Session.EVENING
    return session, time(hour, 0 if local.minute < 30 else 30)


def _prepare(scene: Scene, now: datetime) -> list[Invitation]:
    """Day and hall, agenda and structure agreed, people named, invited and replying."""
    start = min(scene.opens_at, now) - timedelta(days=12)
    hall = conferences.add_hall(
        scene.one.placement.unit_id, name=f"Nhà văn hóa {scene.one.placement.name}", seats=130, actor=scene.front,
        at=start,
    )  # fmt: skip
    session, starts = _announced_for(scene)
    timing = Timing(day_of(scene.opens_at), session, hall.pk, starts)
    conferences.schedule_conference(scene.pk, timing=timing, actor=scene.commune, at=start)
    conferences.draft_agenda(scene.pk, actor=scene.front, at=start + timedelta(hours=2))
    _name_officers(scene, start + timedelta(hours=3))
    quotas = [QuotaLine(group, planned) for group, planned in usual_shares("village")]
    delegates.set_structure(scene.pk, quotas=quotas, actor=scene.front, at=start + timedelta(hours=4))
    for actor in (scene.front, scene.head):
        conferences.agree_agenda(scene.pk, actor=actor, at=start + timedelta(days=1))
        delegates.agree_structure(scene.pk, actor=actor, at=start + timedelta(days=1))
    conferences.announce_conference(scene.pk, actor=scene.front, at=start + timedelta(days=2))
    _name_people(scene, start + timedelta(days=2, hours=1))
    invited = delegates.invite_delegates(scene.pk, actor=scene.front, at=start + timedelta(days=3))
    _reply(scene, invited, start + timedelta(days=4))
    return invited


def _name_officers(scene: Scene, at: datetime) -> None:
    code = scene.one.placement.code
    lines = [
        OfficerLine("chair", person_name(f"mttq.{code}"), "Trưởng ban công tác Mặt trận"),
        OfficerLine("member", person_name(f"truong.{code}"), "Tổ trưởng tổ dân phố"),
        OfficerLine("secretary", person_name(f"thu-ky.{code}"), "Giáo viên nghỉ hưu"),
    ]
    conferences.name_officers(scene.pk, officers=lines, actor=scene.front, at=at)


def _name_people(scene: Scene, at: datetime) -> None:
    code = scene.one.placement.code
    for group, planned in usual_shares("village"):
        for number in range(planned):
            sheet = DelegateSheet(person_name(f"{code} {group} {number}"), group)
            delegates.name_delegate(scene.pk, sheet=sheet, actor=scene.front, at=at)


def _reply(scene: Scene, invited: list[Invitation], at: datetime) -> None:
    draw = random.Random(f"replies {scene.one.placement.code}")
    for one in invited:
        said = draw.random()
        if said < 0.58:
            delegates.accept_invitation(one.token, at=at)
        elif said < 0.66:
            delegates.decline_invitation(one.token, at=at)


def _come(scene: Scene, invited: list[Invitation], share: float) -> None:
    draw = random.Random(f"came {scene.one.placement.code}")
    came = [one.delegate for one in invited if draw.random() < share]
    operations = [Presence(uuid4(), Way.TICK, delegate_id=one.pk) for one in came]
    at = scene.opens_at - timedelta(minutes=12)
    delegates.check_in(operations, conference_id=scene.pk, actor=scene.front, at=at)


def _open(scene: Scene, invited: list[Invitation], share: float) -> Callable[[int], datetime]:
    """People come, the conference opens, chair and secretary are chosen; a clock of minutes since then."""
    _come(scene, invited, share)

    def after(minutes: int) -> datetime:
        return scene.opens_at + timedelta(minutes=minutes)

    conferences.open_conference(scene.pk, actor=scene.front, at=after(2))
    _vote(scene, "Bầu chủ tọa hội nghị", after(4), chooses="chair")
    _vote(scene, "Bầu thư ký hội nghị", after(6), chooses="secretary")
    for words, value, base, ground in _TARGETS:
        sheet = TargetSheet(words, Decimal(value), "%", Decimal(base) if base else None, ground)
        sittings.put_target(scene.pk, sheet=sheet, actor=scene.front, at=after(7))
    return after


def _vote(scene: Scene, question: str, at: datetime, *, chooses: str = "", target_id: int | None = None) -> None:
    total = scene.one.attendances.filter(taken_back_at__isnull=True).count()
    sheet = HandSheet(question, total, total, 0, 0, chooses=chooses, target_id=target_id)
    sittings.count_hands(scene.pk, uuid=uuid4(), sheet=sheet, actor=scene.front, at=at)


def _say(scene: Scene, how_many: int, after: Callable[[int], datetime]) -> None:
    code = scene.one.placement.code
    for place, (text, field) in enumerate(_SENTENCES[:how_many]):
        sheet = OpinionSheet(text, speaker=person_name(f"{code} nói {place}"), field=field)
        said = sittings.record_opinion(
            scene.pk, uuid=uuid4(), sheet=sheet, actor=scene.front, at=after(60 + 5 * place)
        )  # fmt: skip
        if place == 1:
            answer = AnswerSheet("Phường đã ghi vào danh mục sửa chữa quý II.", "Phó Chủ tịch UBND phường")
            sittings.answer_opinion(said.pk, sheet=answer, actor=scene.front, at=after(66))
            sittings.settle_opinion(said.pk, is_enough=True, actor=scene.front, at=after(67))
        elif place in (0, 2, 4):
            sittings.mark_petition(said.pk, actor=scene.front, at=after(62 + 5 * place))


def _hold(scene: Scene, invited: list[Invitation]) -> None:
    """From the first item to the issued resolution."""
    after = _open(scene, invited, 0.86)
    entries = list(scene.one.agenda.order_by("position", "pk").values_list("pk", flat=True))
    for place, entry in enumerate(entries):
        conferences.step_agenda(scene.pk, entry_id=entry, actor=scene.front, at=after(10 + 5 * place))
    _say(scene, len(_SENTENCES), after)
    for target in Target.objects.filter(conference=scene.one).order_by("position"):
        _vote(scene, f"Chỉ tiêu: {target.indicator}", after(100 + target.position), target_id=target.pk)
    _vote_in_secret(scene, after)
    _vote(scene, "Thông qua nghị quyết hội nghị", after(118))
    conferences.close_conference(scene.pk, actor=scene.front, at=after(122))
    next_day = scene.opens_at + timedelta(days=1)
    resolutions.draft_minutes(scene.pk, actor=scene.front, at=next_day)
    resolutions.submit_minutes(scene.pk, actor=scene.front, at=next_day + timedelta(minutes=20))
    resolutions.confirm_minutes(scene.pk, actor=scene.head, at=next_day + timedelta(hours=1))
    resolutions.draft_resolution(scene.pk, actor=scene.front, at=next_day + timedelta(hours=2))
    resolutions.issue_resolution(scene.pk, actor=scene.head, at=next_day + timedelta(hours=3))


def _vote_in_secret(scene: Scene, after: Callable[[int], datetime]) -> None:
    sheet = PollSheet("Việc nào làm trước bằng quỹ của tổ?", ("Sửa mái nhà văn hóa", "Thêm đèn ngõ", "Sân chơi"))
    poll = sittings.prepare_poll(scene.pk, sheet=sheet, actor=scene.front, at=after(105))
    sittings.open_poll(poll.pk, actor=scene.front, at=after(106))
    draw = random.Random(f"poll {scene.one.placement.code}")
    for pk in scene.one.attendances.order_by("pk").values_list("pk", flat=True)[:60]:
        sittings.cast_vote(poll.pk, attendance_id=pk, choices=(draw.choice((0, 0, 1, 2)),))
    sittings.close_poll(poll.pk, actor=scene.front, at=after(112))


def _begin(scene: Scene, invited: list[Invitation]) -> None:
    """Meeting now: the fourth item, two opinions, one person waiting to speak."""
    after = _open(scene, invited, 0.8)
    entries = list(scene.one.agenda.order_by("position", "pk").values_list("pk", flat=True))
    for place, entry in enumerate(entries[:4]):
        conferences.step_agenda(scene.pk, entry_id=entry, actor=scene.front, at=after(10 + 12 * place))
    _say(scene, 2, after)
    speaker = person_name(f"{scene.one.placement.code} chờ")
    sittings.ask_to_speak(scene.pk, uuid=uuid4(), speaker=speaker, actor=scene.front, at=after(70))
