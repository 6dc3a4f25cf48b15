"""What a secret vote can be, which matters the law reserves, what a hand count chooses."""

from django.db import models

from danban.kit.lifecycle import Lifecycle, Move


class Matter(models.TextChoices):
    """What kind of matter is decided; all but ``ORDINARY`` are reserved by the law on grassroots democracy."""

    ORDINARY = "ordinary", "Việc của hội nghị"
    CONTRIBUTION = "contribution", "Mức đóng góp, thu, chi do Nhân dân đóng góp"
    CONVENTION = "convention", "Hương ước, quy ước"
    ELECTION = "election", "Bầu, cho thôi làm Trưởng thôn, Tổ trưởng, Ban Thanh tra, Ban Giám sát"
    COMMUNITY_WORK = "community_work", "Việc khác trong nội bộ cộng đồng dân cư do luật định"


class Outcome(models.TextChoices):
    """What a count of hands decided."""

    PASSED = "passed", "Thông qua"
    FAILED = "failed", "Không thông qua"
    CONSULTED = "consulted", "Ghi nhận là lấy ý kiến"


class PollStatus(models.TextChoices):
    """A secret electronic vote."""

    PREPARED = "prepared", "Chuẩn bị"
    OPEN = "open", "Đang bỏ phiếu"
    CLOSED = "closed", "Đã kiểm phiếu"
    CANCELLED = "cancelled", "Đã hủy"


POLL = Lifecycle(
    name="poll",
    start=PollStatus.PREPARED,
    moves=(
        Move("open", source=(PollStatus.PREPARED,), target=PollStatus.OPEN),
        Move("close", source=(PollStatus.OPEN,), target=PollStatus.CLOSED),
        Move("cancel", source=(PollStatus.PREPARED, PollStatus.OPEN), target=PollStatus.CANCELLED, needs_reason=True),
    ),
)
