"""What a refusal must leave as it was: every notice, every wish and the diary."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from danban.audit.models import Entry
from danban.notices.models import Notice, Preference


def everything() -> list[list[Any]]:
    """Every row of the room and of the diary."""
    return [list(model.objects.order_by("pk").values()) for model in (Notice, Preference, Entry)]


@contextmanager
def no_trace() -> Iterator[None]:
    """Fail if anything was written inside."""
    before = everything()
    yield
    assert everything() == before
