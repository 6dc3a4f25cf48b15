"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``resolutions``."""

    name = "danban.resolutions"
    label = "resolutions"
