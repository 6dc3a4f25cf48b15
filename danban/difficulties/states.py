"""What becomes of a difficulty."""

from django.db import models

from danban.kit.lifecycle import Lifecycle, Move


class DifficultyStatus(models.TextChoices):
    """A difficulty between the unit that has it and the superiors who can settle it."""

    ASKED = "asked", "Chờ tiếp nhận"
    ACKNOWLEDGED = "acknowledged", "Đã tiếp nhận"
    ANSWERED = "answered", "Đã trả lời"
    CLOSED = "closed", "Đã khép lại"


_OPEN = (DifficultyStatus.ASKED, DifficultyStatus.ACKNOWLEDGED)

DIFFICULTY = Lifecycle(
    name="difficulty",
    start=DifficultyStatus.ASKED,
    moves=(
        Move("acknowledge", source=(DifficultyStatus.ASKED,), target=DifficultyStatus.ACKNOWLEDGED),
        Move("answer", source=_OPEN, target=DifficultyStatus.ANSWERED),
        Move("pass_up", source=_OPEN, target=DifficultyStatus.ASKED, needs_reason=True),
        Move(
            "close",
            source=(DifficultyStatus.ASKED, DifficultyStatus.ACKNOWLEDGED, DifficultyStatus.ANSWERED),
            target=DifficultyStatus.CLOSED,
        ),
        Move(
            "reopen",
            source=(DifficultyStatus.ANSWERED, DifficultyStatus.CLOSED),
            target=DifficultyStatus.ASKED,
            needs_reason=True,
        ),
    ),
)
