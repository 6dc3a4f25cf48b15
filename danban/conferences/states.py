"""What a conference can be, and when in a day it meets."""

from django.db import models

from danban.kit.lifecycle import Lifecycle, Move


class ConferenceStatus(models.TextChoices):
    """A conference of a village (or of several neighbouring ones) or of a commune."""

    PLANNED = "planned", "Chưa có lịch"
    SCHEDULED = "scheduled", "Đã xếp lịch"
    ANNOUNCED = "announced", "Đã thông báo"
    OPENED = "opened", "Đang họp"
    HELD = "held", "Đã họp"
    POSTPONED = "postponed", "Hoãn, chờ lịch mới"
    NOT_HELD = "not_held", "Không tổ chức"


class Session(models.TextChoices):
    """A part of a day."""

    MORNING = "am", "Sáng"
    AFTERNOON = "pm", "Chiều"
    EVENING = "eve", "Tối"


_DATED = (ConferenceStatus.SCHEDULED, ConferenceStatus.ANNOUNCED)
_UNDATED = (ConferenceStatus.PLANNED, ConferenceStatus.POSTPONED)

CONFERENCE = Lifecycle(
    name="conference",
    start=ConferenceStatus.PLANNED,
    moves=(
        Move("schedule", source=(*_UNDATED, ConferenceStatus.SCHEDULED), target=ConferenceStatus.SCHEDULED),
        Move("unschedule", source=(ConferenceStatus.SCHEDULED,), target=ConferenceStatus.PLANNED),
        Move("announce", source=(ConferenceStatus.SCHEDULED,), target=ConferenceStatus.ANNOUNCED),
        Move("move", source=(ConferenceStatus.ANNOUNCED,), target=ConferenceStatus.ANNOUNCED, needs_reason=True),
        Move("postpone", source=_DATED, target=ConferenceStatus.POSTPONED, needs_reason=True),
        Move("open", source=(ConferenceStatus.ANNOUNCED,), target=ConferenceStatus.OPENED),
        Move("close", source=(ConferenceStatus.OPENED,), target=ConferenceStatus.HELD),
        Move("record_held", source=(*_DATED, *_UNDATED), target=ConferenceStatus.HELD),  # entered from paper
        Move("give_up", source=(*_DATED, *_UNDATED), target=ConferenceStatus.NOT_HELD, needs_reason=True),
        Move("excuse", source=(ConferenceStatus.NOT_HELD,), target=ConferenceStatus.NOT_HELD, needs_reason=True),
        Move("excuse_late", source=(ConferenceStatus.HELD,), target=ConferenceStatus.HELD, needs_reason=True),
    ),
)
