"""What a refusal must leave as it was: every row of a room and the diary."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps

from danban.audit.models import Entry


def everything(*rooms: str) -> dict[str, list[Any]]:
    """Every row of the rooms (of this one where none is named), and the ids of the diary."""
    models = [model for room in rooms or ("campaigns",) for model in apps.get_app_config(room).get_models()]
    rows: dict[str, list[Any]] = {m.__name__: list(m._default_manager.order_by("pk").values()) for m in models}
    rows["Entry"] = list(Entry.objects.order_by("pk").values_list("pk", flat=True))
    return rows


@contextmanager
def no_trace(*rooms: str) -> Iterator[None]:
    """Fail if anything was written inside."""
    before = everything(*rooms)
    yield
    assert everything(*rooms) == before


def last_event() -> tuple[str, str, int | None]:
    """The event, subject and subject id of the latest diary entry."""
    entry = Entry.objects.order_by("-pk")[0]
    return entry.event, entry.subject, entry.subject_id
