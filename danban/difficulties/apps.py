"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``difficulties``."""

    name = "danban.difficulties"
    label = "difficulties"
