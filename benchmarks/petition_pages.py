"""Time the pages of petitions and promises with a whole city in the books, beside the bare limits, in one run.

    DANBAN_VAR=var python -m benchmarks.petition_pages [--runs 20]

Needs a database filled by ``danban demo`` (SQLite) in ``DANBAN_VAR``. It works on a copy: petitions are copied until
there are 50,000, promises until there are 216,000, keys included. Fails (exit 1) when a page passes 100 ms of
server CPU time. The likes of a new petition are timed by themselves: p95 below 30 ms.
"""

# ruff: noqa: E402  the copy is chosen before Django is set up
import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

VAR = Path(os.environ.get("DANBAN_VAR", "var"))
COPY = Path(tempfile.mkdtemp(prefix="danban-petitions-"))
for database in VAR.glob("*.sqlite3*"):
    shutil.copy(database, COPY / database.name)
for name in ("secret", "assets", "paper-fonts"):
    if (VAR / name).exists():
        (COPY / name).symlink_to((VAR / name).resolve())
os.environ["DANBAN_VAR"] = str(COPY)

from django.db import connection
from django.urls import path

from benchmarks import pages
from danban.accounts.models import Appointment
from danban.accounts.queries import actor_for
from danban.campaigns.models import Campaign
from danban.commitments.models import Commitment
from danban.config.urls import urlpatterns
from danban.petitions import queries
from danban.petitions.models import Petition
from danban.units.models import Placement

PETITIONS, PROMISES = 50_000, 216_000
MOST_LIKES_MS = 30.0


def main() -> int:
    """Grow the copy, measure, judge."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=20, help="rounds; the median counts")
    runs = max(parser.parse_args().runs, 1)
    if connection.vendor != "sqlite" or not Petition.objects.exists():
        sys.exit("Cần Hà Nội trình diễn trên SQLite trong DANBAN_VAR. Hãy nạp bằng `danban demo` trước.")
    grow()
    timed = lines()
    for line in timed:
        line.measure()
    for _ in range(runs):
        for line in timed:
            line.run()
    print(f"{Petition.objects.count()} petitions, {Commitment.objects.count()} promises, {runs} rounds, median ms")
    failed = False
    for line in timed:
        wall, cpu = statistics.median(line.wall), statistics.median(line.cpu)
        failed |= (is_bad := line.who != "limit" and cpu > pages.MOST_MS)
        mark = "  TOO MUCH" if is_bad else ""
        print(f"{line.who:9}{wall:8.1f}{cpu:8.1f}{line.queries:9d}  {line.what}{mark}")
    failed |= likes() > MOST_LIKES_MS
    shutil.rmtree(COPY, ignore_errors=True)
    return int(failed)


def grow() -> None:
    """Copies with ids of their own; an opinion stays with the first."""
    with connection.cursor() as cursor:
        for table, most, emptied in (
            ("petitions_petition", PETITIONS, {"opinion_id": "NULL", "uuid": "lower(hex(randomblob(16)))"}),
            ("commitments_commitment", PROMISES, {"year": "year - 10 * {round}"}),
        ):
            cursor.execute(f"SELECT COUNT(*), MAX(id) FROM {table}")
            count, highest = cursor.fetchone()
            columns = [one.name for one in connection.introspection.get_table_description(cursor, table)]
            for number in range(1, -(-most // count)):
                values = {"id": f"id + {number * highest}"} | {k: v.format(round=number) for k, v in emptied.items()}
                chosen = ", ".join(values.get(name, f'"{name}"') for name in columns)
                names = ", ".join(f'"{name}"' for name in columns)
                left = most - number * count
                rows = f"SELECT {chosen} FROM {table} WHERE id <= {highest} LIMIT {left}"
                cursor.execute(f"INSERT INTO {table} ({names}) {rows}")
                if table == "petitions_petition":
                    cursor.execute(
                        "INSERT OR IGNORE INTO petitions_petitionkey (petition_id, area, key) "
                        "SELECT k.petition_id + %s, k.area, k.key FROM petitions_petitionkey k "
                        "JOIN petitions_petition p ON p.id = k.petition_id + %s WHERE k.petition_id <= %s",
                        [number * highest, number * highest, highest],
                    )
        cursor.execute("ANALYZE")


def lines() -> list[pages.Line]:
    """The bare limit, then what the city, a district, a commune and a village look at."""
    campaign = Campaign.objects.order_by("-year", "-pk")[0]
    ways = Placement.objects.filter(tree_id=campaign.tree_id).order_by("path")
    city, (district, commune, village) = ways.get(path=""), (ways.filter(level__depth=depth)[0] for depth in (1, 2, 3))
    lamp = Petition.objects.filter(seat=village).order_by("pk")[0]
    promise = Commitment.objects.filter(placement=village).order_by("-year", "pk")[0]
    front = pages.signed_in("movement_board", city)
    urlpatterns.insert(0, path(pages.BARE, pages.bare))  # type: ignore[arg-type]
    wanted = {
        "city": (front, [
            "/kien-nghi/?xem=dia-ban", "/kien-nghi/?xem=dia-ban&tinh_trang=qua-han",
            "/kien-nghi/?xem=dia-ban&q=den+duong", "/kien-nghi/?xem=dia-ban&trang=900", "/kien-nghi/so-lieu/",
            "/kien-nghi/tong-hop/", "/chi-tieu/",
        ]),
        "district": (pages.signed_in("district_front_officer", district), [
            "/kien-nghi/?xem=dia-ban", "/kien-nghi/so-lieu/", "/chi-tieu/",
        ]),
        "commune": (pages.signed_in("commune_front_officer", commune), [
            "/kien-nghi/", "/kien-nghi/phan-loai/", f"/kien-nghi/{lamp.pk}/", "/kien-nghi/doc-lai/", "/chi-tieu/",
        ]),
        "village": (pages.signed_in("front_work_head", village), [
            "/kien-nghi/", "/chi-tieu/", f"/chi-tieu/{promise.pk}/",
        ]),
    }  # fmt: skip
    found = [pages.Line("limit", "an empty Django view", pages.page(front, f"/{pages.BARE}"))]
    return found + [
        pages.Line(who, address, pages.page(client, address))
        for who, (client, addresses) in wanted.items()
        for address in addresses
    ]


def likes() -> float:
    """p95 in ms of the likes of 300 petitions taken as new, through the database."""
    office = Appointment.objects.filter(role="commune_front_officer").order_by("pk")
    took = []
    for one in Petition.objects.select_related("seat__parent", "seat__level").order_by("pk")[: 300 * 15 : 15]:
        holder = office.filter(unit_id=one.seat.parent.unit_id).first() if one.seat.parent else None
        if holder is None:
            continue
        actor, start = actor_for(holder), time.perf_counter()
        queries.likes_of(actor, one.text, one.seat, leaving_out=[one.pk])
        took.append((time.perf_counter() - start) * 1000)
    took.sort()
    worst = took[int(len(took) * 0.95)]
    print(f"likes of a new one among {PETITIONS}: median {took[len(took) // 2]:.1f} ms, p95 {worst:.1f} ms")
    return worst


if __name__ == "__main__":
    sys.exit(main())
