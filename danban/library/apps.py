"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``library``."""

    name = "danban.library"
    label = "library"
