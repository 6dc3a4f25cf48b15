"""What a conference can be, when in a day it meets, and what those sent to it can be."""

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
    ),
)


class EnvoyStatus(models.TextChoices):
    """Somebody sent to attend a conference from above."""

    PROPOSED = "proposed", "Đề xuất"
    APPROVED = "approved", "Đã duyệt"
    DECLINED = "declined", "Không duyệt"
    ATTENDED = "attended", "Đã dự"
    ABSENT = "absent", "Vắng"
    WITHDRAWN = "withdrawn", "Đã rút"


ENVOY = Lifecycle(
    name="envoy",
    start=EnvoyStatus.PROPOSED,
    moves=(
        Move("approve", source=(EnvoyStatus.PROPOSED,), target=EnvoyStatus.APPROVED),
        Move("decline", source=(EnvoyStatus.PROPOSED,), target=EnvoyStatus.DECLINED, needs_reason=True),
        Move(
            "withdraw",
            source=(EnvoyStatus.PROPOSED, EnvoyStatus.APPROVED),
            target=EnvoyStatus.WITHDRAWN,
            needs_reason=True,
        ),
        Move("confirm_presence", source=(EnvoyStatus.APPROVED,), target=EnvoyStatus.ATTENDED),
        Move("record_absence", source=(EnvoyStatus.APPROVED,), target=EnvoyStatus.ABSENT),
    ),
)
