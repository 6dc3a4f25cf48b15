"""The child process that meets the untrusted plan: bytes on stdin, one JSON answer on stdout."""

from collections.abc import Sequence
from typing import Any

from danban.kit.sandbox import answer


def main() -> None:
    """Answer for one file."""
    answer(_read)


def _read(content: bytes, arguments: Sequence[str]) -> dict[str, Any]:
    from danban.planreader.formats.sniff import extract  # noqa: PLC0415  after the limits are set
    from danban.planreader.reader import read_lines  # noqa: PLC0415

    return {"reading": read_lines(extract(content, arguments[0] if arguments else "")).as_json()}


if __name__ == "__main__":
    main()
