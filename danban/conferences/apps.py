"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``conferences``."""

    name = "danban.conferences"
    label = "conferences"
