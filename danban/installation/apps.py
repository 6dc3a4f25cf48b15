"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``installation``."""

    name = "danban.installation"
    label = "installation"
