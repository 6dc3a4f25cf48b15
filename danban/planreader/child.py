"""The child process that meets the untrusted file: bytes on stdin, one JSON answer on stdout."""

import json
import resource
import sys
from typing import Any

MEMORY = 300 * 1024 * 1024
SECONDS = 24


def main() -> None:
    """Limit ourselves first, then read."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    content = sys.stdin.buffer.read()
    suffix = sys.argv[1] if len(sys.argv) > 1 else ""
    sys.stdout.buffer.write(json.dumps(_answer(content, suffix), ensure_ascii=False).encode("utf-8", "replace"))


def _answer(content: bytes, suffix: str) -> dict[str, Any]:
    from danban.kit.refusals import Refused  # noqa: PLC0415  after the limits are set
    from danban.planreader.formats.sniff import extract  # noqa: PLC0415
    from danban.planreader.reader import read_lines  # noqa: PLC0415

    try:
        return {"reading": read_lines(extract(content, suffix)).as_json()}
    except Refused as refusal:
        return {"refused": refusal.sentence}
    except (MemoryError, RecursionError):
        return {"refused": "Tệp này quá nặng nên không đọc được. Hãy lưu lại thành .docx hoặc .txt chỉ có phần lời."}


if __name__ == "__main__":
    main()
