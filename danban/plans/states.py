"""What a unit's plan can be, and where its lines come from."""

from django.db import models

from danban.kit.lifecycle import Lifecycle, Move


class PlanStatus(models.TextChoices):
    """A unit's own plan of the year."""

    DRAFTING = "drafting", "Đang soạn"
    APPROVING = "approving", "Chờ hai bên duyệt"
    ISSUED = "issued", "Đã ban hành"
    RETURNED = "returned", "Bị trả lại"


class LineSource(models.TextChoices):
    """Who put a line into the plan."""

    ABOVE = "above", "Từ kế hoạch cấp trên"
    OWN = "own", "Của đơn vị"


PLAN = Lifecycle(
    name="plan",
    start=PlanStatus.DRAFTING,
    moves=(
        Move("submit", source=(PlanStatus.DRAFTING,), target=PlanStatus.APPROVING),
        Move("withdraw", source=(PlanStatus.APPROVING,), target=PlanStatus.DRAFTING),
        Move("approve", source=(PlanStatus.APPROVING,), target=PlanStatus.APPROVING),
        Move("decline", source=(PlanStatus.APPROVING,), target=PlanStatus.DRAFTING, needs_reason=True),
        Move("issue", source=(PlanStatus.APPROVING,), target=PlanStatus.ISSUED),
        Move("send_back", source=(PlanStatus.ISSUED,), target=PlanStatus.RETURNED, needs_reason=True),
        Move("revise", source=(PlanStatus.ISSUED, PlanStatus.RETURNED), target=PlanStatus.DRAFTING),
    ),
)
