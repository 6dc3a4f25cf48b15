"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``notices``."""

    name = "danban.notices"
    label = "notices"
