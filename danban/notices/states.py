"""What becomes of a notice, and the ways it can take."""

from django.db import models

from danban.kit.lifecycle import Lifecycle, Move


class Channel(models.TextChoices):
    """A way to reach a person. The inbox is always used; the others by choice and address."""

    INBOX = "inbox", "Hộp tin"
    EMAIL = "email", "Thư điện tử"
    SMS = "sms", "Tin nhắn điện thoại"


class NoticeStatus(models.TextChoices):
    """Where a notice stands on its way."""

    WAITING = "waiting", "Chờ gửi"
    SENT = "sent", "Đã gửi"
    FAILED = "failed", "Gửi không được"
    KEPT = "kept", "Giữ lại trên màn hình"
    CANCELLED = "cancelled", "Đã hủy"


class Digest(models.TextChoices):
    """How a person wants what is not urgent: one by one, or gathered once a day."""

    NONE = "none", "Từng tin"
    DAILY = "daily", "Gộp một lần mỗi ngày"


NOTICE = Lifecycle(
    name="notice",
    start=NoticeStatus.WAITING,
    moves=(
        Move("send", source=(NoticeStatus.WAITING, NoticeStatus.FAILED), target=NoticeStatus.SENT),
        Move("fail", source=(NoticeStatus.WAITING, NoticeStatus.FAILED), target=NoticeStatus.FAILED),
        Move("keep", source=(NoticeStatus.WAITING,), target=NoticeStatus.KEPT),
        Move("retry", source=(NoticeStatus.FAILED,), target=NoticeStatus.WAITING),
        Move("cancel", source=(NoticeStatus.WAITING, NoticeStatus.FAILED), target=NoticeStatus.CANCELLED),
    ),
)
