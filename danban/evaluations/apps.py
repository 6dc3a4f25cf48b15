"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``evaluations``."""

    name = "danban.evaluations"
    label = "evaluations"
