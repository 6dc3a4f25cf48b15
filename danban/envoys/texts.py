"""Diary sentences of the room."""

EVENTS: dict[str, str] = {}
