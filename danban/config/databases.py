"""Two engines, one behaviour: SQLite for a trial or one small office, PostgreSQL for a city."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

_SQLITE_START = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;"
    "PRAGMA temp_store=MEMORY;PRAGMA cache_size=-65536;PRAGMA mmap_size=268435456;"
)


def sqlite(file: Path) -> dict[str, Any]:
    """SQLite with a write-ahead log; writers queue at BEGIN instead of failing halfway."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _SQLITE_START},
        "CONN_MAX_AGE": 600,
        "TEST": {"NAME": str(file.with_name("test.sqlite3"))},
    }


def from_url(url: str) -> dict[str, Any]:
    """``postgresql://user:password@host:port/name`` as Django wants it; a host may be a socket folder."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres"):
        raise ValueError("DANBAN_DATABASE_URL phải bắt đầu bằng postgresql://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
