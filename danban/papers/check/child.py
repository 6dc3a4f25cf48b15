"""The child process that meets the untrusted .docx: bytes on stdin, one JSON answer on stdout."""

from collections.abc import Sequence
from typing import Any

from danban.kit.sandbox import answer


def main() -> None:
    """Answer for one file."""
    answer(_check)


def _check(content: bytes, arguments: Sequence[str]) -> dict[str, Any]:
    from danban.papers.check.report import inspect_found  # noqa: PLC0415  after the limits are set
    from danban.papers.check.word.reading import read_docx  # noqa: PLC0415
    from danban.papers.paper import Profile  # noqa: PLC0415

    chosen = Profile(arguments[0]) if arguments and arguments[0] else None
    return {"report": inspect_found(read_docx(content), chosen).as_json()}


if __name__ == "__main__":
    main()
