"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``envoys``."""

    name = "danban.envoys"
    label = "envoys"
