"""What a refusal must leave as it was: every row of plans, papers, obligations and notices, and the diary."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps

from danban.audit.models import Entry
from danban.campaigns.models import LocalDate, Obligation
from danban.documents.models import Counter, Delivery, Document, RegisterEntry
from danban.notices.models import Notice


def everything() -> dict[str, list[Any]]:
    """Every row a deed of this room may touch."""
    touched: list[Any] = [
        *apps.get_app_config("plans").get_models(),
        Counter,
        RegisterEntry,
        Document,
        Delivery,
        LocalDate,
        Obligation,
        Notice,
        Entry,
    ]
    return {model.__name__: list(model._default_manager.order_by("pk").values()) for model in touched}


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


def told(fact: str) -> list[str]:
    """The accounts told a fact in their inbox, by e-mail, sorted."""
    found = Notice.objects.filter(fact__startswith=fact, channel="inbox").order_by("pk")
    return sorted(str(email).removesuffix("@example.vn") for email in found.values_list("account__email", flat=True))
