"""``danban check-units``: everything wrong with the tree; exit code 1 if anything is."""

import json
import sys
from dataclasses import asdict

import click

_SHOWN = 50


@click.command(help="Soát cơ cấu đơn vị: mồ côi, trùng, sai cấp, hai gốc, hở hoặc chồng thời gian.")
@click.option("--tree", "name", default=None, help="Tên bản cơ cấu; mặc định soát mọi bản.")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho máy đọc.")
def command(*, name: str | None, as_json: bool) -> None:
    """Check one edition or all, print each flaw as a sentence."""
    from danban.cli.setup import with_django

    with_django()
    from danban.cli.editions import edition
    from danban.kit import clock
    from danban.units.queries import list_all_flaws, list_flaws

    flaws = list_flaws(edition(name, on=clock.day_of(clock.now())).pk) if name else list_all_flaws()
    if as_json:
        click.echo(json.dumps([asdict(flaw) for flaw in flaws], ensure_ascii=False))
    else:
        for flaw in flaws[:_SHOWN]:
            click.echo(flaw.sentence)
        click.echo(f"{len(flaws)} lỗi trong cơ cấu đơn vị." if flaws else "Cơ cấu đơn vị không có lỗi.")
    if flaws:
        sys.exit(1)
