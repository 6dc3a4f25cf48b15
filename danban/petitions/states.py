"""What becomes of a petition, and the closed sets of words its rows are written with."""

from django.db import models

from danban.kit.lifecycle import Lifecycle, Move


class PetitionStatus(models.TextChoices):
    """A petition between those who made it, the Front that forwards and watches, and the body that answers."""

    RECORDED = "recorded", "Chờ phân loại"
    CLASSIFIED = "classified", "Chờ chuyển"
    ROUTED = "routed", "Chờ tiếp nhận"
    ACKNOWLEDGED = "acknowledged", "Đang giải quyết"
    ANSWERED = "answered", "Chờ dân xác nhận"
    CONFIRMED = "confirmed", "Dân đã xác nhận"
    TURNED_AWAY = "turned_away", "Theo thủ tục riêng"
    SPLIT = "split", "Đã tách"
    MERGED = "merged", "Đã nhập"


class Kind(models.TextChoices):
    """The three kinds of II.1.4."""

    PETITION = "petition", "Kiến nghị"
    COMMENT = "comment", "Góp ý"
    IDEA = "idea", "Hiến kế"


class Source(models.TextChoices):
    """Where a petition comes from."""

    OPINION = "opinion", "Nói tại hội nghị"
    TYPED = "typed", "Cán bộ ghi"
    PAPER = "paper", "Nhập từ giấy"
    PORTAL = "portal", "Người dân gửi"


class Decision(models.TextChoices):
    """What an answer decides. The last two are for comments and initiatives."""

    AGREED = "agreed", "Đồng ý"
    PARTLY = "partly", "Đồng ý một phần"
    REFUSED = "refused", "Không đồng ý"
    PASSED_ON = "passed_on", "Chuyển nơi có thẩm quyền"
    ACCEPTED = "accepted", "Tiếp thu"
    EXPLAINED = "explained", "Giải trình"


class Procedure(models.TextChoices):
    """What a petition that is none belongs to: its own procedure under its own law."""

    COMPLAINT = "complaint", "Khiếu nại"
    DENUNCIATION = "denunciation", "Tố cáo"


class Satisfaction(models.IntegerChoices):
    """What those who asked think of the answer."""

    UNSATISFIED = 1, "Chưa hài lòng"
    PARTLY = 2, "Hài lòng một phần"
    SATISFIED = 3, "Hài lòng"


_S = PetitionStatus
SORTING = (_S.RECORDED, _S.CLASSIFIED)
"""The Front has it on its desk."""

ANSWERING = (_S.ROUTED, _S.ACKNOWLEDGED)
"""A body owes an answer."""

ANSWERED = (_S.ANSWERED, _S.CONFIRMED)
"""There is an answer to read back."""

OPEN = (*SORTING, *ANSWERING)
"""Those who asked have no answer yet."""

LEFT = (_S.TURNED_AWAY, _S.SPLIT, _S.MERGED)
"""Not followed by itself: its own procedure, its parts, or the petition it was entered twice of."""

PETITION = Lifecycle(
    name="petition",
    start=_S.RECORDED,
    moves=(
        Move("classify", source=SORTING, target=_S.CLASSIFIED),
        Move("route", source=SORTING, target=_S.ROUTED),
        Move("acknowledge", source=(_S.ROUTED,), target=_S.ACKNOWLEDGED),
        Move("forward", source=ANSWERING, target=_S.ROUTED, needs_reason=True),
        Move("return", source=ANSWERING, target=_S.CLASSIFIED, needs_reason=True),
        Move("answer", source=ANSWERING, target=_S.ANSWERED),
        Move("confirm", source=(_S.ANSWERED,), target=_S.CONFIRMED),
        Move("dispute", source=(_S.ANSWERED,), target=_S.ROUTED, needs_reason=True),
        Move("reopen", source=(_S.CONFIRMED,), target=_S.ROUTED, needs_reason=True),
        Move("turn_away", source=SORTING, target=_S.TURNED_AWAY, needs_reason=True),
        Move("restore", source=(_S.TURNED_AWAY,), target=_S.RECORDED, needs_reason=True),
        Move("split", source=OPEN, target=_S.SPLIT),
        Move("merge", source=SORTING, target=_S.MERGED),
        Move("unmerge", source=(_S.MERGED,), target=_S.RECORDED, needs_reason=True),
    ),
)
