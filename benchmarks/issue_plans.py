"""All 609 plans of a city in one evening: how long one issue takes, how many a minute, what an amendment then costs.

    python -m benchmarks.issue_plans               SQLite, one office after the other
    python -m benchmarks.issue_plans --postgres    a PostgreSQL of its own, eight offices at a time

Builds the synthetic city of ``benchmarks.launch`` (30 districts, 579 communes, 5,400 villages), seats its
offices, launches the plan the tests read and brings 609 approved plans in. On SQLite the ratio is to the raw
limit: the very same statements with the same values, sent again over the bare connection in the same run, both
in time this process worked (``cpu``), which other people's load does not stretch.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

LAUNCHED, CONSULTED, ISSUED = date(2022, 12, 17), date(2022, 12, 22), date(2022, 12, 28)
THREADS = 8
_SIDES = (("peoples_committee", "committee"), ("front_committee", "front"))


def main() -> None:
    """Run once on the engine asked for, and print."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "danban.config.settings"
    with tempfile.TemporaryDirectory(prefix="danban-bench-") as folder:
        os.environ["DANBAN_VAR"], os.environ["DANBAN_DATABASE_URL"] = folder, ""
        if "--postgres" not in sys.argv:
            measure(at_once=1)
            return
        from tests.with_postgres import server

        with server() as address:
            os.environ["DANBAN_DATABASE_URL"] = address
            measure(at_once=THREADS)


def measure(*, at_once: int) -> None:
    """Prepare a city, issue its plans, amend the year."""
    import django

    django.setup()
    from django.core.management import call_command

    from benchmarks.launch import build_tree, launch

    call_command("migrate", verbosity=0)
    tree_id = build_tree()
    seat_offices(tree_id)
    *_, campaign_id = launch(tree_id)
    loaded = timed("609 plans brought in at once, s", lambda: bring_in(campaign_id))
    say("plans", loaded)
    approve_all(campaign_id)
    if at_once == 1:
        compare_with_raw(campaign_id)
    issue_all(campaign_id, at_once=at_once)
    amend(campaign_id)


def seat_offices(tree_id: int) -> None:
    """Both bodies, an officer and a signer of each in every district and commune, a head in every village."""
    from danban.accounts.models import Account, Appointment
    from danban.documents.models import Signer
    from danban.kit import clock
    from danban.units.models import Body, BodyKind, Placement

    kinds = {kind.code: kind for kind in BodyKind.objects.all()}
    seats: list[tuple[Any, str, Any]] = []
    bodies = []
    for place in Placement.objects.filter(tree_id=tree_id, level__depth__gt=0).select_related("level").order_by("pk"):
        if place.level.code == "village":
            seats.append((place, "front_work_head", None))
            continue
        for code, side in _SIDES:
            body = Body(unit_id=place.unit_id, kind=kinds[code], name=code, folded=code, starts_on=date(2020, 1, 1))
            bodies.append(body)
            seats.append((place, f"{place.level.code}_{side}_officer", body))
    Body.objects.bulk_create(bodies, batch_size=500)
    Signer.objects.bulk_create(
        [Signer(body=body, full_name="A", position="Chủ tịch", starts_on=date(2022, 1, 1)) for body in bodies],
        batch_size=500,
    )
    at = clock.moment(date(2022, 1, 1))
    people = Account.objects.bulk_create(
        [
            Account(
                email=f"{number}@bench.invalid", full_name="A", folded="a", sort_key="a", created_at=at, password="!"
            )
            for number in range(len(seats))
        ],
        batch_size=500,
    )
    Appointment.objects.bulk_create(
        [
            Appointment(
                account=person, role=role, unit_id=place.unit_id, body=body, title="A", starts_on=date(2022, 1, 1)
            )
            for person, (place, role, body) in zip(people, seats, strict=True)
        ],
        batch_size=500,
    )  # fmt: skip


def bring_in(campaign_id: int) -> int:
    """Every plan, agreed to by the Front, with a village window of its own; returns how many."""
    from danban.campaigns.models import Campaign, ObligationKind
    from danban.kit import clock
    from danban.kit.actor import machine
    from danban.plans import actions
    from danban.plans.queries.loading import ground_of

    campaign = Campaign.objects.select_related("tree").get(pk=campaign_id)
    window = ObligationKind.objects.get(campaign=campaign, level__code="village", code="conference").pk
    ground = ground_of(campaign, on=ISSUED)
    rows = [
        actions.PlanRow(
            pk, "approving", LAUNCHED, party_body="Đảng ủy", consulted_on=CONSULTED, party_how="Họp",
            dates=(actions.GivenDate(window, None, date(2023, 2, 10) + timedelta(days=number % 18)),)
            if place.level.code == "commune" else (),
        )
        for number, (pk, place) in enumerate(ground.places.items())
    ]  # fmt: skip
    loader = machine("đo tốc độ", "campaign:launch")
    return actions.load_plans(campaign_id, rows, actor=loader, at=clock.moment(ISSUED))


def approve_all(campaign_id: int) -> None:
    """The People's Committee of every unit agrees."""
    from danban.kit import clock
    from danban.plans import actions

    for plan_id, unit_id in plans_of(campaign_id):
        actions.approve_plan(plan_id, actor=officer(unit_id, "committee"), at=clock.moment(ISSUED))


def plans_of(campaign_id: int) -> list[tuple[int, int]]:
    """Plans with their units, communes before districts: nobody waits to confirm a change above."""
    from danban.plans.models import Plan

    plans = Plan.objects.filter(campaign_id=campaign_id).order_by("-placement__level__depth", "pk")
    return list(plans.values_list("pk", "placement__unit_id"))


def officer(unit_id: int, side: str) -> Any:
    """Whoever acts for a body of a unit."""
    from danban.accounts.models import Appointment
    from danban.accounts.queries import actor_for

    return actor_for(Appointment.objects.get(unit_id=unit_id, role__endswith=f"_{side}_officer"))


def issue(plan_id: int, actor: Any) -> float:
    """Seconds of one issue."""
    from danban.kit import clock
    from danban.plans import actions

    started = time.perf_counter()
    actions.issue_plan(plan_id, issued_on=ISSUED, actor=actor, at=clock.moment(ISSUED, 20))
    return time.perf_counter() - started


def issue_all(campaign_id: int, *, at_once: int) -> None:
    """All plans, ``at_once`` at a time; says how long one takes and whether any two were in each other's way."""
    from django.db import connections

    ready = [(plan_id, officer(unit_id, "front")) for plan_id, unit_id in plans_of(campaign_id)]

    def run(part: list[tuple[int, Any]]) -> list[float]:
        try:
            return [issue(plan_id, actor) for plan_id, actor in part]
        finally:
            if at_once > 1:
                connections.close_all()

    with locks_waited_for() as waits, ThreadPoolExecutor(at_once) as pool:
        started = time.perf_counter()
        parts = [ready[number::at_once] for number in range(at_once)]
        each = sorted(seconds for part in pool.map(run, parts) for seconds in part)
        total = time.perf_counter() - started
    say(f"all {len(each)} issued, {at_once} at a time, s", total)
    say("one issue, median ms", statistics.median(each) * 1000)
    say("one issue, 95 in 100, ms", each[int(len(each) * 0.95)] * 1000)
    say("one issue, slowest ms", each[-1] * 1000)
    if at_once > 1:
        say("moments a backend waited for a row", len(waits))


@contextmanager
def locks_waited_for() -> Iterator[list[str]]:
    """On PostgreSQL: looks a hundred times a second whether a backend waits for another's row or transaction."""
    from threading import Event, Thread

    from django.db import connection, connections

    waits: list[str] = []
    if connection.vendor != "postgresql":
        yield waits
        return
    stop = Event()

    def watch() -> None:
        with connections["default"].cursor() as cursor:
            while not stop.wait(0.01):
                cursor.execute(
                    "SELECT wait_event FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = 'danban'"
                )
                waits.extend(str(row[0]) for row in cursor.fetchall())
        connections.close_all()

    watcher = Thread(target=watch)
    watcher.start()
    try:
        yield waits
    finally:
        stop.set()
        watcher.join()


def compare_with_raw(campaign_id: int) -> None:
    """Issue fifty plans, undo them, send the same statements again over the bare connection, undo them."""
    from django.db import connection, transaction

    ready = [(plan_id, officer(unit_id, "front")) for plan_id, unit_id in plans_of(campaign_id)[:50]]
    sent: list[tuple[str, Any, bool]] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001
        if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            params = list(params) if many else params
            sent.append((sql, params, many))
        return execute(sql, params, many, context)

    with transaction.atomic():
        started = time.process_time()
        for one in ready:
            issue(*one)
        seconds = time.process_time() - started
        transaction.set_rollback(True)
    with transaction.atomic():
        with connection.execute_wrapper(note):
            for one in ready:
                issue(*one)
        transaction.set_rollback(True)
    with transaction.atomic():
        started = time.process_time()
        with connection.cursor() as cursor:
            for sql, params, many in sent:
                (cursor.executemany if many else cursor.execute)(sql, params)
                if cursor.description:
                    cursor.fetchall()
        raw = time.process_time() - started
        transaction.set_rollback(True)
    say("statements of one issue", len(sent) / len(ready))
    say("one issue, cpu ms", seconds / len(ready) * 1000)
    say("the same statements raw, cpu ms", raw / len(ready) * 1000)
    say("issue / raw, cpu", seconds / raw)


def amend(campaign_id: int) -> None:
    """Move the villages' window over 579 communes that have days of their own."""
    from dataclasses import replace
    from types import MappingProxyType

    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from danban.campaigns import actions
    from danban.campaigns.models import Campaign, LocalDate
    from danban.kit import clock
    from danban.kit.actor import machine
    from danban.plans import actions as plans
    from danban.units.models import Placement

    campaign = Campaign.objects.get(pk=campaign_id)
    root = Placement.objects.get(tree_id=campaign.tree_id, path="")
    city = machine("đo tốc độ", "campaign:amend", "plan:review", "plan:read", "campaign:launch")
    city = replace(city, unit_id=root.unit_id, paths=MappingProxyType({campaign.tree_id: ""}))
    at = clock.moment(date(2023, 1, 5))
    change = actions.draft_amendment(campaign_id, actor=city, at=at)
    line = change.items.get(kind="milestone", values__code="village-conference")
    actions.correct_item(line.pk, values={"due_on": "2023-02-20"}, actor=city, at=at)
    later = at + timedelta(hours=1)
    with CaptureQueriesContext(connection) as asked:
        started = time.perf_counter()
        plans.apply_amendment(change.pk, reason="Đo", actor=city, at=later)
        seconds = time.perf_counter() - started
    say("local dates", LocalDate.objects.count())
    say("obligations moved by the amendment", campaign.amendments.get().moved_obligations)
    say("amendment, s", seconds)
    say("amendment, statements", len(asked))
    say("of which re-date obligations", sum('UPDATE "campaigns_obligation"' in one["sql"] for one in asked))


def timed(label: str, deed: Callable[[], Any]) -> Any:
    """Do a deed once; print its seconds and give its result."""
    started = time.perf_counter()
    result = deed()
    say(label, time.perf_counter() - started)
    return result


def say(label: str, value: float) -> None:
    """One line of the result."""
    print(f"{label:46} {value:>12,.2f}" if isinstance(value, float) else f"{label:46} {value:>12,}", flush=True)


if __name__ == "__main__":
    main()
