"""A block cut into sentences and clauses, as spans."""

import re
from collections.abc import Iterator

from danban.planreader.normalise import accented
from danban.planreader.reading import Span
from danban.planreader.vocabulary import HEAD, VERB

_END = re.compile(r"(?:(?<![\d.])\.|(?<=\d)\.|\.{3}|…|[!?])(?:/\.)?[\"”)]?(?=\s+[\"“(\[A-ZÀ-ỸĐ])|;|\./\.")
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:TP|Tp|TX|TT|GS|TS|ThS|BS|PGS|Q|P|H|tr|STT|[A-ZĐ])$")
_CLAUSE = re.compile(
    r"[\s\-+]*(?:và\s+|đồng thời\s+)?(?:[A-ZÀ-ỸĐ\d\"“]|trước|sau|từ|chậm nhất|trong|ngày|"
    r"định kỳ|hằng|hàng|đến|thời|mức|số|tỷ lệ|ít nhất|tối thiểu|\d)"
)


def sentences(plain: str, start: int, end: int) -> Iterator[Span]:
    """Spans of the sentences between two places; a semicolon ends one only where a new clause begins."""
    begin = start
    for match in _END.finditer(plain, start, end):
        before = plain[begin : match.start()]
        if match.group() == ";" and not _opens_clause(plain, before, match.end(), end):
            continue
        if match.group().startswith(".") and _ABBREVIATION.search(before):
            continue
        yield from _trimmed(plain, begin, match.end())
        begin = match.end()
    yield from _trimmed(plain, begin, end)


def _opens_clause(plain: str, before: str, position: int, end: int) -> bool:
    if before.count("(") > before.count(")"):
        return False
    following = plain[position : min(end, position + 60)]
    if _CLAUSE.match(following):
        return True
    shade = accented(following).lstrip(" -+")
    return bool(
        VERB.match(shade)
        or (HEAD.match(shade) and not shade.startswith(("mỗi", "từng", "phường", "xã", "quận", "thôn")))
    )


def _trimmed(plain: str, begin: int, end: int) -> Iterator[Span]:
    while begin < end and plain[begin] in " ;\n":
        begin += 1
    while end > begin and plain[end - 1] in " \n":
        end -= 1
    if end > begin and any(char.isalnum() for char in plain[begin:end]):
        yield begin, end
