"""Time the main pages over the demonstration city, beside the bare limits, in one run.

    DANBAN_VAR=var python -m benchmarks.pages [--runs 20]

Needs a database filled by ``danban demo`` in ``DANBAN_VAR``. Each round asks for every page once and for
each limit once, so that a busy machine slows all alike; medians are printed in milliseconds. ``cpu`` is
the time this process worked, which other people's load does not stretch as much as ``wall``. The run
fails (exit 1) when a page answers anything but 200, or its compressed HTML passes 30 KiB, or its median
passes 100 ms of server CPU time.
"""

# ruff: noqa: E402  Django is set up before anything of it is imported
import argparse
import gzip
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "danban.config.settings")

import django
from django.conf import settings

django.setup()
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
settings.ALLOWED_HOSTS.append("testserver")

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path

from danban.accounts.models import Appointment
from danban.campaigns.models import Campaign, Obligation
from danban.config.urls import urlpatterns
from danban.units.models import Placement
from danban.web.ui.middleware import SECOND_FACTOR_KEY

MOST_BYTES = 30 * 1024
MOST_MS = 100.0
BARE = "benchmarks/bare/"


@dataclass
class Line:
    """One thing timed; ``ask`` does it once and returns what it answered, if anything."""

    who: str
    what: str
    ask: Callable[[], bytes]
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    queries: int = 0
    size: int = 0

    def run(self) -> None:
        """Once, with both clocks."""
        wall, cpu = time.perf_counter(), time.process_time()
        self.ask()
        self.wall.append((time.perf_counter() - wall) * 1000)
        self.cpu.append((time.process_time() - cpu) * 1000)

    def measure(self) -> None:
        """Queries and compressed bytes, outside the timing; also warms up."""
        self.ask()
        with CaptureQueriesContext(connection) as asked:
            answer = self.ask()
        self.queries, self.size = len(asked), len(gzip.compress(answer)) if answer else 0


@login_not_required
def bare(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The least a page of this installation can be: every middleware, nothing else."""
    return HttpResponse(b"<!doctype html><title>bare</title>")


def page(client: Client, address: str) -> Callable[[], bytes]:
    """Ask for a page; stop the run if it does not answer 200."""

    def ask() -> bytes:
        answer = client.get(address)
        if answer.status_code != 200:
            sys.exit(f"{address} trả lời {answer.status_code}, không đo được.")
        return bytes(answer.content)

    return ask


def group_by(campaign: Campaign) -> Callable[[], bytes]:
    """The roll-up of the whole city as plain SQL: the least a matrix can cost."""
    sql = (
        "SELECT at_1, kind_id, COUNT(*), COUNT(fulfilled_on), "
        "SUM(CASE WHEN fulfilled_on IS NULL AND due_on < %s THEN 1 ELSE 0 END) "
        "FROM campaigns_obligation WHERE campaign_id = %s GROUP BY at_1, kind_id"
    )

    def ask() -> bytes:
        with connection.cursor() as cursor:
            cursor.execute(sql, ["2023-02-10", campaign.pk])
            cursor.fetchall()
        return b""

    return ask


def signed_in(role: str, place: Placement) -> Client:
    """A browser of whoever holds a role in a unit and has proved the second factor the city demands."""
    office = Appointment.objects.filter(role=role, unit_id=place.unit_id).select_related("account").order_by("pk")[0]
    client = Client()
    client.force_login(office.account)
    session = client.session
    session[SECOND_FACTOR_KEY] = True
    session.save()
    return client


def lines() -> list[Line]:
    """The bare limits first, then the pages of the city, a district, a commune and a village."""
    campaign = Campaign.objects.order_by("-year", "-pk")[0]
    ways = Placement.objects.filter(tree_id=campaign.tree_id).order_by("path")
    city = ways.get(path="")
    district, commune, village = (ways.filter(level__depth=depth)[0] for depth in (1, 2, 3))
    owed = Obligation.objects.filter(campaign=campaign, placement=commune).order_by("pk")[0]
    front = signed_in("movement_board", city)
    wanted = {
        "city": (front, [
            "/viec-cua-toi/", "/tong-quan/", "/ma-tran/", "/ma-tran/?cap=xa", f"/ma-tran/{district.pk}/",
            "/viec/", "/viec/?tinh_trang=qua-han", "/viec/?viec=conference&cap=thon&trang=100", f"/viec/{owed.pk}/",
            f"/don-vi/{district.pk}/", "/moc-thoi-gian/", "/tim/?q=hoi+nghi",
            "/danh-ba/", f"/danh-ba/{district.pk}/in/?ca=cap-duoi", "/danh-ba/?q=truong+ban+phuc+xa",
        ]),
        "district": (signed_in("district_front_officer", district), [
            "/viec-cua-toi/", "/tong-quan/", "/ma-tran/", "/danh-ba/", "/viec-cua-toi/lich.ics",
        ]),
        "commune": (signed_in("commune_front_officer", commune), ["/viec-cua-toi/", "/tong-quan/", "/ma-tran/"]),
        "village": (signed_in("front_work_head", village), ["/viec-cua-toi/"]),
    }  # fmt: skip
    found = [
        Line("limit", "an empty Django view", page(front, f"/{BARE}")),
        Line("limit", "SQL GROUP BY at_1, kind", group_by(campaign)),
    ]
    return found + [
        Line(who, address, page(client, address))
        for who, (client, addresses) in wanted.items()
        for address in addresses
    ]


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=20, help="rounds; the median counts")
    runs = max(parser.parse_args().runs, 1)
    if "campaigns_campaign" not in connection.introspection.table_names() or not Campaign.objects.exists():
        sys.exit("Chưa có năm nào trong DANBAN_VAR để đo. Hãy nạp Hà Nội trình diễn bằng `danban demo` trước.")
    urlpatterns.insert(0, path(BARE, bare))  # type: ignore[arg-type]
    timed = lines()
    for line in timed:
        line.measure()
    for _ in range(runs):
        for line in timed:
            line.run()
    rows = Obligation.objects.count()
    print(f"{rows} obligations, {runs} rounds, median ms; {connection.vendor}")
    print(f"{'who':9}{'wall':>8}{'cpu':>8}{'queries':>9}{'gz KiB':>8}  page")
    failed = False
    for line in timed:
        wall, cpu = statistics.median(line.wall), statistics.median(line.cpu)
        is_bad = line.who != "limit" and (cpu > MOST_MS or line.size > MOST_BYTES)
        failed |= is_bad
        mark = "  TOO MUCH" if is_bad else ""
        print(f"{line.who:9}{wall:8.1f}{cpu:8.1f}{line.queries:9d}{line.size / 1024:8.1f}  {line.what}{mark}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
