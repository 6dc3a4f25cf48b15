"""Checking the chain: what tampering looks like, and who may look."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection

from danban.audit import actions, queries
from danban.audit.models import Entry
from danban.kit.actor import machine
from danban.kit.database import refuse_changes
from danban.kit.refusals import NotYours
from tests.audit.entries import WRITER, write_entries
from tests.cast import AT


@pytest.fixture
def _open_tables(db: None) -> None:
    """The diary without its triggers, as somebody with the database's password could make it."""
    for table in ("audit_entry", "audit_seal"):
        for statement in refuse_changes(connection.vendor, table):
            if statement.startswith("DROP"):
                _run(statement)


def _run(statement: str, values: list[Any] | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values or [])


def test_an_empty_diary_holds(db: None) -> None:
    assert queries.verify_diary() == queries.Verdict(0, 0, None)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("event", "campaign.closed"),
        ("user_id", 8),
        ("appointment_id", 4),
        ("role", "auditor"),
        ("subject", "obligation"),
        ("subject_id", 99),
        ("unit_id", 2),
        ("changes", '{"số": 99}'),
        ("canonical", "{}"),
        ("at", datetime.fromisoformat("2024-01-01T00:00:00+00:00")),
    ],
)
@pytest.mark.usefixtures("_open_tables")
def test_a_changed_entry_is_named(column: str, value: object) -> None:
    entries = write_entries(5)
    actions.seal_diary(at=AT)

    _run(f"UPDATE audit_entry SET {column} = %s WHERE id = %s", [value, entries[2].pk])

    verdict = queries.verify_diary()
    assert not verdict.holds
    assert verdict.broken_entry == entries[2].pk


@pytest.mark.usefixtures("_open_tables")
def test_an_entry_cut_out_with_its_seal_breaks_the_next_link() -> None:
    entries = write_entries(5)
    actions.seal_diary(at=AT)

    _run("DELETE FROM audit_seal WHERE entry_id = %s", [entries[2].pk])
    _run("DELETE FROM audit_entry WHERE id = %s", [entries[2].pk])

    assert queries.verify_diary().broken_entry == entries[3].pk


@pytest.mark.usefixtures("_open_tables")
def test_a_cut_off_end_shows_in_the_last_link() -> None:
    entries = write_entries(3)
    actions.seal_diary(at=AT)
    written_down = queries.verify_diary().last_link

    _run("DELETE FROM audit_seal WHERE entry_id = %s", [entries[2].pk])
    _run("DELETE FROM audit_entry WHERE id = %s", [entries[2].pk])

    assert queries.verify_diary().last_link != written_down


def test_only_who_reads_the_diary_checks_it_and_the_check_is_an_entry(db: None) -> None:
    write_entries(2)
    actions.seal_diary(at=AT)

    with pytest.raises(NotYours, match="Nhật ký"):
        actions.verify_diary(actor=WRITER, at=AT)
    assert Entry.objects.count() == 2
    verdict = actions.verify_diary(actor=machine("thử", "diary:see"), at=AT)

    assert verdict.holds
    entry = queries.last_verified()
    assert entry is not None
    assert entry.changes == {"checked": 2, "unsealed": 0, "broken_entry": None}
