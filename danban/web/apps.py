"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``web``."""

    name = "danban.web"
    label = "web"
