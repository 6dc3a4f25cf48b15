"""What becomes of a self-evaluation."""

from django.db import models

from danban.kit.lifecycle import Lifecycle, Move


class EvaluationStatus(models.TextChoices):
    """A form between the unit that fills it in and the body that owns it."""

    DRAFTED = "drafted", "Đang soạn"
    SUBMITTED = "submitted", "Đã gửi"
    RETURNED = "returned", "Trả lại để bổ sung"


_S = EvaluationStatus
EVALUATION = Lifecycle(
    name="evaluation",
    start=_S.DRAFTED,
    moves=(
        Move("submit", source=(_S.DRAFTED, _S.RETURNED), target=_S.SUBMITTED),
        Move("return", source=(_S.SUBMITTED,), target=_S.RETURNED, needs_reason=True),
    ),
)
