"""When a clean-up is held."""

from django.db import models


class Slot(models.TextChoices):
    """The city's weekly rhythm, and any other time."""

    FRIDAY = "friday", "Chiều thứ Sáu"
    SATURDAY = "saturday", "Sáng thứ Bảy"
    OTHER = "other", "Buổi khác"
