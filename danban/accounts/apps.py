"""Django's handle on the room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room ``accounts``."""

    name = "danban.accounts"
    label = "accounts"
