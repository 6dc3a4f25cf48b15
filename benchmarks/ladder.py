"""How long one morning of reminders takes for a whole city on its heaviest day: 6,010 units, two people in each.

    python -m benchmarks.ladder [--json]

Launches the plan the tests read over a synthetic tree in a temporary SQLite database, climbs the ladder on
the day on which most obligations come a week before their last day, and again a minute later. Prints seconds,
what was written, and the ratio to the raw limit: ``executemany`` of the very same rows into tables with the
same indexes, by the ``sqlite3`` module, in the same run.
"""

import json
import os
import sqlite3
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.launch import build_tree, launch, peak_mb

TABLES = ("campaigns_reminder", "notices_notice")


def main() -> None:
    """Run once and print."""
    with tempfile.TemporaryDirectory(prefix="danban-bench-") as folder:
        os.environ["DANBAN_VAR"], os.environ["DANBAN_DATABASE_URL"] = folder, ""
        os.environ["DJANGO_SETTINGS_MODULE"] = "danban.config.settings"
        result = measure(Path(folder))
    if "--json" in sys.argv:
        print(json.dumps(result))
        return
    for name, value in result.items():
        print(f"{name:28} {value:>12,.2f}" if isinstance(value, float) else f"{name:28} {value:>12,}")


def measure(folder: Path) -> dict[str, Any]:
    """Seconds, megabytes and counts of one morning."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    tree_id = build_tree()
    people = hire(tree_id)
    campaign_id = launch(tree_id)[3]
    day = heaviest_day(campaign_id)
    first_s, obligations, notices = climb(campaign_id, day)
    again_s, nothing, _ = climb(campaign_id, day)
    assert nothing == 0
    raw_s, rows = raw_limit(folder / "danban.sqlite3", folder / "raw.sqlite3")
    return {
        "people": people,
        "obligations reminded of": obligations,
        "notices to people": notices,
        "rows written": rows,
        "first run, s": first_s,
        "raw executemany, s": raw_s,
        "first run / raw": first_s / raw_s,
        "second run, s": again_s,
        "peak memory, MB": peak_mb(),
    }


def hire(tree_id: int) -> int:
    """Two people in every unit; returns how many in all."""
    from danban.accounts.models import Account, Appointment
    from danban.kit import clock
    from danban.units.models import Placement

    roles = {"city": "movement_board", "district": "district_front_officer", "commune": "commune_front_officer"}
    places = Placement.objects.filter(tree_id=tree_id).select_related("level").order_by("pk")
    seats = [(place, n) for place in places for n in (1, 2)]
    accounts = Account.objects.bulk_create(
        (
            Account(
                email=f"{place.pk}.{n}@example.vn", full_name="Người thử", folded="", sort_key="", password="!",
                created_at=clock.moment(date(2022, 1, 1)),
            )
            for place, n in seats
        ),
        batch_size=1_000,
    )  # fmt: skip
    Appointment.objects.bulk_create(
        (
            Appointment(
                account=account, role=roles.get(place.level.code, "village_head"), unit_id=place.unit_id,
                title="Người thử", starts_on=date(2022, 1, 1),
            )
            for account, (place, _) in zip(accounts, seats, strict=True)
        ),
        batch_size=1_000,
    )  # fmt: skip
    return len(accounts)


def heaviest_day(campaign_id: int) -> date:
    """A week before the last day on which most is due."""
    from django.db.models import Count

    from danban.campaigns.models import Obligation

    due = Obligation.objects.filter(campaign_id=campaign_id, due_on__isnull=False).values_list("due_on")
    last_day: date | None = due.annotate(rows=Count("pk")).order_by("-rows", "due_on")[0][0]
    assert last_day
    return last_day - timedelta(days=7)


def climb(campaign_id: int, day: date) -> tuple[float, int, int]:
    """Seconds of one run on a day, obligations spoken of, notices made."""
    from danban.campaigns.actions import remind_by_ladder
    from danban.kit import clock
    from danban.kit.actor import machine

    started = time.perf_counter()
    reminded = remind_by_ladder(campaign_id, actor=machine("remind"), at=clock.moment(day, 7))
    return time.perf_counter() - started, reminded.obligations, reminded.notices


def raw_limit(source: Path, target: Path) -> tuple[float, int]:
    """Seconds of ``executemany`` of the same rows into the same tables and indexes, and their number."""
    write = sqlite3.connect(target, isolation_level=None)
    write.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;")
    found = {}
    with sqlite3.connect(source) as read:
        for table in TABLES:
            found[table] = read.execute(f"SELECT * FROM {table}").fetchall()
            schema = f"SELECT sql FROM sqlite_master WHERE tbl_name = '{table}' AND sql IS NOT NULL ORDER BY type DESC"
            for (statement,) in read.execute(schema).fetchall():
                write.execute(statement)
    started = time.perf_counter()
    write.execute("BEGIN IMMEDIATE")
    for table, rows in found.items():
        write.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    write.execute("COMMIT")
    seconds = time.perf_counter() - started
    write.close()
    return seconds, sum(len(rows) for rows in found.values())


if __name__ == "__main__":
    main()
