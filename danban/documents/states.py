"""What an official paper can be on its way from a draft to an issued one, and who signs with what power."""

from django.db import models

from danban.kit.lifecycle import Lifecycle, Move


class DocumentStatus(models.TextChoices):
    """An official paper. Once issued it never changes; a change is a new paper that replaces it."""

    DRAFTING = "drafting", "Đang soạn"
    CHECKING = "checking", "Chờ kiểm tra và ký"
    ISSUED = "issued", "Đã ban hành"
    REPLACED = "replaced", "Đã được thay thế"
    REVOKED = "revoked", "Đã thu hồi"
    DROPPED = "dropped", "Đã bỏ bản thảo"


class Power(models.TextChoices):
    """By which power a person signs (Decree 30/2020/NĐ-CP, article 13)."""

    OWN = "own", "Ký với chức vụ của mình"
    FOR_BODY = "tm", "TM. (thay mặt tập thể)"
    FOR_HEAD = "kt", "KT. (ký thay người đứng đầu)"
    BY_ORDER = "tl", "TL. (thừa lệnh)"
    BY_MANDATE = "tuq", "TUQ. (thừa ủy quyền)"
    ACTING = "q", "Q. (quyền)"


DOCUMENT = Lifecycle(
    name="document",
    start=DocumentStatus.DRAFTING,
    moves=(
        Move("submit", source=(DocumentStatus.DRAFTING,), target=DocumentStatus.CHECKING),
        Move("check_content", source=(DocumentStatus.CHECKING,), target=DocumentStatus.CHECKING),
        Move("check_form", source=(DocumentStatus.CHECKING,), target=DocumentStatus.CHECKING),
        Move("return", source=(DocumentStatus.CHECKING,), target=DocumentStatus.DRAFTING, needs_reason=True),
        Move("sign", source=(DocumentStatus.CHECKING,), target=DocumentStatus.CHECKING),
        Move("issue", source=(DocumentStatus.CHECKING,), target=DocumentStatus.ISSUED),
        Move("replace", source=(DocumentStatus.ISSUED,), target=DocumentStatus.REPLACED),
        Move("revoke", source=(DocumentStatus.ISSUED,), target=DocumentStatus.REVOKED, needs_reason=True),
        Move("drop", source=(DocumentStatus.DRAFTING,), target=DocumentStatus.DROPPED),
    ),
)
