"""What somebody sent to a conference from above can be."""

from django.db import models

from danban.kit.lifecycle import Lifecycle, Move


class EnvoyRole(models.TextChoices):
    """As what somebody attends."""

    LEADER = "leader", "Lãnh đạo"
    SECTOR = "sector", "Ban, ngành"
    ORGANISATION = "organisation", "Đoàn thể"
    CADRE = "cadre", "Cán bộ theo dõi địa bàn"


class EnvoyStatus(models.TextChoices):
    """Somebody sent to attend a conference from above."""

    PROPOSED = "proposed", "Đề xuất"
    APPROVED = "approved", "Đã duyệt"
    DECLINED = "declined", "Không duyệt"
    ATTENDED = "attended", "Đã dự"
    ABSENT = "absent", "Vắng"
    WITHDRAWN = "withdrawn", "Đã rút"


ENVOY = Lifecycle(
    name="envoy",
    start=EnvoyStatus.PROPOSED,
    moves=(
        Move("approve", source=(EnvoyStatus.PROPOSED,), target=EnvoyStatus.APPROVED),
        Move("decline", source=(EnvoyStatus.PROPOSED,), target=EnvoyStatus.DECLINED, needs_reason=True),
        Move(
            "withdraw",
            source=(EnvoyStatus.PROPOSED, EnvoyStatus.APPROVED),
            target=EnvoyStatus.WITHDRAWN,
            needs_reason=True,
        ),
        Move("confirm_presence_of", source=(EnvoyStatus.APPROVED,), target=EnvoyStatus.ATTENDED),
        Move("record_absence_of", source=(EnvoyStatus.APPROVED,), target=EnvoyStatus.ABSENT, needs_reason=True),
    ),
)
