"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``units``."""

    name = "danban.units"
    label = "units"
