"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``culture``."""

    name = "danban.culture"
    label = "culture"
