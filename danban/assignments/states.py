"""Where the work on an assignment stands, and what its files are for."""

from django.db import models

from danban.kit.lifecycle import Lifecycle, Move


class WorkStatus(models.TextChoices):
    """The work a body does on what the plan gave it. Late and due soon are computed, never stored."""

    WAITING = "waiting", "Chưa nhận việc"
    WORKING = "working", "Đang thực hiện"
    DONE = "done", "Đã hoàn thành"


class FilePurpose(models.TextChoices):
    """What a file attached to an assignment or a briefing is."""

    OUTLINE = "outline", "Đề cương tuyên truyền"
    OWN_PLAN = "own_plan", "Kế hoạch riêng của tổ chức"
    GUIDANCE = "guidance", "Tài liệu hướng dẫn"
    REPORT = "report", "Báo cáo kết quả"
    OTHER = "other", "Tài liệu khác"


WORK = Lifecycle(
    name="assignment",
    start=WorkStatus.WAITING,
    moves=(
        Move("accept", source=(WorkStatus.WAITING,), target=WorkStatus.WORKING),
        Move("note", source=(WorkStatus.WAITING, WorkStatus.WORKING), target=WorkStatus.WORKING),
        Move("finish", source=(WorkStatus.WAITING, WorkStatus.WORKING), target=WorkStatus.DONE),
        Move("reopen", source=(WorkStatus.DONE,), target=WorkStatus.WORKING, needs_reason=True),
    ),
)
