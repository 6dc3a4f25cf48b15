"""Where a unit stands with its own conference: Chuẩn bị → Mời → Họp → Gửi, told from what is there in every room."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from django.db.models import Count, Q

from danban.conferences.models import Conference, ConferencePlace
from danban.conferences.rules import check_can_record_held, missing_words, needs_of, programme_of
from danban.conferences.states import ConferenceStatus
from danban.conferences.texts import when
from danban.delegates.models import Delegate
from danban.delegates.queries.presence import standing_delegates
from danban.delegates.rules import is_agreed
from danban.delegates.states import Reply
from danban.kit.actor import Actor
from danban.kit.clock import day_of, moment
from danban.kit.refusals import is_allowed
from danban.kit.vietnamese import number
from danban.overviews.queries.years import Year, year_for
from danban.overviews.texts import INVITE, MEET, PREPARE, SEND
from danban.resolutions.models import Minutes, Resolution
from danban.resolutions.states import MinutesStatus, ResolutionStatus
from danban.sittings.models import HandCount, Opinion

State = Literal["ok", "now", "later"]
_OVER = (ConferenceStatus.HELD,)
_ANNOUNCED = (ConferenceStatus.ANNOUNCED, ConferenceStatus.OPENED, ConferenceStatus.HELD)
_MADE = (MinutesStatus.CONFIRMED, MinutesStatus.CORRECTED)
_ISSUED = (ResolutionStatus.ISSUED, ResolutionStatus.REPLACED)


@dataclass(frozen=True)
class ConferenceStep:
    """One step: its state, and in a sentence how it stands or what is missing. ``deed`` is what to do next in it."""

    code: str
    label: str
    state: State
    sentence: str
    deed: str


@dataclass(frozen=True)
class ConferenceSteps:
    """The four steps of the conference a unit meets in; ``next`` is the step that is now, None when all are done.

    ``may_enter_paper``: it could be entered from paper instead.
    """

    conference: Conference
    steps: tuple[ConferenceStep, ...]
    may_enter_paper: bool

    @property
    def next(self) -> ConferenceStep | None:
        """The step that is now."""
        return next((step for step in self.steps if step.state == "now"), None)


def conference_steps(actor: Actor, *, at: datetime) -> ConferenceSteps | None:
    """Of the actor's own unit, in the latest year that runs; None where it meets in none. Constant queries."""
    year = year_for(actor)
    return steps_of_year(year, actor, today=day_of(at)) if year else None


def steps_of_year(year: Year, actor: Actor, *, today: date) -> ConferenceSteps | None:
    """The same in a year at hand."""
    related = ("campaign", "placement__parent", "placement__tree__scheme", "level", "hall")
    served = ConferencePlace.objects.filter(campaign=year.campaign, placement=year.place).values("conference")
    found = Conference.objects.select_related(*related).defer("campaign__plan_text").filter(pk__in=served)
    one = next((row for row in found if row.status != ConferenceStatus.NOT_HELD), None)
    if one is None:
        return None
    told = (_prepared(one, actor, today), _invited(one, today), _met(one, today), _sent(one))
    labels = (PREPARE, INVITE, MEET, SEND)
    now = next((at for at, (is_done, _, _) in enumerate(told) if not is_done), None)
    steps = tuple(
        ConferenceStep(name.code, name.label, "ok" if is_done else "now" if at == now else "later", sentence, deed)
        for at, (name, (is_done, sentence, deed)) in enumerate(zip(labels, told, strict=True))
    )
    return ConferenceSteps(one, steps, is_allowed(check_can_record_held, actor, one, None, at=moment(today)))


_Told = tuple[bool, str, str]


def _prepared(one: Conference, actor: Actor, today: date) -> _Told:
    """Agenda agreed, day and hall set, announced. Three queries."""
    programme = programme_of(one, on=today)
    if one.status in _ANNOUNCED:
        return True, f"Đã thông báo: {when(one)}." if one.day else "Đã họp.", ""
    if not programme.entries:
        return False, "Chưa có chương trình.", "agenda.draft"
    if not programme.is_agreed:
        is_mine = actor.body_id in {body.pk for body in programme.waited_for}
        names = " và ".join(body.name for body in programme.waited_for) or "hai trưởng"
        return False, f"Chương trình còn chờ {names} thống nhất.", "agenda.agree" if is_mine else "agenda.wait"
    if one.day is None:
        return False, "Chương trình đã thống nhất, chưa có ngày họp.", "day.propose"
    if missing := missing_words(needs_of(one, programme)):
        return False, f"Còn thiếu {missing}.", "day.wait"
    return False, f"Đã đủ để thông báo: {when(one)}.", "announce"


def _invited(one: Conference, today: date) -> _Told:
    """Structure agreed, people named, every one of them invited. Three queries."""
    named, invited, accepted = _people(one)
    replies = f"Đã mời {number(invited)}/{number(named)} người, {number(accepted)} người nhận lời."
    has_begun = one.status == ConferenceStatus.OPENED or (one.status in _ANNOUNCED and one.day and one.day <= today)
    if one.status in _OVER or has_begun or (named and invited == named):
        return True, replies if named else "Không ghi danh sách mời.", ""
    if not is_agreed(one, on=moment(today)):
        return False, "Cơ cấu đại biểu chưa được thống nhất.", "structure"
    return False, replies if named else "Chưa ghi tên người được mời.", "invite" if named else "name"


def _met(one: Conference, today: date) -> _Told:
    """Held, meeting, or when it will. Two queries."""
    if one.status in (ConferenceStatus.OPENED, ConferenceStatus.HELD):
        said = Opinion.objects.filter(conference=one).count()
        decided = HandCount.objects.filter(conference=one).count()
        counted = f"{number(said)} ý kiến, {number(decided)} lần biểu quyết."
        is_held = one.status == ConferenceStatus.HELD
        return is_held, f"{'Đã họp' if is_held else 'Đang họp'}: {counted}", "" if is_held else "run"
    if one.day is not None and one.day < today:
        return False, "Ngày họp đã qua mà chưa ghi kết quả.", "paper"
    return False, f"Họp {when(one)}." if one.day else "Chưa có ngày họp.", "open" if one.day == today else "look"


def _sent(one: Conference) -> _Told:
    """Minutes confirmed, resolution issued. Two queries."""
    written = Minutes.objects.filter(conference=one).order_by("-revision", "-pk").values_list("status", flat=True)
    decided = Resolution.objects.filter(conference=one).order_by("-revision", "-pk").values_list("status", flat=True)
    minutes, resolution = next(iter(written[:1]), ""), next(iter(decided[:1]), "")
    words = f"Biên bản: {_word(MinutesStatus, minutes)}. Nghị quyết: {_word(ResolutionStatus, resolution)}."
    if minutes not in _MADE:
        return False, words, "minutes"
    return resolution in _ISSUED, words, "" if resolution in _ISSUED else "resolution"


def _people(one: Conference) -> tuple[int, int, int]:
    rows = Delegate.objects.filter(standing_delegates(one.pk)).aggregate(
        named=Count("pk"), invited=Count("pk", filter=~Q(token_hash="")),
        accepted=Count("pk", filter=Q(reply=Reply.ACCEPTED)),
    )  # fmt: skip
    return rows["named"], rows["invited"], rows["accepted"]


def _word(states: type[MinutesStatus] | type[ResolutionStatus], status: str) -> str:
    return str(states(status).label).lower() if status else "chưa lập"
