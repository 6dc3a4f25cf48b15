"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``assignments``."""

    name = "danban.assignments"
    label = "assignments"
