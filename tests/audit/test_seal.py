"""The chain: sealing, checking, and what tampering looks like."""

from datetime import datetime
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from danban.audit import actions, queries
from danban.audit.models import Entry, Seal
from danban.kit.actor import Actor, machine
from danban.kit.database import refuse_changes
from danban.kit.refusals import NotYours
from tests.cast import AT

WRITER = Actor(user_id=7, appointment_id=3, role="movement_board")


def _write(count: int) -> list[Entry]:
    return [
        actions.record(
            actor=WRITER, event="campaign.launched", subject="campaign", subject_id=number, at=AT, unit_id=1,
            changes={"số": number},
        )
        for number in range(count)
    ]  # fmt: skip


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


def test_every_entry_is_sealed_once_and_sealing_again_does_nothing(db: None) -> None:
    _write(3)

    assert actions.seal_diary(at=AT) == 3
    assert actions.seal_diary(at=AT) == 0
    _write(2)
    assert actions.seal_diary(at=AT) == 2

    verdict = queries.verify_diary()
    assert (verdict.holds, verdict.checked, verdict.unsealed) == (True, 5, 0)
    last = Seal.objects.order_by("pk").last()
    assert last is not None
    assert verdict.last_link == last.link


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
    entries = _write(5)
    actions.seal_diary(at=AT)

    _run(f"UPDATE audit_entry SET {column} = %s WHERE id = %s", [value, entries[2].pk])

    verdict = queries.verify_diary()
    assert not verdict.holds
    assert verdict.broken_entry == entries[2].pk


@pytest.mark.usefixtures("_open_tables")
def test_an_entry_cut_out_with_its_seal_breaks_the_next_link() -> None:
    entries = _write(5)
    actions.seal_diary(at=AT)

    _run("DELETE FROM audit_seal WHERE entry_id = %s", [entries[2].pk])
    _run("DELETE FROM audit_entry WHERE id = %s", [entries[2].pk])

    assert queries.verify_diary().broken_entry == entries[3].pk


@pytest.mark.usefixtures("_open_tables")
def test_a_cut_off_end_shows_in_the_last_link() -> None:
    entries = _write(3)
    actions.seal_diary(at=AT)
    written_down = queries.verify_diary().last_link

    _run("DELETE FROM audit_seal WHERE entry_id = %s", [entries[2].pk])
    _run("DELETE FROM audit_entry WHERE id = %s", [entries[2].pk])

    assert queries.verify_diary().last_link != written_down


def test_the_tables_refuse_every_change_on_this_engine(db: None) -> None:
    _write(1)
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
            _write(1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_after_writing()

    assert not Entry.objects.exists()


def test_only_who_reads_the_diary_checks_it_and_the_check_is_an_entry(db: None) -> None:
    _write(2)
    actions.seal_diary(at=AT)

    with pytest.raises(NotYours, match="Nhật ký"):
        actions.verify_diary(actor=WRITER, at=AT)
    assert Entry.objects.count() == 2
    verdict = actions.verify_diary(actor=machine("thử", "diary:see"), at=AT)

    assert verdict.holds
    entry = queries.last_verified()
    assert entry is not None
    assert entry.changes == {"checked": 2, "unsealed": 0, "broken_entry": None}
