"""Untrusted files are read by a child process: 300 MB of memory, under 30 seconds, no secrets in its environment."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from danban.kit.refusals import BadInput
from danban.planreader.reading import Reading, from_json

MAX_BYTES = 20 * 1024 * 1024
MAX_SECONDS = 28
_ROOT = Path(__file__).resolve().parents[2]
_KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "LANG", "HOME")


def read_file(path: str | Path) -> Reading:
    """Read a file from the disk; refuse by size before reading it."""
    path = Path(path)
    try:
        if not path.exists():
            raise BadInput(f"Không có tệp “{path}”. Hãy kiểm tra lại đường dẫn.")
        if not path.is_file():
            raise BadInput(f"“{path}” không phải là tệp. Hãy chỉ tới một tệp .docx, .odt, .pdf, .html hoặc .txt.")
        _check_size(path.stat().st_size)
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise BadInput(f"Không mở được tệp “{path}”. Hãy kiểm tra lại quyền đọc.") from error
    return read_bytes(content, file_name=path.name)


def read_bytes(content: bytes, *, file_name: str = "") -> Reading:
    """Read the bytes of a file in a child process. Raises ``BadInput`` with one sentence if it cannot be read."""
    _check_size(len(content))
    if not content.strip(b"\x00 \t\r\n"):
        raise BadInput("Tệp rỗng. Hãy chọn lại tệp có nội dung kế hoạch.")
    answer = _ask_child(content, file_name)
    if "refused" in answer:
        raise BadInput(str(answer["refused"]))
    return from_json(answer["reading"])


def _check_size(size: int) -> None:
    if size > MAX_BYTES:
        raise BadInput("Tệp lớn quá 20 MB. Hãy bỏ bớt hình ảnh hoặc chỉ tải phần lời của kế hoạch.")


def _ask_child(content: bytes, file_name: str) -> dict[str, Any]:
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment |= {"PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-P", "-m", "danban.planreader.child", Path(file_name).suffix[:10].lower()]
    try:
        done = subprocess.run(  # noqa: S603  our own interpreter and module
            command, input=content, capture_output=True, timeout=MAX_SECONDS, check=False, env=environment, cwd=os.sep
        )
        answer = json.loads(done.stdout) if done.returncode == 0 else None
    except subprocess.TimeoutExpired as error:
        raise BadInput(
            "Đọc tệp này quá lâu nên đã dừng. Hãy lưu lại thành .docx hoặc .txt gọn hơn rồi thử lại."
        ) from error
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise BadInput("Tệp này hỏng hoặc quá nặng nên không đọc được. Hãy mở và lưu lại thành .docx rồi thử lại.")
    return answer
