"""``danban run``: prepare what is missing, load the demonstration if asked, serve."""

import os
import sys
import time
from pathlib import Path

import click

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command(help="Chuẩn bị, nạp bản trình diễn nếu cần, rồi phục vụ trang.")
@click.option("--demo/--no-demo", default=False, help="Bản trình diễn: Hà Nội mô phỏng, đăng nhập một chạm.")
@click.option("--fresh", is_flag=True, help="Bỏ dữ liệu trình diễn cũ và nạp lại.")
@click.option("--size", type=click.Choice(["small", "city"]), default="city", show_default=True)
@click.option("--scheme", type=click.Choice(["2023", "2026"]), default="2023", show_default=True)
@click.option("--launched/--unlaunched", default=True, help="Đã phát hành năm, hay để bạn tự nạp kế hoạch.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True)
def command(
    *, demo: bool, fresh: bool, size: str, scheme: str, launched: bool, host: str, port: int, workers: int
) -> None:
    """Run the server in the foreground; Ctrl+C ends it."""
    started = time.monotonic()
    if demo and host not in LOOPBACK:
        raise click.ClickException("Bản trình diễn chỉ chạy trên chính máy này (127.0.0.1).")
    if fresh and not demo:
        raise click.ClickException("--fresh chỉ dùng với --demo: dữ liệu thật không bao giờ bị bỏ bằng lệnh này.")
    if demo:
        os.environ["DANBAN_DEMO"] = "true"
        os.environ.setdefault("DANBAN_PUBLIC_URL", f"http://{'[::1]' if ':' in host else host}:{port}")
    from danban.cli.preparing import collect_static, fetch_assets_if_missing, prepare_tables
    from danban.config.environment import environment

    _check_port_free(host, port)
    if fresh:
        _remove_database(environment().folder)
    fetch_assets_if_missing(environment().folder)
    from danban.cli.setup import with_django

    with_django()
    prepare_tables()
    collect_static()
    if demo:
        _load_demo_once(size=size, scheme=scheme, launched=launched)
    else:
        _mark_as_real()
    _announce(host=host, port=port, demo=demo, seconds=time.monotonic() - started)
    _serve(host=host, port=port, workers=workers)


def _check_port_free(host: str, port: int) -> None:
    import socket

    try:
        socket.getaddrinfo(host, port)
    except OSError as error:
        raise click.ClickException(f"Không có máy nào tên “{host}”. Hãy xem lại --host.") from error
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise click.ClickException(
                f"Cổng {port} đang có chương trình khác dùng. Hãy thêm --port số-khác."
            ) from error


def _remove_database(folder: Path) -> None:
    for file in folder.glob("danban.sqlite3*"):
        file.unlink()


def _load_demo_once(*, size: str, scheme: str, launched: bool) -> None:
    from danban.cli.demo import load
    from danban.installation.queries import is_demo

    if not is_demo():
        load(size=size, scheme=scheme, day=None, launched=launched)


def _mark_as_real() -> None:
    from danban.installation.actions import mark_real
    from danban.kit import clock

    mark_real(at=clock.now())


def _announce(*, host: str, port: int, demo: bool, seconds: float) -> None:
    click.echo(f"\n  Dân Bàn sẵn sàng sau {seconds:.0f} giây:  http://{host}:{port}/")
    if demo:
        click.echo("  Đăng nhập: mở địa chỉ trên, chọn một người trong danh sách (không cần mật khẩu).")
        click.echo("  Bản trình diễn không gửi gì ra ngoài. Làm lại từ đầu: make fresh. Dừng: Ctrl+C.\n")
    sys.stdout.flush()


def _serve(*, host: str, port: int, workers: int) -> None:
    """Serve in this very process, whose rooms are already awake; workers are forked from it."""
    from django.db import connections
    from gunicorn.app.base import BaseApplication

    from danban.cli.timed_work import timed_work
    from danban.config.wsgi import application

    options = {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "worker_class": "gthread",
        "workers": workers,
        "threads": 4,
        "preload_app": True,
        "loglevel": "warning",
        "max_requests": 20_000,
    }

    class Server(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
        """gunicorn with our settings instead of its command line."""

        def load_config(self) -> None:
            for name, value in options.items():
                self.cfg.set(name, value)

        def load(self) -> object:
            return application

    connections.close_all()  # a connection must not be shared with a forked worker
    with timed_work():
        Server().run()
