"""``danban assets``: fetch the fonts by the hash lock and cut them to size. Quick when already done."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click

FAMILY = Path("fontpkg_be_vietnam_pro")


@click.command(help="Tải phông chữ theo khóa băm và cắt gọn cho trang; đã có thì thôi.")
@click.option("--again", is_flag=True, help="Tải lại dù đã có.")
def command(*, again: bool) -> None:
    """Write ``wheels/`` and ``assets/`` in the data folder and print the sizes; exit code 1 when it cannot."""
    from danban.config.environment import environment

    fetch(environment().folder, again=again)


def fetch(folder: Path, lock: Path | None = None, *, again: bool = False) -> None:
    """Fetch and cut into ``folder``; raises ``click.ClickException`` with one sentence when offline."""
    from danban.web.ui.assets import fonts

    lock = lock or Path(fonts.__file__).with_name("assets.lock")
    mark = hashlib.sha256(lock.read_bytes() + Path(fonts.__file__).read_bytes()).hexdigest()
    stamp = folder / "assets" / "fonts" / ".lock"
    if stamp.is_file() and stamp.read_text() == mark and not again:
        click.echo("Phông chữ đã có sẵn.")
        return
    wheels = folder / "wheels"
    _install(lock, wheels)
    _cut(wheels / FAMILY, folder / "assets" / "fonts", mark)


def _install(lock: Path, wheels: Path) -> None:
    fresh = _beside(wheels)
    arguments = [
        sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--target", str(fresh),
        "--no-deps", "--no-compile", "--only-binary=:all:", "--ignore-requires-python", "--require-hashes",
        "-r", str(lock),
    ]  # fmt: skip
    done = subprocess.run(arguments, check=False, capture_output=True, text=True)  # noqa: S603 - our own words only
    if done.returncode:
        shutil.rmtree(fresh, ignore_errors=True)
        lines = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        reason = f" ({lines[-1].removeprefix('ERROR: ')[:160]})" if lines else ""
        raise click.ClickException(
            f"Chưa tải được phông chữ: không lấy được gói từ kho cài đặt{reason}. "
            "Trang vẫn dùng được với phông của máy; khi có mạng hãy chạy lại: danban assets"
        )
    _replace(fresh, wheels)


def _cut(source: Path, target: Path, mark: str) -> None:
    from danban.web.ui.assets.fonts import write_fonts

    fresh = _beside(target)
    written = write_fonts(source / "files", fresh)
    shutil.copyfile(source / "LICENSE", fresh / "be-vietnam-pro-license.txt")
    (fresh / ".lock").write_text(mark)
    _replace(fresh, target)
    for file in written:
        click.echo(f"  {file.name}  {file.size / 1024:.1f} KB")
    click.echo(f"Phông chữ đã sẵn sàng, cộng {sum(file.size for file in written) / 1024:.1f} KB.")


def _beside(place: Path) -> Path:
    """An empty folder next to the one it will replace."""
    fresh = place.with_name(f".{place.name}.{os.getpid()}")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    return fresh


def _replace(fresh: Path, place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    fresh.rename(place)
