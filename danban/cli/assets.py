"""``danban assets``: fetch the fonts of pages and papers by the hash lock. Quick when already done."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click

PAGES = Path("fontpkg_be_vietnam_pro")
PAPERS = Path("pdfboss_fonts", "fonts")


@click.command(help="Tải phông chữ của trang và của văn bản theo khóa băm; đã có thì thôi.")
@click.option("--again", is_flag=True, help="Tải lại dù đã có.")
def command(*, again: bool) -> None:
    """Write ``assets/`` and ``paper-fonts/`` in the data folder; exit code 1 when it cannot."""
    from danban.config.environment import environment

    fetch(environment().folder, again=again)


def fetch(folder: Path, lock: Path | None = None, *, again: bool = False) -> None:
    """Fetch into ``folder``; raises ``click.ClickException`` with one sentence when offline."""
    from danban.web.ui.assets import fonts

    lock = lock or Path(fonts.__file__).with_name("assets.lock")
    mark = hashlib.sha256(lock.read_bytes() + Path(fonts.__file__).read_bytes()).hexdigest()
    places = (folder / "assets" / "fonts", folder / "paper-fonts")
    if all(_mark_of(place) == mark for place in places) and not again:
        click.echo("Phông chữ đã có sẵn.")
        return
    wheels = folder / "wheels"
    _install(lock, wheels)
    _cut(wheels / PAGES, places[0], mark)
    _place(wheels / PAPERS, places[1], mark)


def _mark_of(place: Path) -> str:
    """What the fonts of a folder were made from; "" where there are none."""
    stamp = place / ".lock"
    return stamp.read_text() if stamp.is_file() else ""


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


def _place(source: Path, target: Path, mark: str) -> None:
    """Copy the faces of papers as they are, with their licence: a printed paper embeds what it needs."""
    from danban.papers.faces import FACES, FAMILY

    fresh = _beside(target)
    for face in FACES:
        shutil.copyfile(source / face, fresh / face)
    shutil.copyfile(source / "OFL.txt", fresh / "tinos-license.txt")
    (fresh / ".lock").write_text(mark)
    _replace(fresh, target)
    click.echo(f"Phông chữ của văn bản đã sẵn sàng: {FAMILY}, {len(FACES)} kiểu.")


def _beside(place: Path) -> Path:
    """An empty folder next to the one it will replace."""
    fresh = place.with_name(f".{place.name}.{os.getpid()}")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    return fresh


def _replace(fresh: Path, place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    fresh.rename(place)
