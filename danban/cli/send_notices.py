"""``danban send-notices``: send what waits, once or every minute for as long as the program that asked lives."""

import os
import time

import click

PERIOD = 60
_LOOK = 1.0


@click.command(help="Gửi các tin đang chờ qua thư điện tử và tin nhắn. Nhiều máy chạy cùng lúc không gửi trùng.")
@click.option("--loop", is_flag=True, help="Chạy mãi, mỗi phút một lượt; dừng khi chương trình gọi nó dừng.")
@click.option("--remind", is_flag=True, help="Trước mỗi lượt gửi, nhắc việc theo thang đôn đốc.")
def command(*, loop: bool, remind: bool) -> None:
    """Send once and say what became of it, or go on silently."""
    from danban.cli.setup import with_django

    with_django()
    if not loop:
        _say(*_round(remind=remind))
        return
    parent = os.getppid()
    while os.getppid() == parent:
        _round_of_loop(remind=remind)
        _wait(parent)


def _round(*, remind: bool) -> tuple[int, int, int, int]:
    from danban.jobs import petitions, send_notices
    from danban.jobs import remind as ladder
    from danban.kit import clock

    if remind:
        petitions.run(at=clock.now())
        ladder.run(at=clock.now())
    done = send_notices.run(now=clock.now)
    return done.sent, done.kept, done.postponed, done.failed


def _say(sent: int, kept: int, postponed: int, failed: int) -> None:
    click.echo(f"Đã gửi {sent} tin, giữ lại trên màn hình {kept}, sẽ thử lại {postponed}, không gửi được {failed}.")


def _round_of_loop(*, remind: bool) -> None:
    """One round that outlives a database that is away, a year closed under its hands, a setting written wrongly."""
    from django.db import DatabaseError, close_old_connections

    from danban.cli.setup import set_clock
    from danban.kit.refusals import Refused

    try:
        set_clock()  # a demonstration may have been moved to another day
        _round(remind=remind)
    except (DatabaseError, Refused, ValueError) as error:  # the last: a setting nobody can send with
        click.echo(f"Lượt gửi tin này không xong, sẽ làm lại sau một phút: {error}", err=True)
    finally:
        close_old_connections()  # a database that went away is met anew


def _wait(parent: int) -> None:
    """Wait for the next round, but no longer than the parent lives."""
    until = time.monotonic() + PERIOD
    while time.monotonic() < until and os.getppid() == parent:
        time.sleep(_LOOK)
