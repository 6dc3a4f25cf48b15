"""``danban seal-diary``: seal new entries of the diary; exit code 1 if the chain does not hold."""

import sys

import click


@click.command(help="Niêm phong các mục nhật ký mới rồi kiểm tra cả chuỗi. Nên chạy mỗi ngày một lần.")
def command() -> None:
    """Run the daily job once."""
    from danban.cli.setup import with_django

    with_django()
    from danban.cli.verify_diary import sentence
    from danban.jobs import seal_diary
    from danban.kit import clock

    sealed, verdict = seal_diary.run(at=clock.now())
    click.echo(f"Đã niêm phong thêm {sealed} mục. {sentence(verdict)}")
    if not verdict.holds:
        sys.exit(1)
