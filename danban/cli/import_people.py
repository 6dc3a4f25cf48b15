"""``danban import-people``: look at a table of people and their offices, and bring it in when told to."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from danban.accounts.queries import PeoplePlan

_SHOWN = 50


@click.command(help="Xem trước bảng người và vị trí (XLSX, CSV); --apply để nạp tất cả hoặc không nạp gì.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--apply", "is_applied", is_flag=True, help="Nạp thật; không có thì chỉ xem trước.")
def command(*, file: Path, is_applied: bool) -> None:
    """Plan, print, and bring in if asked; exit code 1 if a row is bad."""
    from danban.cli.setup import with_django

    with_django()
    from danban.accounts.actions import import_people
    from danban.accounts.queries import plan_people
    from danban.kit import clock
    from danban.kit.actor import machine

    at, content = clock.now(), file.read_bytes()
    actor = machine("import-people", "appointment:appoint")
    plan = plan_people(actor, content, at=at)
    if is_applied and not plan.problems:
        import_people(content, actor=actor, at=at)
    _say(plan, is_done=is_applied)
    if plan.problems:
        sys.exit(1)


def _say(plan: "PeoplePlan", *, is_done: bool) -> None:
    for problem in plan.problems[:_SHOWN]:
        click.echo(problem.sentence(), err=True)
    if plan.problems:
        click.echo(f"Chưa nạp dòng nào: {len(plan.problems)} chỗ sai trong {plan.rows} dòng.", err=True)
        return
    verb = "Đã nạp" if is_done else "Nếu nạp"
    click.echo(f"{verb}: {plan.new_people} người mới, {plan.new_offices} vị trí mới, {plan.unchanged} dòng giữ nguyên.")
    if not is_done:
        click.echo("Thêm --apply để nạp.")
