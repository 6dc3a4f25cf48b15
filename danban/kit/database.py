"""The few places where the two database engines differ, one function each."""

from collections.abc import Iterable


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
