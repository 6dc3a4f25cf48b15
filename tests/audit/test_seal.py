"""Sealing: every entry once, in tables that refuse every change."""

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from danban.audit import actions, queries
from danban.audit.models import Entry, Seal
from tests.audit.entries import write_entries
from tests.cast import AT


def test_every_entry_is_sealed_once_and_sealing_again_does_nothing(db: None) -> None:
    write_entries(3)

    assert actions.seal_diary(at=AT) == 3
    assert actions.seal_diary(at=AT) == 0
    write_entries(2)
    assert actions.seal_diary(at=AT) == 2

    verdict = queries.verify_diary()
    assert (verdict.holds, verdict.checked, verdict.unsealed) == (True, 5, 0)
    last = Seal.objects.order_by("pk").last()
    assert last is not None
    assert verdict.last_link == last.link


def test_the_tables_refuse_every_change_on_this_engine(db: None) -> None:
    write_entries(1)
    actions.seal_diary(at=AT)

    changes: list[tuple[Any, dict[str, str]]] = [(Entry, {"event": "x"}), (Seal, {"link": "x"})]
    for model, change in changes:
        rows = model.objects.all()
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            rows.update(**change)
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            rows._raw_delete(using="default")
        assert rows.count() == 1


def test_the_triggers_are_present_on_this_engine(db: None) -> None:
    listed = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    with connection.cursor() as cursor:
        cursor.execute(listed)
        names = {row[0] for row in cursor.fetchall()}

    for table in ("audit_entry", "audit_seal"):
        wanted = {f"{table}_refuses_update", f"{table}_refuses_delete"}
        assert names >= (wanted if connection.vendor == "sqlite" else {f"{table}_refuses"})


def test_an_entry_of_a_deed_that_failed_is_gone_with_it(db: None) -> None:
    def fail_after_writing() -> None:
        with transaction.atomic():
            write_entries(1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_after_writing()

    assert not Entry.objects.exists()
