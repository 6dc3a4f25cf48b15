"""What a refusal must leave as it was: every row of the room and the diary."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps

from danban.audit.models import Entry


def everything() -> dict[str, list[Any]]:
    """Every row of this room, and the ids of the diary."""
    room = apps.get_app_config("campaigns").get_models()
    rows: dict[str, list[Any]] = {m.__name__: list(m._default_manager.order_by("pk").values()) for m in room}
    rows["Entry"] = list(Entry.objects.order_by("pk").values_list("pk", flat=True))
    return rows


@contextmanager
def no_trace() -> Iterator[None]:
    """Fail if anything was written inside."""
    before = everything()
    yield
    assert everything() == before


def last_event() -> tuple[str, str, int | None]:
    """The event, subject and subject id of the latest diary entry."""
    entry = Entry.objects.order_by("-pk")[0]
    return entry.event, entry.subject, entry.subject_id
