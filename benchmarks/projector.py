"""What the walls of one evening cost: 500 conferences, each asking every 3 seconds what is new.

    python -m benchmarks.projector [--walls 500] [--seconds 30]

Makes the conferences in a temporary SQLite database, serves them on a free port of this machine with one
worker, and asks for every wall in turn at the pace of 500 walls. Meanwhile the conferences go on: each second a
few of them step to their next item. Prints the share of answers 304, the slowest answers, and the CPU time the server
process alone spends on an answer: times 500 walls every 3 seconds, that is how many cores the evening takes, also on
a busy machine where one line of questions falls behind the pace. Exit 1 when that is one core or more.
"""

import argparse
import http.client
import os
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EVERY = 3.0
STEPS_A_SECOND = 2


def main() -> None:
    """Run once and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--walls", type=int, default=500)
    asked.add_argument("--seconds", type=int, default=30)
    wanted = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="danban-bench-") as folder:
        os.environ["DANBAN_VAR"], os.environ["DANBAN_DATABASE_URL"] = folder, ""
        os.environ["DJANGO_SETTINGS_MODULE"] = "danban.config.settings"
        result = measure(Path(folder), min(wanted.walls, 2_000), min(wanted.seconds, 300))
    for name, value in result.items():
        print(f"{name:28} {value:>12,.3f}")
    sys.exit(0 if result["cores_at_full_pace"] < 1 else 1)


def measure(folder: Path, walls: int, seconds: int) -> dict[str, float]:
    """Serve, ask, count."""
    paths = make_conferences(walls)
    port = _free_port()
    server = _serve(port)
    try:
        _wait(port, paths[0])
        tags: dict[str, str] = {}
        for path in paths:
            _ask(http.client.HTTPConnection("127.0.0.1", port), path, tags)
        return _evening(folder, port, paths, tags, seconds, server.pid)
    finally:
        server.terminate()
        server.wait(10)


def _evening(
    folder: Path, port: int, paths: list[str], tags: dict[str, str], seconds: int, pid: int
) -> dict[str, float]:  # fmt: skip
    before, started, asked, unchanged, took = _cpu(pid), time.monotonic(), 0, 0, []
    line = http.client.HTTPConnection("127.0.0.1", port)
    stepped = 0
    total = int(seconds * len(paths) / EVERY)
    while asked < total:
        now = time.monotonic() - started
        if now * STEPS_A_SECOND > stepped:
            _step(folder, stepped % len(paths) + 1)
            stepped += 1
        time.sleep(max(0.0, asked * EVERY / len(paths) - now))
        began = time.monotonic()
        unchanged += _ask(line, paths[asked % len(paths)], tags) == 304
        took.append((time.monotonic() - began) * 1000)
        asked += 1
    lasted = time.monotonic() - started
    took.sort()
    return {
        "walls": len(paths), "asked": asked, "seconds": lasted, "share_304": unchanged / asked,
        "median_ms": statistics.median(took), "p99_ms": took[int(len(took) * 0.99)],
        "cpu_ms_an_answer": (spent := _cpu(pid) - before) * 1000 / asked,
        "cores_at_full_pace": spent / asked * len(paths) / EVERY,
    }  # fmt: skip


def _ask(line: http.client.HTTPConnection, path: str, tags: dict[str, str]) -> int:
    line.request("GET", path, headers={"If-None-Match": tags.get(path, ""), "Host": "127.0.0.1"})
    answer = line.getresponse()
    answer.read()
    tags[path] = answer.headers.get("ETag", "")
    assert answer.status in (200, 304), answer.status
    return answer.status


def _step(folder: Path, conference: int) -> None:
    """The next item of one conference, written by this process."""
    with sqlite3.connect(folder / "danban.sqlite3", timeout=10) as database:
        database.execute(
            "UPDATE conferences_agendaentry SET started_at = datetime('now') WHERE id = (SELECT min(id) FROM"
            " conferences_agendaentry WHERE conference_id = ? AND started_at IS NULL)",
            (conference,),
        )


def make_conferences(walls: int) -> list[str]:
    """That many conferences that meet, eight items and eighty people each; the addresses of their walls."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.urls import reverse

    call_command("migrate", verbosity=0)
    from benchmarks.launch import build_tree, launch
    from danban.conferences.actions import plan_conferences
    from danban.conferences.models import Conference
    from danban.kit.actor import machine
    from danban.sittings.rules import projector_token

    campaign_id = launch(build_tree())[3]
    from danban.kit.clock import now

    if not Conference.objects.exists():
        plan_conferences(campaign_id, actor=machine("launch", "conference:arrange"), at=now())
    chosen = list(Conference.objects.order_by("pk").values_list("pk", flat=True)[:walls])
    _fill(chosen)
    from danban.cli.preparing import collect_static

    collect_static()
    return [reverse("meeting:projector", args=[projector_token(pk)]) for pk in chosen]


def _fill(chosen: list[int]) -> None:
    from uuid import uuid4

    from danban.conferences.models import AgendaEntry
    from danban.delegates.models import Attendance
    from danban.kit.clock import now

    AgendaEntry.objects.filter(conference__in=chosen).delete()
    at = now()
    AgendaEntry.objects.bulk_create(
        AgendaEntry(conference_id=pk, position=place, title=f"Nội dung {place}", started_at=None if place > 1 else at)
        for pk in chosen for place in range(1, 9)
    )  # fmt: skip
    Attendance.objects.bulk_create(
        Attendance(
            uuid=uuid4(), conference_id=pk, full_name="", group="household", way="tick", came_at=at, recorded_at=at
        )
        for pk in chosen for _ in range(80)
    )  # fmt: skip


def _serve(port: int) -> "subprocess.Popen[bytes]":
    command = [
        sys.executable, "-m", "gunicorn", "danban.config.wsgi:application", "--bind", f"127.0.0.1:{port}",
        "--workers", "1",
        "--threads", "4", "--keep-alive", "10", "--log-level", "error",
    ]  # fmt: skip
    return subprocess.Popen(command)


def _wait(port: int, path: str) -> None:
    for _ in range(100):
        try:
            _ask(http.client.HTTPConnection("127.0.0.1", port), path, {})
        except OSError:
            time.sleep(0.2)
        else:
            return
    sys.exit("The server did not come up.")


def _cpu(pid: int) -> float:
    """CPU seconds of the server and its worker so far (Linux)."""
    workers = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    ticks = 0
    for one in (str(pid), *workers):
        parts = Path(f"/proc/{one}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        ticks += int(parts[11]) + int(parts[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


if __name__ == "__main__":
    main()
