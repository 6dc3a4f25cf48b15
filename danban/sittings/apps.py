"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``sittings``."""

    name = "danban.sittings"
    label = "sittings"
