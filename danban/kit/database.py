"""The few places where the two database engines differ, one function each."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet


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


def gather_statistics() -> None:
    """Let SQLite see how large its tables have become; PostgreSQL sees to that by itself.

    After a write of tens of thousands of rows. Without it SQLite walks a whole campaign to find what one unit owes.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 1000")
            cursor.execute("ANALYZE")


def first_row(words: str, values: Sequence[Any]) -> tuple[Any, ...] | None:
    """The first row of a query put together by the ORM once and kept: for what is asked hundreds of times a second."""
    with connection.cursor() as cursor:
        cursor.execute(words, list(values))
        row: tuple[Any, ...] | None = cursor.fetchone()
    return row


class Kept:
    """A SELECT the ORM puts together once a process and engine; asked again, only its values change.

    ``make`` gives a ``values_list`` of plain columns filtered by the ``marks``, values nothing in the table has. For
    what is asked hundreds of times a second: building the words costs the ORM more than the engine needs to answer.
    """

    def __init__(self, make: Callable[[], QuerySet[Any, Any]], marks: Sequence[Any]) -> None:
        self._make, self._marks = make, list(marks)
        self._known: dict[str, tuple[str, list[Any], Any, Any]] = {}

    def rows(self, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        """The rows for other values in place of the marks, in their order."""
        words, slots, compiler, converters = self._known.get(connection.vendor) or self._build()
        with connection.cursor() as cursor:
            cursor.execute(words, [values[slot] if isinstance(slot, int) else slot[0] for slot in slots])
            found = cursor.fetchall()
        converted = compiler.apply_converters(found, converters) if converters else found
        return [tuple(row) for row in converted]

    def _build(self) -> tuple[str, list[Any], Any, Any]:
        compiler = self._make().query.get_compiler(connection=connection)
        words, given = compiler.as_sql()
        slots = [self._marks.index(value) if value in self._marks else (value,) for value in given]
        converters = compiler.get_converters([column for column, _, _ in compiler.select])
        self._known[connection.vendor] = (words, slots, compiler, converters)
        return self._known[connection.vendor]


def insert_row(table: str, columns: Sequence[str], values: Sequence[Any]) -> None:
    """Write one plain row in the caller's transaction; its id is not asked for."""
    quote = connection.ops.quote_name
    names, marks = ", ".join(quote(name) for name in columns), ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {quote(table)} ({names}) VALUES ({marks})", list(values))


def insert_rows(
    table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], *, skips_known: bool = False
) -> None:
    """Write many plain rows in the caller's transaction, five times as fast as through model instances.

    For tables of tens of thousands of rows alone; columns left out get NULL, so name every NOT NULL one. Moments
    are handed in as ``plain_moment`` gives them. ``skips_known`` passes over rows that a unique constraint knows
    already, instead of failing.
    """
    quote = connection.ops.quote_name
    names, marks = ", ".join(quote(name) for name in columns), ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql" and not skips_known:
            with connection.wrap_database_errors, cursor.copy(f"COPY {quote(table)} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        known = " ON CONFLICT DO NOTHING" if skips_known else ""
        cursor.executemany(f"INSERT INTO {quote(table)} ({names}) VALUES ({marks}){known}", rows)


def update_rows(table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Write ``columns`` of many rows in the caller's transaction; each row is its values, then the id.

    For loads of thousands of rows, where an UPDATE with a case for every row costs a hundred times as much.
    """
    quote = connection.ops.quote_name
    wanted = ", ".join(f"{quote(name)} = %s" for name in columns)
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {quote(table)} SET {wanted} WHERE id = %s", rows)


def share_rows(table: str, ids: Sequence[int]) -> None:
    """Hold rows in the caller's transaction so that nobody changes them, while others may hold them too.

    Whoever takes such a row with ``select_for_update`` waits, and is waited for. SQLite has one writer anyway.
    """
    if connection.vendor != "postgresql" or not ids:
        return
    marks = ", ".join(["%s"] * len(ids))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {connection.ops.quote_name(table)} WHERE id IN ({marks}) FOR SHARE", list(ids))


def plain_moment(at: datetime) -> Any:
    """A moment as the engine stores it, for ``insert_rows``."""
    return connection.ops.adapt_datetimefield_value(at)


def insert_new(rows: Sequence[Model], *, returning: str) -> set[Any]:
    """Write the rows no unique constraint knows yet, in one statement; the ``returning`` values of those written.

    Exact however many write at once. Rows of two writers that may clash are handed in in one order, lest they wait
    for each other.
    """
    if not rows:
        return set()
    table = rows[0]._meta  # noqa: SLF001 - Django's own documented way to a model's columns
    fields = [field for field in table.concrete_fields if not field.primary_key]
    told = next(field for field in fields if field.name == returning)
    quote = connection.ops.quote_name
    names = ", ".join(quote(str(field.column)) for field in fields)
    marks = ", ".join([f"({', '.join(['%s'] * len(fields))})"] * len(rows))
    values = [field.get_db_prep_save(getattr(row, field.attname), connection) for row in rows for field in fields]
    sql = f"INSERT INTO {quote(table.db_table)} ({names}) VALUES {marks} ON CONFLICT DO NOTHING"
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} RETURNING {quote(str(told.column))}", values)
        return {told.to_python(value) for (value,) in cursor.fetchall()}
