"""``danban run`` as a person runs it: a process of its own, a first page, and data that stays."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.house.walk import ROOT


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _environment(folder: Path) -> dict[str, str]:
    (folder / "assets").mkdir(exist_ok=True)  # fonts are there already: nothing is fetched
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DANBAN_", "DJANGO_"))}
    return {**kept, "DANBAN_VAR": str(folder), "PYTHONPATH": str(ROOT)}


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "danban", "run", *arguments]


@contextmanager
def _running(folder: Path, *arguments: str) -> Iterator[str]:
    """A server; gives the address of its first page, and ends it as Ctrl+C would."""
    port = _free_port()
    command = _command("--port", str(port), "--workers", "1", *arguments)
    server = subprocess.Popen(
        command, env=_environment(folder), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield f"http://127.0.0.1:{port}/dang-nhap/"
    finally:
        server.send_signal(signal.SIGINT)
        output, _ = server.communicate(timeout=30)
        assert "Traceback" not in output
        assert server.returncode == 0, output


def _refused(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = _environment(folder)
    return subprocess.run(
        _command(*arguments), env=environment, capture_output=True, text=True, check=False, timeout=60
    )


def _first_page(address: str) -> str:
    patience = time.monotonic() + 90
    while True:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return str(answer.read().decode())
        except OSError:
            if time.monotonic() > patience:
                raise
            time.sleep(0.2)


def test_a_demonstration_starts_serves_and_keeps_its_data(tmp_path: Path) -> None:
    with _running(tmp_path, "--demo", "--size", "small", "--unlaunched") as address:
        first = _first_page(address)
    database = (tmp_path / "danban.sqlite3").stat().st_ino

    with _running(tmp_path, "--demo") as address:
        again = _first_page(address)

    assert "Chuyên viên Ban Phong trào" in first
    assert "Chuyên viên Ban Phong trào" in again
    assert (tmp_path / "danban.sqlite3").stat().st_ino == database


def test_while_it_serves_reminders_are_made_and_notices_kept_and_both_end_with_it(tmp_path: Path) -> None:
    with _running(tmp_path, "--demo", "--size", "small") as address:
        _first_page(address)
        [worker] = _timed_workers(tmp_path)
        patience = time.monotonic() + 60
        while not _kept(tmp_path) and time.monotonic() < patience:
            time.sleep(0.5)
        assert _kept(tmp_path)

    assert not _timed_workers(tmp_path), f"process {worker} outlived its server"


def _timed_workers(folder: Path) -> list[int]:
    """Processes that remind and send for the server of a folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            is_ours = f"DANBAN_VAR={folder}\0".encode() in (process / "environ").read_bytes()
            words = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if is_ours and b"send-notices" in words:
            found.append(int(process.name))
    return found


def _kept(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "danban.sqlite3")) as database:
        [(count,)] = database.execute("SELECT count(*) FROM notices_notice WHERE status IN ('kept', 'waiting')")
    return int(count)


def test_a_real_installation_has_no_way_in_without_a_password(tmp_path: Path) -> None:
    with _running(tmp_path) as address:
        page = _first_page(address)

    assert "Dùng mật khẩu" in page
    assert "Gửi mã" not in page
    assert "người mẫu" not in page


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--demo", "--host", "0.0.0.0"), "chỉ chạy trên chính máy này"),
        (("--fresh",), "chỉ dùng với --demo"),
        (("--port", "99999"), "--port"),
    ],
)
def test_what_must_not_be_run_is_refused_with_a_sentence(
    tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    said = _refused(tmp_path, *arguments)

    assert said.returncode != 0
    assert words in said.stderr
    assert "Traceback" not in said.stderr


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])

        said = subprocess.run(
            _command("--port", port),
            env=_environment(tmp_path),
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    assert said.returncode != 0
    assert f"Cổng {port}" in said.stderr
