"""The words of this room: its events in the diary."""

EVENTS: dict[str, str] = {}
