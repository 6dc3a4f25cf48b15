"""Entering a conference that met on paper: by whoever holds it, after it was over, late ones with the cause."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from danban.campaigns.rules import check_is_running
from danban.conferences.models import Conference
from danban.conferences.rules.permits import LONGEST_REASON, check_holds
from danban.conferences.rules.timing import is_in
from danban.conferences.rules.windows import window_of
from danban.conferences.states import CONFERENCE
from danban.documents.models import StoredFile
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput, NotNow
from danban.kit.vietnamese import day, long_day, squeeze

LONGEST_MEETING = timedelta(hours=12)
_NOT_ENTERING = "Ghi lại hội nghị đã họp là việc của đơn vị tổ chức: hai trưởng của thôn, tổ dân phố và cấp xã."
_PICTURES = ("image/jpeg", "image/png", "application/pdf")


@dataclass(frozen=True)
class Holding:
    """When a conference truly met; ``photo_id`` is the stored picture of its paper, ``cause`` why it met late."""

    held_on: date
    opened_at: datetime
    closed_at: datetime
    photo_id: int | None = None
    cause: str = ""


def check_can_record_held(actor: Actor, conference: Conference, holding: Holding | None, *, at: datetime) -> None:
    """Whoever holds it, once it met and before anything of it was run here. ``holding`` None: on some good day.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (not to be held any more) or ``BadInput`` by field: a day to come,
    times that do not follow each other, a day outside those owed and no cause.
    """
    check_holds(actor, conference, "conference:run", _NOT_ENTERING)
    check_is_running(conference.campaign)
    CONFERENCE.target("record_held", conference.status)
    if not conference.places.exists():
        raise NotNow("Hội nghị này đã nhập vào một hội nghị họp chung. Hãy ghi ở hội nghị chung.")
    if holding is None:
        return
    if problems := _problems_of_times(holding, at) or _problems_of_day(conference, holding):
        raise BadInput(" ".join(dict.fromkeys(problems.values())), problems)


def _problems_of_times(holding: Holding, at: datetime) -> dict[str, str]:
    if holding.held_on > day_of(at):
        return {"held_on": f"Ngày {day(holding.held_on)} chưa tới. Hội nghị họp xong mới ghi lại."}
    if holding.closed_at <= holding.opened_at:
        return {"closed_at": "Giờ kết thúc cần sau giờ bắt đầu."}
    if day_of(holding.opened_at) != holding.held_on or holding.closed_at - holding.opened_at > LONGEST_MEETING:
        return {"opened_at": "Giờ bắt đầu và kết thúc cần thuộc ngày họp."}
    if holding.closed_at > at:
        return {"closed_at": "Giờ này chưa tới. Hội nghị họp xong mới ghi lại."}
    return {}


def _problems_of_day(conference: Conference, holding: Holding) -> dict[str, str]:
    if len(holding.cause) > LONGEST_REASON:
        return {"cause": f"Hãy rút xuống {LONGEST_REASON} ký tự."}
    picture = StoredFile.objects.filter(pk=holding.photo_id or 0, media_type__in=_PICTURES)
    if holding.photo_id is not None and not picture.exists():
        return {"photo": "Hãy gửi ảnh chụp hoặc bản quét của biên bản giấy."}
    window = window_of(conference)
    if squeeze(holding.cause) or is_in(window, holding.held_on):
        return {}
    return {"cause": f"{long_day(holding.held_on)} nằm ngoài đợt hội nghị ({window}). Hãy ghi vì sao."}
