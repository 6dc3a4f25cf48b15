"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``plans``."""

    name = "danban.plans"
    label = "plans"
