"""Of which group a delegate is, what they replied, how a presence was recorded."""

from django.db import models

from danban.kit.lifecycle import Lifecycle, Move


class Group(models.TextChoices):
    """The parts of the people a conference is made of (III.5.3); a unit widens them by ``OTHER`` with a label."""

    PARTY_COMMITTEE = "party_committee", "Cấp ủy"
    PARTY_CELL = "party_cell", "Chi bộ"
    COUNCIL = "council", "Hội đồng nhân dân"
    COMMITTEE = "committee", "Ủy ban nhân dân"
    FRONT = "front", "Mặt trận Tổ quốc"
    ORGANISATION = "organisation", "Đoàn thể chính trị - xã hội"
    VILLAGE_HEAD = "village_head", "Trưởng thôn, Tổ trưởng tổ dân phố"
    FRONT_WORK = "front_work", "Trưởng ban công tác Mặt trận"
    SCHOOL = "school", "Trường học"
    AGENCY = "agency", "Cơ quan, đơn vị"
    FIRM = "firm", "Doanh nghiệp"
    HOUSEHOLD = "household", "Đại diện hộ gia đình"
    STRATUM = "stratum", "Các tầng lớp Nhân dân"
    OTHER = "other", "Thành phần khác"


class Reply(models.TextChoices):
    """What a person answered to an invitation."""

    NONE = "none", "Chưa trả lời"
    ACCEPTED = "accepted", "Sẽ dự"
    DECLINED = "declined", "Không dự được"
    REPLACED = "replaced", "Đã cử người thay"


class Way(models.TextChoices):
    """How a presence was recorded."""

    SCAN = "scan", "Quét mã"
    TICK = "tick", "Đánh dấu"
    WALK_IN = "walk_in", "Ghi tại chỗ"
    PAPER = "paper", "Nhập từ giấy"


INVITATION = Lifecycle(
    name="invitation",
    start=Reply.NONE,
    moves=(
        Move("accept", source=(Reply.NONE, Reply.DECLINED), target=Reply.ACCEPTED),
        Move("decline", source=(Reply.NONE, Reply.ACCEPTED), target=Reply.DECLINED),
        Move("replace", source=(Reply.NONE, Reply.ACCEPTED, Reply.DECLINED), target=Reply.REPLACED),
    ),
)
