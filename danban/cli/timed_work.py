"""What a running server does every minute besides answering: remind and send, in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_COMMAND = (sys.executable, "-m", "danban", "send-notices", "--loop", "--remind")


@contextmanager
def timed_work() -> Iterator[None]:
    """Reminders and sending go on while the body runs, and end with it.

    A process, not a thread: the server forks its workers, and a fork beside a busy thread may stand still for
    ever. Ctrl+C reaches the server alone; the child is ended by it, or ends by itself when its parent is gone.
    """
    owner = os.getpid()
    child = subprocess.Popen(_COMMAND, stdin=subprocess.DEVNULL, start_new_session=True)  # noqa: S603  our own program
    try:
        yield
    finally:
        if os.getpid() == owner:  # a worker that is replaced leaves through here too
            child.terminate()
            child.wait(timeout=30)
