"""``danban import-units``: bring a table of units into an edition of the tree, or show what it would do."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from danban.units.queries import ImportPlan

_SHOWN = 50


@click.command(help="Nạp bảng đơn vị (XLSX, CSV); nạp tất cả hoặc không nạp gì.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--tree", "name", default=None, help="Tên bản cơ cấu; mặc định là bản đang có hiệu lực.")
@click.option("--dry-run", is_flag=True, help="Chỉ xem trước: mọi dòng sai, hoặc những gì sẽ thay đổi.")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho máy đọc.")
def command(*, file: Path, name: str | None, dry_run: bool, as_json: bool) -> None:
    """Plan, print, and unless told otherwise import; exit code 1 if a row is bad."""
    from danban.cli.setup import with_django

    with_django()
    from danban.cli.editions import edition
    from danban.kit import actor, clock
    from danban.units.actions import import_units
    from danban.units.queries import plan_import

    at = clock.now()
    content = file.read_bytes()
    tree = edition(name, on=clock.day_of(at))
    plan = plan_import(content, tree.pk)
    if not plan.problems and not dry_run:
        import_units(content, tree_id=tree.pk, actor=actor.machine("cli", "unit:import"), at=at)
    _say(plan, done=not plan.problems and not dry_run, as_json=as_json)
    if plan.problems:
        sys.exit(1)


def _say(plan: "ImportPlan", *, done: bool, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(_as_json(plan, done=done), ensure_ascii=False))
        return
    for problem in plan.problems[:_SHOWN]:
        click.echo(problem.sentence(), err=True)
    if plan.problems:
        click.echo(f"Chưa nạp dòng nào: {len(plan.problems)} chỗ sai trong {plan.rows} dòng.", err=True)
        if len(plan.problems) > _SHOWN:
            click.echo(f"(mới in {_SHOWN} chỗ đầu; thêm --json để xem hết)", err=True)
        return
    verb = "Đã nạp" if done else "Nếu nạp"
    click.echo(
        f"{verb} vào “{plan.tree.name}”: {plan.new} đơn vị mới, {plan.changed} thay đổi, {plan.unchanged} giữ nguyên."
    )


def _as_json(plan: "ImportPlan", *, done: bool) -> dict[str, object]:
    return {
        "tree": plan.tree.name,
        "rows": plan.rows,
        "new": plan.new,
        "changed": plan.changed,
        "unchanged": plan.unchanged,
        "imported": done,
        "problems": [
            {"row": p.row, "column": p.column, "wrong": p.wrong, "expected": p.expected} for p in plan.problems
        ],
    }
