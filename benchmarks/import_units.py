"""Import 6,000 units from XLSX against the raw limit: calamine's read and a bare bulk insert in the same run.

    python -m benchmarks.import_units

Also measured over the same city: the dry run, all bodies, the check, the export and the picker.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
ROUNDS = 7
QUERIES = ("so 5 van mieu", "to dan pho", "hà đông", "a", "thôn số 3 xuân nộn", "không có đâu")


def prepare() -> None:
    """A fresh SQLite database in a temporary folder, whatever the environment names."""
    os.environ["DANBAN_VAR"], os.environ["DANBAN_DATABASE_URL"] = tempfile.mkdtemp(prefix="danban-bench-"), ""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "danban.config.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def timed(label: str, deed: Callable[[], Any]) -> tuple[float, Any]:
    """Do a deed once; print and return its seconds and its result."""
    start = time.perf_counter()
    result = deed()
    seconds = time.perf_counter() - start
    print(f"{label:<52} {seconds * 1000:9.1f} ms")
    return seconds, result


def city_table() -> bytes:
    """The real city, districts and communes, and 5,400 made-up villages, as an XLSX table."""
    from danban.kit.tables import write_xlsx
    from danban.units.shipped import units_of_hanoi
    from danban.units.texts import HEADINGS

    rows = [(u.code, u.name, u.kind, u.parent_code, "", "") for u in units_of_hanoi(2023)]
    communes = [row for row in rows if row[2] in {"phuong", "xa", "thi_tran"}]
    for number in range(5_400):
        code, _, kind, *_ = communes[number % len(communes)]
        order = number // len(communes) + 1
        name, own = (f"Thôn số {order}", "Thôn") if kind == "xa" else (f"Tổ dân phố số {order}", "Tổ dân phố")
        rows.append((f"{code}.{order:02d}", name, own, code, str(180 + order), ""))
    return write_xlsx(HEADINGS, rows)


def raw(content: bytes) -> None:
    """The limit: read the sheet with calamine, insert as many bare rows, roll back."""
    from django.db import transaction
    from python_calamine import CalamineWorkbook

    from danban.kit.vietnamese import fold, sort_key
    from danban.units.models import Level, Placement, Tree, Unit, UnitKind

    rows = [
        str(row[1]) for row in CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()[1:]
    ]
    with transaction.atomic():
        tree, level, kind = Tree.objects.all()[0], Level.objects.all()[0], UnitKind.objects.all()[0]
        units = Unit.objects.bulk_create([Unit(name=name) for name in rows], batch_size=500)
        top = Placement(tree=tree, unit=units[0], level=level, kind=kind, path="", code="x", name="x")
        top.save()
        Placement.objects.bulk_create(
            [
                Placement(
                    tree=tree, unit=unit, parent=top, level=level, kind=kind, path=f"{n:08d}", code=f"{n}",
                    name=name, folded=fold(name), sort_key=sort_key(name),
                )
                for n, (unit, name) in enumerate(zip(units[1:], rows[1:], strict=True))
            ],
            batch_size=500,
        )  # fmt: skip
        transaction.set_rollback(True)


def main() -> None:
    """Print every figure; fail where a limit of the project is passed."""
    prepare()
    from danban.kit.actor import machine
    from danban.kit.clock import moment
    from danban.units import actions, queries
    from danban.units.exports import export_units

    keeper, at = machine("bench", "unit:import", "unit:export"), moment(date(2023, 1, 5))
    actions.load_scheme("hanoi-2023", actor=keeper, at=at)
    tree = actions.open_tree(
        scheme_code="hanoi-2023", name=f"Đo {time.time_ns()}", starts_on=date(2020, 1, 1), actor=keeper, at=at
    )
    content = city_table()
    raw(content)
    limit, _ = timed("raw: calamine read + bare bulk insert (6,010 rows)", lambda: raw(content))
    timed("dry run", lambda: queries.plan_import(content, tree.pk))
    took, report = timed(
        "import: read, validate, write", lambda: actions.import_units(content, tree_id=tree.pk, actor=keeper, at=at)
    )
    print(f"{'  ratio to raw':<52} {took / limit:9.2f} ×   ({report.new} new)")
    timed("import again, unchanged", lambda: actions.import_units(content, tree_id=tree.pk, actor=keeper, at=at))
    bodies, count = timed(
        "all bodies of the city", lambda: actions.establish_bodies(tree.pk, on=tree.starts_on, actor=keeper, at=at)
    )
    print(f"{'  bodies':<52} {count:9}")
    _, flaws = timed("check the tree", lambda: queries.list_flaws(tree.pk))
    timed("export XLSX", lambda: export_units(keeper, tree.pk, at=at))
    worst = max(picker(tree.pk, text) for text in QUERIES)
    assert took < 10, "6,000 units must come in within 10 s"
    assert bodies < 5, "all bodies must be made within 5 s"
    assert worst < 0.050, "the picker must answer within 50 ms"
    assert not flaws


def picker(tree_id: int, text: str) -> float:
    """The median seconds of a search."""
    from danban.units.queries import find_placements

    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        found = find_placements(None, tree_id=tree_id, text=text)
        times.append(time.perf_counter() - start)
    median = sorted(times)[ROUNDS // 2]
    label = f"picker “{text}”"
    print(f"{label:<52} {median * 1000:9.1f} ms   ({len(found)} found)")
    return median


if __name__ == "__main__":
    main()
