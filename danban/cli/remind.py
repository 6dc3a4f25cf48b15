"""``danban remind``: take the steps of the ladder that are due today."""

import click


@click.command(help="Nhắc việc sắp đến hạn, quá hạn theo thang đôn đốc. Chạy lại không nhắc thêm lần nữa.")
def command() -> None:
    """Run the job once and say what it did."""
    from danban.cli.setup import with_django

    with_django()
    from danban.jobs import remind
    from danban.kit import clock

    reminded = remind.run(at=clock.now())
    click.echo(f"Đã nhắc {reminded.obligations} việc bằng {reminded.notices} tin.")
