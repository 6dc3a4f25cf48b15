"""A plan document in, a structured reading out. Pure: no Django, no database, no network.

* ``read_file(path)`` and ``read_bytes(content, file_name=…)`` read an untrusted file in a child process
  with a limit on memory and time; a file that cannot be read raises ``BadInput`` with one sentence.
* ``read_text(text)`` reads text already at hand, in this process.
"""

from danban.planreader.reading import Reading
from danban.planreader.sandbox import read_bytes, read_file

__all__ = ["Reading", "read_bytes", "read_file", "read_text"]


def read_text(text: str) -> Reading:
    """The reading of a plan given as text."""
    from danban.planreader.formats.txt import lines_of  # noqa: PLC0415  the grammar loads only when used
    from danban.planreader.reader import read_lines  # noqa: PLC0415

    return read_lines(lines_of(text))
