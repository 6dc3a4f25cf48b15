"""What becomes of a version of a content outline, and for whom an outline is written."""

from django.db import models

from danban.kit.lifecycle import Lifecycle, Move


class VersionStatus(models.TextChoices):
    """One version of an outline. A published version never changes; a change is the next version."""

    DRAFTING = "drafting", "Đang soạn"
    PUBLISHED = "published", "Đã đưa ra dùng"
    WITHDRAWN = "withdrawn", "Đã rút"


class Area(models.TextChoices):
    """For which kind of place an outline is written."""

    ANY = "any", "Mọi địa bàn"
    URBAN = "urban", "Đô thị"
    RURAL = "rural", "Nông thôn"


class Field(models.TextChoices):
    """The field an outline speaks of; the same fields petitions are sorted by."""

    ENVIRONMENT = "environment", "Môi trường"
    WASTE = "waste", "Rác thải"
    DRAINAGE = "drainage_flooding", "Thoát nước, úng ngập"
    ROADS = "roads", "Đường sá"
    TRAFFIC = "traffic", "Giao thông"
    LIGHTING = "lighting", "Chiếu sáng"
    URBAN_ORDER = "urban_order", "Trật tự đô thị"
    PUBLIC_ORDER = "public_order", "An ninh trật tự"
    FIRE_SAFETY = "fire_safety", "Phòng cháy, chữa cháy"
    FOOD_SAFETY = "food_safety", "An toàn thực phẩm"
    HEALTH = "health", "Y tế"
    EDUCATION = "education", "Giáo dục"
    HOUSING = "housing", "Nhà ở"
    LAND = "land", "Đất đai"
    PLANNING = "planning", "Quy hoạch"
    WATER = "water_supply", "Cấp nước"
    POWER = "power_telecom", "Điện, viễn thông"
    CULTURE = "culture", "Văn hóa, thể thao"
    COUNTRYSIDE = "new_countryside", "Nông thôn mới"
    WELFARE = "welfare", "An sinh xã hội"


VERSION = Lifecycle(
    name="version",
    start=VersionStatus.DRAFTING,
    moves=(
        Move("publish", source=(VersionStatus.DRAFTING,), target=VersionStatus.PUBLISHED),
        Move("withdraw", source=(VersionStatus.PUBLISHED,), target=VersionStatus.WITHDRAWN, needs_reason=True),
    ),
)
