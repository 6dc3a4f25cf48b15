"""``danban export-units``: write the units of an edition as a table that can be brought in again."""

from pathlib import Path

import click


@click.command(help="Xuất danh sách đơn vị ra XLSX hoặc CSV (theo đuôi tên tệp).")
@click.argument("file", type=click.Path(dir_okay=False, writable=True, path_type=Path))
@click.option("--tree", "name", default=None, help="Tên bản cơ cấu; mặc định là bản đang có hiệu lực.")
@click.option("--under", default=None, metavar="MÃ", help="Chỉ xuất đơn vị có mã này và bên dưới.")
def command(*, file: Path, name: str | None, under: str | None) -> None:
    """Export, choosing the format by the ending of the file's name."""
    if file.suffix.lower() not in (".xlsx", ".csv"):
        raise click.ClickException("Tên tệp phải có đuôi .xlsx hoặc .csv.")
    from danban.cli.setup import with_django

    with_django()
    from danban.cli.editions import edition
    from danban.kit import actor, clock
    from danban.units.exports import Format, export_units
    from danban.units.queries import place_by_code

    at = clock.now()
    tree = edition(name, on=clock.day_of(at))
    top = place_by_code(tree.pk, under).pk if under else None
    kind: Format = "csv" if file.suffix.lower() == ".csv" else "xlsx"
    content = export_units(actor.machine("cli", "unit:export"), tree.pk, at=at, under=top, kind=kind)
    file.write_bytes(content)
    click.echo(f"Đã xuất “{tree.name}” ra {file}.")
