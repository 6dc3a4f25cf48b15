"""Simulated difficulties (IV.6): asked by villages and communes, settled or still open, by the room's own verbs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from danban.accounts.models import Appointment
from danban.accounts.queries import actor_for
from danban.campaigns.models import Campaign
from danban.difficulties import actions
from danban.kit import clock
from danban.kit.actor import Actor
from danban.units.models import Placement


@dataclass(frozen=True)
class Case:
    """One difficulty: what is asked of the superior, about which duty, and how far it came.

    ``kind`` is the code of what the unit owes, "" for none. ``course`` names what happened after the
    asking, in order: "acknowledge", "pass_up", "answer", "close".
    """

    level: str
    title: str
    text: str
    kind: str
    days_ago: int
    course: tuple[str, ...] = ()
    answer: str = ""
    is_urgent: bool = False


_REASON = "Vượt thẩm quyền, xin cấp trên cho ý kiến."
_CASES = (
    Case(
        "village",
        "Nhà văn hóa đang sửa, chưa có chỗ họp",
        "Xin mượn hội trường trường học buổi tối thứ Bảy.",
        "conference",
        12,
        ("acknowledge", "answer", "close"),
        "Đã thống nhất với nhà trường cho mượn hội trường từ 19 giờ; tổ bố trí người trông xe.",
    ),
    Case(
        "village",
        "Loa truyền thanh hỏng nên chưa báo được lịch họp",
        "Hỏng cả ba cụm loa từ sau Tết.",
        "conference",
        6,
        ("acknowledge", "answer"),
        "Thợ đến sửa trong tuần này; trước mắt tổ phát giấy mời tới từng hộ.",
    ),
    Case(
        "village",
        "Nhiều hộ đi làm xa, lo không đủ đại diện",
        "Khoảng một phần ba số hộ chỉ về cuối tuần.",
        "conference",
        5,
        ("acknowledge",),
    ),
    Case(
        "village",
        "Xin lùi hội nghị vì trùng lễ hội làng",
        "Lễ hội kéo dài ba ngày, đúng lịch đã báo.",
        "conference",
        3,
        ("acknowledge", "pass_up"),
    ),
    Case("village", "Chưa nhận được kinh phí in tài liệu", "Tổ đã ứng trước để in giấy mời.", "agenda", 2),
    Case("village", "Tối nay họp mà máy chiếu hỏng", "Cần mượn gấp một máy.", "conference", 1, (), "", is_urgent=True),
    Case(
        "commune",
        "Hai tổ dân phố dùng chung một hội trường",
        "Lịch hai bên trùng nhau trong cả đợt.",
        "schedule",
        9,
        ("acknowledge", "answer", "close"),
        "Cho phép họp ghép hai tổ; ghi điểm danh và biểu quyết riêng từng tổ.",
    ),
    Case(
        "commune",
        "Chưa rõ nguồn kinh phí bổ sung cho hội nghị điểm",
        "Mức hỗ trợ chung không đủ thuê phông bạt.",
        "",
        7,
        ("acknowledge",),
    ),
    Case("commune", "Thiếu cán bộ dự hội nghị các tổ cùng ngày", "Một buổi có bốn tổ họp.", "schedule", 4),
)


def simulate_difficulties(campaign: Campaign, *, today: date) -> int:
    """Ask and settle the cases in places far apart, each on its days; returns how many were asked."""
    asked = 0
    for index, case in enumerate(_CASES):
        asks_on = today - timedelta(days=case.days_ago)
        for place in _places(campaign, case.level, index):
            asker = _office_in(place.unit_id, asks_on)
            if asks_on > campaign.launched_at.date() and asker:
                _play(campaign, case, asker, clock.moment(asks_on, 19), today=today)
                asked += 1
    return asked


def _places(campaign: Campaign, level: str, index: int) -> Iterator[Placement]:
    """Three places of a level, the first among those a visitor is shown first."""
    found = Placement.objects.filter(tree_id=campaign.tree_id, level__code=level).order_by("path", "pk")
    count = found.count()
    for position in {(index + part * (count // 3 or 1)) % (count or 1) for part in range(3)}:
        yield from found[position : position + 1]


def _office_in(unit_id: int, day: date) -> Actor | None:
    held = Appointment.objects.held_on(day).filter(unit_id=unit_id).order_by("pk").first()
    return actor_for(held) if held else None


def _play(campaign: Campaign, case: Case, asker: Actor, at: datetime, *, today: date) -> None:
    difficulty = actions.ask_difficulty(
        campaign.pk, title=case.title, text=case.text, is_urgent=case.is_urgent, obligation_kind=case.kind,
        actor=asker, at=at,
    )  # fmt: skip
    for step in case.course:
        at = min(at + timedelta(hours=15), clock.moment(today, 8))
        difficulty.refresh_from_db()
        settler = _office_in(difficulty.holder.unit_id, clock.day_of(at))
        if settler is None:
            return
        if step == "acknowledge":
            actions.acknowledge_difficulty(difficulty.pk, actor=settler, at=at)
        elif step == "pass_up":
            actions.pass_up_difficulty(
                difficulty.pk, reason="Vượt thẩm quyền, xin cấp trên cho ý kiến.", actor=settler, at=at
            )
        elif step == "answer":
            actions.answer_difficulty(difficulty.pk, text=case.answer, actor=settler, at=at)
        else:
            actions.close_difficulty(difficulty.pk, actor=asker, at=at)
