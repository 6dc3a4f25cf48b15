"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``documents``."""

    name = "danban.documents"
    label = "documents"
