"""How long the launch of a whole city takes: 6,010 units, about 54,000 obligations, SQLite.

    python -m benchmarks.launch [--json]

Builds a synthetic tree in a temporary database, launches the plan the tests read, and prints seconds in
all and of writing obligations, peak memory, and the ratio to the raw limit: ``executemany`` of the very
same rows into a table with the same indexes, by the ``sqlite3`` module, in the same run.
"""

import json
import os
import resource
import sqlite3
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

DISTRICTS, COMMUNES, VILLAGES = 30, 579, 5_400


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
    """Seconds, megabytes and counts of one launch."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    tree_id = build_tree()
    before_mb = peak_mb()
    summary_s, total_s, writing_s, campaign_id = launch(tree_id)
    raw_s, rows = raw_limit(folder / "danban.sqlite3", folder / "raw.sqlite3", campaign_id)
    return {
        "units": 1 + DISTRICTS + COMMUNES + VILLAGES,
        "obligations": rows,
        "dry run, s": summary_s,
        "launch, s": total_s,
        "of which writing, s": writing_s,
        "raw executemany, s": raw_s,
        "writing / raw": writing_s / raw_s,
        "peak memory, MB": peak_mb(),
        "peak before launch, MB": before_mb,
    }


def peak_mb() -> float:
    """Peak resident memory of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def build_tree() -> int:
    """A city of 30 districts, 579 communes and 5,400 villages; returns the tree's id."""
    from danban.units.models import Body, BodyKind, Level, Placement, Scheme, Tree, Unit, UnitKind

    scheme = Scheme.objects.create(code="bench", name="Bốn cấp")
    names = (("city", "Thành phố"), ("district", "Quận, huyện, thị xã"), ("commune", "Xã, phường, thị trấn"))
    levels = [
        Level.objects.create(scheme=scheme, depth=depth, code=code, name=name)
        for depth, (code, name) in enumerate((*names, ("village", "Thôn, tổ dân phố")))
    ]
    kinds = [UnitKind.objects.create(level=level, code=level.code, name=level.name, short="") for level in levels]
    tree = Tree.objects.create(scheme=scheme, name="Thành phố đo tốc độ", starts_on=date(2020, 1, 1))
    parents: list[Placement] = []
    for depth, count in enumerate((1, DISTRICTS, COMMUNES, VILLAGES)):
        units = Unit.objects.bulk_create(Unit(name=f"{depth}-{n}") for n in range(count))
        rows = [_placement(tree, kinds[depth], unit, n, depth, parents) for n, unit in enumerate(units)]
        parents = Placement.objects.bulk_create(rows, batch_size=1_000)
        if depth:
            for row in parents:
                setattr(row, f"at_{depth}", row.pk)
            Placement.objects.bulk_update(parents, [f"at_{depth}"], batch_size=300)
    root = Placement.objects.get(tree=tree, path="")
    for code, name in (("peoples_committee", "Ủy ban nhân dân"), ("front_committee", "Ủy ban MTTQ Việt Nam")):
        kind = BodyKind.objects.create(code=code, name=name, short=name)
        Body.objects.create(unit=root.unit, kind=kind, name=f"{name} Thành phố", folded="", starts_on=date(2020, 1, 1))
    return tree.pk


def _placement(tree: Any, kind: Any, unit: Any, number: int, depth: int, parents: list[Any]) -> Any:
    from danban.kit import paths
    from danban.units.models import Placement

    parent = parents[number % len(parents)] if parents else None
    return Placement(
        tree=tree, unit=unit, parent=parent, level=kind.level, kind=kind, code=f"{depth}{number:05d}", name=unit.name,
        path=paths.step(parent.path, number // len(parents)) if parent else "", folded=unit.name, sort_key=unit.name,
        at_1=parent.at_1 if parent else None, at_2=parent.at_2 if parent else None,
    )  # fmt: skip


def launch(tree_id: int) -> tuple[float, float, float, int]:
    """Seconds of the dry run, of the launch, of writing its obligations; the campaign's id."""
    from dataclasses import replace
    from types import MappingProxyType

    from danban.campaigns import actions, queries
    from danban.kit import clock
    from danban.kit.actor import machine
    from danban.units.models import Placement
    from tests.campaigns.readings import reading_of

    root = Placement.objects.get(tree_id=tree_id, path="")
    actor = machine("đo tốc độ", "plan:read", "plan:review", "campaign:launch")
    actor = replace(actor, unit_id=root.unit_id, paths=MappingProxyType({tree_id: ""}))
    at = clock.moment(date(2022, 12, 17))
    draft = actions.start_draft(reading_of(), tree_id=tree_id, actor=actor, at=at)
    started = time.perf_counter()
    expected = queries.launch_summary(draft).obligations
    summary_s = time.perf_counter() - started
    marks: list[float] = []

    def progress(_step: str, done: int, total: int) -> None:
        assert 0 <= done <= total == expected
        marks.append(time.perf_counter())

    started = time.perf_counter()
    campaign = actions.launch_draft(draft.pk, actor=actor, at=at, progress=progress)
    ended = time.perf_counter()
    return summary_s, ended - started, ended - marks[0], campaign.pk


def raw_limit(source: Path, target: Path, campaign_id: int) -> tuple[float, int]:
    """Seconds of one ``executemany`` of the same rows into the same table and indexes, and their number."""
    with sqlite3.connect(source) as read:
        rows = read.execute("SELECT * FROM campaigns_obligation WHERE campaign_id = ?", (campaign_id,)).fetchall()
        schema = read.execute(
            "SELECT sql FROM sqlite_master WHERE tbl_name = 'campaigns_obligation' AND sql IS NOT NULL"
            " ORDER BY type DESC"
        ).fetchall()
    write = sqlite3.connect(target, isolation_level=None)
    write.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;")
    for (statement,) in schema:
        write.execute(statement)
    started = time.perf_counter()
    write.execute("BEGIN IMMEDIATE")
    write.executemany(f"INSERT INTO campaigns_obligation VALUES ({', '.join('?' * len(rows[0]))})", rows)
    write.execute("COMMIT")
    seconds = time.perf_counter() - started
    write.close()
    return seconds, len(rows)


if __name__ == "__main__":
    main()
