"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``delegates``."""

    name = "danban.delegates"
    label = "delegates"
