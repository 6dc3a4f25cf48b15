"""A strict house: what is careless fails here before it fails an office."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from pytest_django.plugin import blocking_manager_key

from danban.kit.database import refuse_changes
from danban.papers.faces import has_faces
from tests.cast import Cast, build_cast
from tests.strict import refuse_inline_code, shuffle_what_has_no_order

hypothesis_settings.register_profile(
    "quick", max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
hypothesis_settings.register_profile(
    "deep", max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

_LOCAL = ("127.0.0.1", "::1", "localhost", "")


def pytest_configure() -> None:
    """Undefined template variables fail, static files need no manifest, passwords hash fast."""
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    options: Any = settings.TEMPLATES[0]["OPTIONS"]
    options["string_if_invalid"] = _Undefined("%s")  # empty words would count as "none set"
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    if not has_faces(settings.PAPER_FONTS):  # the suite has a data folder of its own; `make` fetches into this one
        settings.PAPER_FONTS = Path(__file__).parents[1] / "var" / "paper-fonts"


class _Undefined(str):
    """Stands for a variable no view handed to its template: using it is an error."""

    __slots__ = ()

    def __contains__(self, key: object) -> bool:
        return key == "%s"

    def __mod__(self, name: object) -> str:
        raise AssertionError(f"undefined template variable: {name}")


@pytest.fixture(autouse=True)
def _no_foreign_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing leaves the machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if host not in _LOCAL:
            raise AssertionError(f"a test tried to reach {host}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def _nothing_careless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists without an order are shuffled; pages with inline code fail."""
    shuffle_what_has_no_order(monkeypatch)
    refuse_inline_code(monkeypatch)


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """Tries and used codes are remembered in the cache, and ids come back in the next test."""
    cache.clear()


@pytest.fixture(autouse=True)
def _no_kept_files(tmp_path: Any, settings: Any) -> None:
    """Files of a test live and die with it."""
    settings.FILES_ROOT = tmp_path / "files"


@pytest.fixture(scope="session")
def paper_fonts() -> Path:
    """The folder of the faces papers are printed in."""
    folder: Path = settings.PAPER_FONTS
    if not has_faces(folder):
        pytest.fail("the faces of papers are missing: run `make setup-dev`")
    return folder


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Tests that commit end with a flush, which the diary's triggers would refuse: off before it, on after it."""
    marker = item.get_closest_marker("django_db")
    made = getattr(item, "funcargs", {})  # empty for a test that was skipped: it may have no database at all
    commits = bool(marker and marker.kwargs.get("transaction")) or {"live_server", "transactional_db"} & set(made)
    if not made or not commits:
        return (yield)
    with item.config.stash[blocking_manager_key].unblock():
        _triggers(present=False)
    try:
        return (yield)
    finally:
        if nextitem is not None:  # after the last test the database is gone
            with item.config.stash[blocking_manager_key].unblock():
                _triggers(present=True)


def _triggers(*, present: bool) -> None:
    for table in ("audit_entry", "audit_seal"):
        for statement in refuse_changes(connection.vendor, table):
            if present or statement.startswith("DROP"):
                with connection.cursor() as cursor:
                    cursor.execute(statement)


@pytest.fixture
def cast(db: None) -> Cast:
    """The small city every test knows."""
    return build_cast()


@pytest.fixture
def city(transactional_db: None) -> Cast:
    """The same, committed: for deeds done at the same time."""
    return build_cast()
