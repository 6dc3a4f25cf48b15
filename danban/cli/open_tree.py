"""``danban open-tree``: load a shipped scheme and open an empty edition of the tree, ready for units."""

from datetime import datetime

import click

from danban.units.shipped import scheme_codes


@click.command(help="Mở một bản cơ cấu đơn vị mới (còn trống) theo một mô hình tổ chức.")
@click.argument("name")
@click.option("--scheme", type=click.Choice(scheme_codes()), required=True, help="Mô hình tổ chức.")
@click.option(
    "--starts-on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="Ngày có hiệu lực (năm-tháng-ngày)."
)
def command(*, name: str, scheme: str, starts_on: datetime) -> None:
    """Load the scheme if it is new, open the edition."""
    from danban.cli.setup import with_django

    with_django()
    from danban.kit import actor, clock
    from danban.units import actions

    machine = actor.machine("cli", "unit:import")
    day = starts_on.date()
    tree = actions.open_tree(scheme_code=scheme, name=name, starts_on=day, actor=machine, at=clock.now())
    click.echo(f"Đã mở bản cơ cấu “{tree.name}”. Nạp đơn vị bằng: danban import-units TỆP --tree '{tree.name}'")
