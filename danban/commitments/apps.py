"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``commitments``."""

    name = "danban.commitments"
    label = "commitments"
