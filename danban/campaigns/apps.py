"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``campaigns``."""

    name = "danban.campaigns"
    label = "campaigns"
