"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``petitions``."""

    name = "danban.petitions"
    label = "petitions"
