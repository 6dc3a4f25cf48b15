"""A block cut into sentences and clauses, as spans."""

import re
from collections.abc import Iterator

from danban.planreader.reading import Span

_END = re.compile(r"(?:(?<![\d.])\.|(?<=\d)\.|\.{3}|…|[!?])(?:/\.)?[\"”)]?(?=\s+[\"“(\[A-ZÀ-ỸĐ])|;|\./\.")
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:TP|Tp|TX|TT|GS|TS|ThS|BS|PGS|Q|P|H|tr|STT|[A-ZĐ])$")


def sentences(plain: str, start: int, end: int) -> Iterator[Span]:
    """Spans of the sentences between two places; brackets and quotation marks hold semicolons together."""
    begin = start
    for match in _END.finditer(plain, start, end):
        before = plain[begin : match.start()]
        if match.group() == ";" and (before.count("(") > before.count(")")):
            continue
        if match.group().startswith(".") and _ABBREVIATION.search(before):
            continue
        yield from _trimmed(plain, begin, match.end())
        begin = match.end()
    yield from _trimmed(plain, begin, end)


def _trimmed(plain: str, begin: int, end: int) -> Iterator[Span]:
    while begin < end and plain[begin] in " ;\n":
        begin += 1
    while end > begin and plain[end - 1] in " \n":
        end -= 1
    if end > begin and any(char.isalnum() for char in plain[begin:end]):
        yield begin, end


def sentence_at(plain: str, start: int, end: int, position: int) -> Span:
    """The sentence of a stretch of text that holds a position."""
    for span in sentences(plain, start, end):
        if span[0] <= position < span[1]:
            return span
    return start, end
