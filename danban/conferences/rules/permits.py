"""Who may do what with a conference: villages propose, the commune decides, the unit above excuses (II.1, II.2)."""

from collections.abc import Collection, Sequence
from datetime import datetime

from danban.campaigns.models import Campaign, Draft
from danban.campaigns.rules import check_holds_launch, check_is_running
from danban.conferences.models import Conference
from danban.conferences.rules.programme import programme_of
from danban.conferences.rules.readiness import missing_words, needs_of
from danban.conferences.rules.timing import Timing
from danban.conferences.rules.windows import check_timing, window_of
from danban.conferences.states import CONFERENCE, ConferenceStatus
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.kit.vietnamese import day, squeeze
from danban.units.models import Placement

LONGEST_REASON = 1_000
OPEN_TO_TIMETABLE = (ConferenceStatus.PLANNED, ConferenceStatus.SCHEDULED, ConferenceStatus.POSTPONED)
"""Not yet announced, or waiting for another day: what a timetable may move."""
_NOT_ARRANGING = "Lịch của một địa bàn do cấp xã, cấp huyện và Thành phố lập. Vị trí của bạn xem được, không lập lịch."
_NOT_PROPOSING = "Đề xuất ngày họp là việc của Trưởng ban công tác Mặt trận và Trưởng thôn, Tổ trưởng tổ dân phố."
_NOT_CHOOSING = "Hội nghị điểm do đơn vị ngay bên trên chọn, trong các đơn vị của mình."
_NOT_DECIDING = "Lịch hội nghị do UBND và Ủy ban MTTQ cấp xã quyết định."
_NOT_ANNOUNCING = "Thông báo hội nghị là việc của cấp xã và hai trưởng của thôn, tổ dân phố."
_NOT_EXCUSING = "Chấp nhận lý do họp muộn hoặc không tổ chức là việc của cơ quan cấp trên của đơn vị."


def check_can_see(actor: Actor, conference: Conference) -> None:
    """Seen by the units it is held for and the units above them; raises ``NotFound``."""
    tree_id = conference.campaign.tree_id
    if not actor.may("conference:see") or not any(actor.covers(tree_id, path) for path in _paths_of(conference)):
        raise NotFound


def check_holds(
    actor: Actor, conference: Conference, permission: str, sentence: str = "Việc này do đơn vị tổ chức hội nghị làm."
) -> None:  # fmt: skip
    """Whoever holds a conference: the units it is held for and the commune that decides on it.

    Raises ``NotFound`` outside the area, ``NotYours`` with ``sentence`` without ``permission`` or from further above.
    """
    check_can_see(actor, conference)
    actor.check_may(permission, sentence)
    if not actor.is_machine and not _is_of(actor, conference) and not _is_commune_of(actor, conference):
        raise NotYours(sentence)


def check_can_launch_year(actor: Actor, draft: Draft, *, at: datetime) -> None:
    """Whoever may launch the year; its conferences come with it."""
    check_holds_launch(actor, draft, at=at)


def check_can_plan(actor: Actor, campaign: Campaign, place: Placement, *, at: datetime) -> None:
    """Conferences of an area are entered by an office that arranges it, or by the machine at launch."""
    actor.check_may("conference:arrange", _NOT_ARRANGING)
    if not actor.covers(campaign.tree_id, place.path):
        raise NotFound
    check_is_running(campaign)


def check_can_propose(actor: Actor, conference: Conference, timing: Timing | None, *, at: datetime) -> None:
    """Either head of a village it is held for, while the day is not announced. ``timing`` None: some good one."""
    check_can_see(actor, conference)
    actor.check_may("conference:propose", _NOT_PROPOSING)
    if not _is_of(actor, conference):
        raise NotYours(_NOT_PROPOSING)
    check_is_running(conference.campaign)
    if conference.status not in OPEN_TO_TIMETABLE:
        status = CONFERENCE.label(conference.status).lower()
        raise NotNow(f"Hội nghị {status} nên không đề xuất ngày khác được. Cần đổi thì báo cho cấp xã.")
    if timing is not None:
        check_timing(conference, timing, at=at)


def check_can_schedule(actor: Actor, conference: Conference, timing: Timing | None, *, at: datetime) -> None:
    """The commune, inside the days owed. ``timing`` None: some good one."""
    _check_decides(actor, conference)
    CONFERENCE.target("schedule", conference.status)
    if timing is not None:
        check_timing(conference, timing, at=at)


def check_can_unschedule(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """The commune takes a day back that nobody has been told."""
    _check_decides(actor, conference)
    CONFERENCE.target("unschedule", conference.status)


def check_can_announce(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """The commune or either head; a day still ahead, a hall, a start, an agenda both heads agreed to.

    Raises ``NotNow`` naming everything that is missing.
    """
    check_can_see(actor, conference)
    actor.check_may("conference:announce", _NOT_ANNOUNCING)
    if not _is_of(actor, conference) and not decides(actor, conference):
        raise NotYours(_NOT_ANNOUNCING)
    check_is_running(conference.campaign)
    CONFERENCE.target("announce", conference.status)
    needs = needs_of(conference, programme_of(conference, on=day_of(at)))
    if missing := missing_words(needs):
        raise NotNow(f"Chưa thông báo được vì còn thiếu {missing}.")
    if conference.day and conference.day < day_of(at):
        raise NotNow(f"Ngày {day(conference.day)} đã qua nên không thông báo được nữa. Hãy xếp ngày khác.")


def check_can_move(
    actor: Actor, conference: Conference, timing: Timing | None, *, reason: str, at: datetime
) -> None:  # fmt: skip
    """The commune moves what was announced, with a reason people are told; it has a hall and a start again."""
    _check_decides(actor, conference)
    CONFERENCE.target("move", conference.status)
    check_words(reason)
    if timing is None:
        return
    check_timing(conference, timing, at=at)
    missing = {"hall_id": timing.hall_id, "starts": timing.starts}
    problems = {field: "Cần có, vì hội nghị đã được thông báo." for field, value in missing.items() if value is None}
    if problems:
        raise BadInput("Hội nghị đã thông báo: ngày mới cần đủ hội trường và giờ.", problems)


def check_can_postpone(actor: Actor, conference: Conference, *, reason: str, at: datetime) -> None:
    """The commune takes the day back and owes another, with a reason."""
    _check_decides(actor, conference)
    CONFERENCE.target("postpone", conference.status)
    check_words(reason)


def check_can_give_up(actor: Actor, conference: Conference, *, cause: str, at: datetime) -> None:
    """Not held: recorded by the commune or either head, with the cause; it stays owed."""
    check_can_see(actor, conference)
    actor.check_may("conference:give_up", _NOT_DECIDING)
    if not _is_of(actor, conference) and not decides(actor, conference):
        raise NotYours(_NOT_DECIDING)
    check_is_running(conference.campaign)
    CONFERENCE.target("give_up", conference.status)
    check_words(cause, field="cause")


def check_can_excuse(actor: Actor, conference: Conference, *, reason: str, at: datetime) -> None:
    """An office above the unit accepts that it was not held; once."""
    check_can_see(actor, conference)
    actor.check_may("conference:excuse", _NOT_EXCUSING)
    if not actor.stands_above(conference.campaign.tree_id, conference.placement.path):
        raise NotYours(_NOT_EXCUSING)
    check_is_running(conference.campaign)
    CONFERENCE.target("excuse", conference.status)
    if conference.excused_at is not None:
        raise NotNow("Lý do này đã được chấp nhận rồi.")
    if not conference.places.exists():
        raise NotNow("Hội nghị này đã nhập vào một hội nghị họp chung nên không còn gì phải xét.")
    check_words(reason)


def check_can_excuse_late(actor: Actor, conference: Conference, *, reason: str, at: datetime) -> None:
    """An office above the unit accepts why it met after the last day it was owed; once."""
    check_can_see(actor, conference)
    actor.check_may("conference:excuse", _NOT_EXCUSING)
    if not actor.stands_above(conference.campaign.tree_id, conference.placement.path):
        raise NotYours(_NOT_EXCUSING)
    check_is_running(conference.campaign)
    CONFERENCE.target("excuse_late", conference.status)
    last = window_of(conference).due_on
    if conference.held_on is None or last is None or conference.held_on <= last:
        raise NotNow("Hội nghị này họp trong đợt nên không có gì phải chấp nhận.")
    if conference.excused_at is not None:
        raise NotNow("Lý do này đã được chấp nhận rồi.")
    check_words(reason)


def check_can_choose_pilot(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """A commune chooses one of its villages, a district one of its communes, that has not been given up."""
    check_can_see(actor, conference)
    tree_id, parent = conference.campaign.tree_id, conference.placement.parent
    actor.check_may("conference:arrange", _NOT_CHOOSING)
    if parent is None or conference.placement.path == actor.path_in(tree_id):
        raise BadInput("Hội nghị điểm được chọn trong các đơn vị ngay bên dưới.")
    if not actor.is_machine and actor.path_in(tree_id) != parent.path:
        raise NotYours(_NOT_CHOOSING)
    check_is_running(conference.campaign)
    if conference.status not in (*OPEN_TO_TIMETABLE, ConferenceStatus.ANNOUNCED):
        raise NotNow(f"Hội nghị này {CONFERENCE.label(conference.status).lower()} nên không chọn làm điểm được nữa.")


def check_holds_join(actor: Actor) -> None:
    """Whoever may have villages meet together at all; raises ``NotYours``."""
    actor.check_may("conference:schedule", _NOT_DECIDING)


def check_can_join(actor: Actor, conferences: Sequence[Conference], *, at: datetime) -> None:
    """Two villages or more of one commune, none of them announced; the commune decides."""
    if len(conferences) < 2:
        raise BadInput("Hãy chọn từ hai hội nghị trở lên để họp chung.")
    for one in conferences:
        _check_decides(actor, one)
        if one.status not in OPEN_TO_TIMETABLE or not one.places.exists():
            status = CONFERENCE.label(one.status).lower()
            raise NotNow(f"Hội nghị của {one.placement.name} {status} nên không nhập chung được nữa.")
    first = conferences[0]
    if (
        first.placement.parent_id is None
        or len({(one.campaign_id, one.placement.parent_id) for one in conferences}) > 1
    ):
        raise BadInput("Chỉ các thôn, tổ dân phố liền kề của cùng một xã, phường, thị trấn họp chung được.")


def check_can_part(actor: Actor, conference: Conference, placement_id: int, *, at: datetime) -> None:
    """A village leaves a conference held in common while it is not announced; the unit that holds it stays."""
    _check_decides(actor, conference)
    if conference.status not in OPEN_TO_TIMETABLE:
        raise NotNow(f"Hội nghị {CONFERENCE.label(conference.status).lower()} nên không tách ra được nữa.")
    if not conference.places.filter(placement_id=placement_id).exists():
        raise NotFound
    if placement_id == conference.placement_id:
        raise BadInput(f"{conference.placement.name} chủ trì hội nghị này. Hãy tách các đơn vị họp chung khác.")


def check_can_apply_timetable(actor: Actor, campaign: Campaign, place: Placement, *, at: datetime) -> None:
    """An office that arranges an area puts a timetable on it."""
    check_can_plan(actor, campaign, place, at=at)


def check_can_send_schedule(actor: Actor, campaign: Campaign, place: Placement, *, at: datetime) -> None:
    """A commune or district sends the schedule of its own area up (IV.5); the top has nobody above it."""
    check_can_plan(actor, campaign, place, at=at)
    if not actor.is_machine and actor.path_in(campaign.tree_id) != place.path:
        raise NotYours(f"Lịch của {place.name} do chính nơi ấy gửi lên.")
    if place.parent_id is None:
        raise NotNow(f"{place.name} là cấp cao nhất nên không có nơi để gửi lịch lên.")


def decides(actor: Actor, conference: Conference) -> bool:
    """Whether the actor's unit is the commune that decides on a conference."""
    if actor.is_machine:
        return True
    return actor.may("conference:schedule") and _is_commune_of(actor, conference)


def check_words(reason: str, *, field: str = "reason") -> None:
    """A reason people can read, of a few lines; raises ``BadInput`` on ``field``."""
    if not squeeze(reason):
        raise BadInput("Hãy ghi lý do.", {field: "Không được để trống."})
    if len(reason) > LONGEST_REASON:
        sentence = f"Hãy rút xuống {LONGEST_REASON} ký tự."
        raise BadInput(sentence, {field: sentence})


def _check_decides(actor: Actor, conference: Conference) -> None:
    check_can_see(actor, conference)
    actor.check_may("conference:schedule", _NOT_DECIDING)
    if not decides(actor, conference):
        raise NotYours(_NOT_DECIDING)
    check_is_running(conference.campaign)


def _is_commune_of(actor: Actor, conference: Conference) -> bool:
    place, own = conference.placement, actor.path_in(conference.campaign.tree_id)
    return own in (place.path, place.parent.path if place.parent else None)


def _is_of(actor: Actor, conference: Conference) -> bool:
    return actor.path_in(conference.campaign.tree_id) in _paths_of(conference)


def _paths_of(conference: Conference) -> Collection[str]:
    served = conference.places.order_by("pk").values_list("placement__path", flat=True)
    return {conference.placement.path, *served}


def check_can_load(actor: Actor, *, at: datetime) -> None:
    """Bringing in a whole year is for machines: demonstrations, and years kept on paper before."""
    if not actor.is_machine:
        raise NotYours("Nạp hàng loạt chỉ chạy từ dòng lệnh của máy chủ.")
