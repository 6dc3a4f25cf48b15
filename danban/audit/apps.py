"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``audit``."""

    name = "danban.audit"
    label = "audit"
