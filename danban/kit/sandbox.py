"""Untrusted bytes are met by a child process: 300 MB of memory, under 30 seconds, no secrets in its environment.

A door calls ``ask`` with the name of a module of ours; that module's ``main`` calls ``answer``. Bytes go in on
stdin, one JSON object comes out on stdout: what the module found, or ``{"refused": sentence}``.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from danban.kit.refusals import BadInput, Refused

MAX_BYTES = 20 * 1024 * 1024
MAX_SECONDS = 28
_MEMORY = 300 * 1024 * 1024
_CPU_SECONDS = 24
_ROOT = Path(__file__).resolve().parents[2]
_KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "LANG", "HOME")


def ask(module: str, content: bytes, *arguments: str) -> dict[str, Any]:
    """What ``module`` says of the bytes. Raises ``BadInput`` with its sentence, or when it is slow or gives up."""
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment |= {"PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-P", "-m", module, *arguments]
    try:
        done = subprocess.run(  # noqa: S603  our own interpreter and module
            command, input=content, capture_output=True, timeout=MAX_SECONDS, check=False, env=environment, cwd=os.sep
        )
        said = json.loads(done.stdout) if done.returncode == 0 else None
    except subprocess.TimeoutExpired as error:
        raise BadInput("Đọc tệp này quá lâu nên đã dừng. Hãy lưu lại gọn hơn rồi thử lại.") from error
    except ValueError:
        said = None
    if not isinstance(said, dict):
        raise BadInput("Tệp này hỏng hoặc quá nặng nên không đọc được. Hãy mở và lưu lại thành .docx rồi thử lại.")
    if "refused" in said:
        raise BadInput(str(said["refused"]))
    return said


def answer(read: Callable[[bytes, Sequence[str]], dict[str, Any]]) -> None:
    """The child's side: limit ourselves first, then read stdin and write what ``read`` makes of it."""
    _limit()
    content = sys.stdin.buffer.read()
    said = _refusing(read, content, sys.argv[1:])
    sys.stdout.buffer.write(json.dumps(said, ensure_ascii=False).encode("utf-8", "replace"))


def _limit() -> None:
    import resource  # noqa: PLC0415  the child's alone

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS + 2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _refusing(
    read: Callable[[bytes, Sequence[str]], dict[str, Any]], content: bytes, arguments: Sequence[str]
) -> dict[str, Any]:
    try:
        return read(content, arguments)
    except Refused as refusal:
        return {"refused": refusal.sentence}
    except (MemoryError, RecursionError):
        return {"refused": "Tệp này quá nặng nên không đọc được. Hãy lưu lại thành .docx chỉ có phần lời."}
