"""The few places where the two database engines differ, one function each."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection


def refuse_changes(vendor: str, table: str) -> Iterable[str]:
    """SQL that makes ``table`` refuse UPDATE and DELETE; safe to run again."""
    message = f"{table} is append-only"
    if vendor == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            name = f"{table}_refuses_{verb.lower()}"
            yield f"DROP TRIGGER IF EXISTS {name}"
            yield f"CREATE TRIGGER {name} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{message}'); END"
        return
    yield (
        f"CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{message}'; END $$"
    )
    yield f"DROP TRIGGER IF EXISTS {table}_refuses ON {table}"
    yield (
        f"CREATE TRIGGER {table}_refuses BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()"
    )


def folded_index(vendor: str, table: str, column: str) -> Iterable[str]:
    """SQL of the index for search inside a folded column: trigrams on PostgreSQL, none on SQLite."""
    if vendor == "postgresql":
        yield "CREATE EXTENSION IF NOT EXISTS pg_trgm"
        yield f"CREATE INDEX IF NOT EXISTS {table}_{column}_trgm ON {table} USING gin ({column} gin_trgm_ops)"


def insert_rows(table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Write many plain rows in the caller's transaction, five times as fast as through model instances.

    For tables of tens of thousands of rows alone; columns left out get NULL, so name every NOT NULL one.
    """
    quote = connection.ops.quote_name
    names, marks = ", ".join(quote(name) for name in columns), ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {quote(table)} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        cursor.executemany(f"INSERT INTO {quote(table)} ({names}) VALUES ({marks})", rows)


def share_rows(table: str, ids: Sequence[int]) -> None:
    """Hold rows in the caller's transaction so that nobody changes them, while others may hold them too.

    Whoever takes such a row with ``select_for_update`` waits, and is waited for. SQLite has one writer anyway.
    """
    if connection.vendor != "postgresql" or not ids:
        return
    marks = ", ".join(["%s"] * len(ids))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {connection.ops.quote_name(table)} WHERE id IN ({marks}) FOR SHARE", list(ids))
