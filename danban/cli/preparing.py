"""What must stand before the program can serve or load anything: tables, cache, static files."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import click


def prepare_tables() -> None:
    """Bring the database up to date; quick when it already is."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


def collect_static() -> None:
    """Collect and compress static files when their sources have changed since the last time."""
    from django.conf import settings
    from django.core.management import call_command

    stamp = Path(settings.STATIC_ROOT) / ".sources"
    now = _fingerprint([Path(folder) for folder in settings.STATICFILES_DIRS])
    if stamp.exists() and stamp.read_text() == now:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(now)


def _fingerprint(folders: list[Path]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted(p for p in folder.rglob("*") if p.is_file()):
            facts = file.stat()
            digest.update(f"{file}|{facts.st_size}|{facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def fetch_assets_if_missing(folder: Path) -> None:
    """Fetch fonts once; without a network pages use the system's fonts and papers are written as .docx only."""
    if (folder / "assets").is_dir() and (folder / "paper-fonts").is_dir():
        return
    done = subprocess.run([sys.executable, "-m", "danban", "assets"], check=False, env=os.environ)
    if done.returncode:
        click.echo("Chưa tải được phông chữ; trang dùng phông của máy. Thử lại sau bằng: danban assets", err=True)
