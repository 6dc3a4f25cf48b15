"""What a draft year and a campaign can be."""

from django.db import models

from danban.kit.lifecycle import Lifecycle, Move


class DraftStatus(models.TextChoices):
    """A plan being turned into a year."""

    REVIEWING = "reviewing", "Đang rà soát"
    LAUNCHED = "launched", "Đã phát hành"
    APPLIED = "applied", "Đã áp dụng sửa đổi"
    DISCARDED = "discarded", "Đã bỏ"


class DraftPurpose(models.TextChoices):
    """What the draft is for: a new year, or a change of one that runs."""

    NEW = "new", "Năm mới"
    AMENDMENT = "amendment", "Sửa đổi"
    CLONE = "clone", "Chép từ năm trước"


class ItemKind(models.TextChoices):
    """What a line of a draft year becomes when it is launched."""

    MILESTONE = "milestone", "Mốc và đợt"
    DUTY = "duty", "Việc phải làm"
    ASSIGNMENT = "assignment", "Phân công"
    AGENDA = "agenda", "Nội dung hội nghị"
    GRANT = "grant", "Kinh phí hỗ trợ"
    CITATION = "citation", "Văn bản viện dẫn"
    MAILBOX = "mailbox", "Nơi nhận báo cáo"


class ItemState(models.TextChoices):
    """Where a line of a draft year comes from and what the reviewer did with it."""

    READ = "read", "Đọc từ kế hoạch"
    PROPOSED = "proposed", "Hệ thống đề xuất"
    CORRECTED = "corrected", "Đã chỉnh"
    ADDED = "added", "Thêm tay"
    DROPPED = "dropped", "Đã bỏ"


class CampaignStatus(models.TextChoices):
    """A year that runs, or one that is over and refuses every deed."""

    RUNNING = "running", "Đang thực hiện"
    CLOSED = "closed", "Đã khép lại"


class ReminderStep(models.TextChoices):
    """Why somebody was reminded: a step of the ladder (``rules.ladder``), or an office above asked by hand."""

    WEEK = "week", "Nhắc trước hạn 7 ngày"
    DAY = "day", "Nhắc trước hạn 1 ngày"
    LATE = "late", "Nhắc khi quá hạn 1 ngày"
    SUPERIOR = "superior", "Báo cấp trên trực tiếp khi quá hạn 3 ngày"
    HAND = "hand", "Cấp trên đôn đốc"


DRAFT = Lifecycle(
    name="draft",
    start=DraftStatus.REVIEWING,
    moves=(
        Move("launch", source=(DraftStatus.REVIEWING,), target=DraftStatus.LAUNCHED),
        Move("apply", source=(DraftStatus.REVIEWING,), target=DraftStatus.APPLIED),
        Move("discard", source=(DraftStatus.REVIEWING,), target=DraftStatus.DISCARDED),
    ),
)

DRAFT_ITEM = Lifecycle(
    name="draft_item",
    start=ItemState.READ,
    moves=(
        Move(
            "correct",
            source=(ItemState.READ, ItemState.PROPOSED, ItemState.CORRECTED, ItemState.ADDED),
            target=ItemState.CORRECTED,
        ),
        Move(
            "drop",
            source=(ItemState.READ, ItemState.PROPOSED, ItemState.CORRECTED, ItemState.ADDED),
            target=ItemState.DROPPED,
        ),
        Move("restore", source=(ItemState.DROPPED, ItemState.CORRECTED), target=ItemState.READ),
    ),
)

CAMPAIGN = Lifecycle(
    name="campaign",
    start=CampaignStatus.RUNNING,
    moves=(
        Move("close", source=(CampaignStatus.RUNNING,), target=CampaignStatus.CLOSED, needs_reason=True),
        Move("reopen", source=(CampaignStatus.CLOSED,), target=CampaignStatus.RUNNING, needs_reason=True),
    ),
)
