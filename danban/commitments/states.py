"""What becomes of a promise, and the closed sets of words its rows are written with."""

from django.db import models

from danban.kit.lifecycle import Lifecycle, Move


class CommitmentStatus(models.TextChoices):
    """A promise between its resolution and next year's conference."""

    OPEN = "open", "Chưa đánh giá"
    SETTLED = "settled", "Đã đánh giá"
    DISPUTED = "disputed", "Bà con chưa đồng ý"
    CANCELLED = "cancelled", "Không thực hiện nữa"


class Outcome(models.TextChoices):
    """Done, partly, not."""

    DONE = "done", "Đạt"
    PARTLY = "partly", "Đạt một phần"
    NOT_DONE = "not_done", "Chưa đạt"


class Source(models.TextChoices):
    """Where a promise comes from."""

    CONFERENCE = "conference", "Nghị quyết hội nghị"
    PAPER = "paper", "Nhập từ giấy"


class Direction(models.TextChoices):
    """Which way is better."""

    UP = "up", "Càng cao càng tốt"
    DOWN = "down", "Càng thấp càng tốt"


class RollUp(models.TextChoices):
    """How the figures of units make the figure of the unit above."""

    RATIO = "ratio", "Cộng số đếm, chia cho tổng"
    SUM = "sum", "Cộng"


_S = CommitmentStatus
COMMITMENT = Lifecycle(
    name="commitment",
    start=_S.OPEN,
    moves=(
        Move("settle", source=(_S.OPEN, _S.SETTLED, _S.DISPUTED), target=_S.SETTLED),
        Move("dispute", source=(_S.SETTLED,), target=_S.DISPUTED, needs_reason=True),
        Move("cancel", source=(_S.OPEN,), target=_S.CANCELLED, needs_reason=True),
    ),
)
