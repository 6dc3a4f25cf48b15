"""``danban demo``: fill an empty database with the demonstration Hà Nội."""

from datetime import date, datetime
from pathlib import Path

import click


@click.command(help="Nạp Hà Nội trình diễn vào một cơ sở dữ liệu trống.")
@click.option("--size", type=click.Choice(["small", "city"]), default="city", show_default=True)
@click.option("--scheme", type=click.Choice(["2023", "2026"]), default="2023", show_default=True)
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), default=None, help="Ngày “hôm nay” của bản trình diễn.")
@click.option("--launched/--unlaunched", default=True, help="Đã phát hành năm hay chưa có kế hoạch nào.")
@click.option("--write-plan", type=click.Path(dir_okay=False, path_type=Path), help="Chỉ ghi kế hoạch mẫu (.docx).")
def command(*, size: str, scheme: str, day: datetime | None, launched: bool, write_plan: Path | None) -> None:
    """Load and say how much was loaded; or only write the plan that the demonstration is made from."""
    if write_plan is not None:
        _write_plan(write_plan, scheme)
        return
    from danban.cli.preparing import prepare_tables
    from danban.cli.setup import with_django

    with_django()
    prepare_tables()
    load(size=size, scheme=scheme, day=day.date() if day else None, launched=launched)


def _write_plan(place: Path, scheme: str) -> None:
    from danban.demo.plan_document import build_docx, plan_text

    try:
        place.write_bytes(build_docx(plan_text(scheme)))
    except OSError as error:
        raise click.ClickException(f"Không ghi được tệp “{place}”. Hãy chọn thư mục khác.") from error
    click.echo(f"Đã ghi kế hoạch mẫu vào “{place}”. Mở trang Kế hoạch và năm, bấm Nạp kế hoạch để thử.")


def load(*, size: str, scheme: str, day: date | None, launched: bool) -> None:
    """Load with a progress bar; raises ``NotNow`` where real data lives."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from danban.demo.ground import Plot
    from danban.demo.load import load_demo
    from danban.kit import clock

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, transient=True) as progress:
        task = progress.add_task("Chuẩn bị", total=None)

        def show(step: str, done: int, total: int) -> None:
            progress.update(task, description=step, completed=done, total=total)

        said = load_demo(Plot(size, scheme), day=day, launched=launched, now=clock.now(), progress=show)
    click.echo(said)
