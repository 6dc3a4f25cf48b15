"""Start a PostgreSQL of our own in a temporary folder, run a command against it, stop it.

``python -m tests.with_postgres COMMAND…`` sets DANBAN_TEST_DATABASE_URL for the command. Servers that
already run are never touched; as root the server runs as an ordinary user.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def find_programs() -> Path:
    """The folder of the newest PostgreSQL programs on this machine."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    sys.exit("Không tìm thấy PostgreSQL. Trên Debian: apt-get install postgresql.")


def _as_ordinary_user() -> list[str]:
    if os.geteuid() != 0:
        return []
    return ["runuser", "-u", "nobody", "--"]


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def server() -> Iterator[str]:
    """A running server; gives the address of its empty database ``danban``."""
    programs, port = find_programs(), _free_port()
    folder = Path(tempfile.mkdtemp(prefix="danban-pg-"))
    try:
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        prefix, cluster = _as_ordinary_user(), folder / "cluster"

        def quietly(*command: str) -> None:
            subprocess.run(command, stdout=subprocess.DEVNULL, cwd=folder, check=True)

        initdb = [str(programs / "initdb"), "-D", str(cluster), "-U", "danban", "-A", "trust", "-E", "UTF8"]
        quietly(*prefix, *initdb, "--locale=C.UTF-8")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c max_connections=200"
        options += (
            " -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c max_wal_size=4GB"
        )
        start = [str(programs / "pg_ctl"), "-D", str(cluster), "-w", "-o", options, "-l", str(folder / "log"), "start"]
        quietly(*prefix, *start)
        try:
            made = [str(programs / "createdb"), "-h", "127.0.0.1", "-p", str(port), "-U", "danban", "danban"]
            quietly(*made)
            yield f"postgresql://danban@127.0.0.1:{port}/danban"
        finally:
            stop = [str(programs / "pg_ctl"), "-D", str(cluster), "-m", "immediate", "-w", "stop"]
            quietly(*prefix, *stop)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    """Run the command given on the command line."""
    with server() as address:
        environment = {**os.environ, "DANBAN_TEST_DATABASE_URL": address}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
