"""What minutes and resolutions can be."""

from django.db import models

from danban.kit.lifecycle import Lifecycle, Move


class MinutesStatus(models.TextChoices):
    """One revision of the minutes of a conference."""

    DRAFTED = "drafted", "Dự thảo"
    SUBMITTED = "submitted", "Chờ chủ tọa xác nhận"
    CONFIRMED = "confirmed", "Đã xác nhận"
    CORRECTED = "corrected", "Đã có bản sửa"


class ResolutionStatus(models.TextChoices):
    """One revision of the resolution of a conference."""

    DRAFTED = "drafted", "Dự thảo"
    ISSUED = "issued", "Đã ban hành"
    REPLACED = "replaced", "Đã có bản thay"


MINUTES = Lifecycle(
    name="minutes",
    start=MinutesStatus.DRAFTED,
    moves=(
        Move("edit", source=(MinutesStatus.DRAFTED,), target=MinutesStatus.DRAFTED),
        Move("submit", source=(MinutesStatus.DRAFTED,), target=MinutesStatus.SUBMITTED),
        Move("return", source=(MinutesStatus.SUBMITTED,), target=MinutesStatus.DRAFTED, needs_reason=True),
        Move("confirm", source=(MinutesStatus.SUBMITTED,), target=MinutesStatus.CONFIRMED),
        Move("correct", source=(MinutesStatus.CONFIRMED,), target=MinutesStatus.CORRECTED, needs_reason=True),
    ),
)
RESOLUTION = Lifecycle(
    name="resolution",
    start=ResolutionStatus.DRAFTED,
    moves=(
        Move("edit", source=(ResolutionStatus.DRAFTED,), target=ResolutionStatus.DRAFTED),
        Move("issue", source=(ResolutionStatus.DRAFTED,), target=ResolutionStatus.ISSUED),
        Move("replace", source=(ResolutionStatus.ISSUED,), target=ResolutionStatus.REPLACED, needs_reason=True),
    ),
)
