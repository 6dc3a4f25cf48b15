"""Amounts in whole đồng, for whom each one is and who pays."""

import re
from collections.abc import Iterator
from decimal import Decimal

from danban.planreader.actors import subject
from danban.planreader.normalise import folded
from danban.planreader.outline import Outline
from danban.planreader.paper import Paper
from danban.planreader.reading import Money, Span
from danban.planreader.sentences import sentences
from danban.planreader.tasks import Clause, actor_of

_SCALES = {"ty": 10**9, "ti": 10**9, "trieu": 10**6, "nghin": 10**3, "ngan": 10**3, "tram": 100}
_FIGURE = r"\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
_SCALED = re.compile(
    rf"(?<![\w.,/])(?P<first>(?:{_FIGURE})\s*(?:nghin ty|ngan ty|ty|ti|trieu|tr|nghin|ngan))(?P<rest>"
    rf"(?:\s*(?:{_FIGURE})"
    rf"\s*(?:trieu|nghin|ngan))*)(?:\s*(?P<unit>dong|vnd|d)(?![\w]))?"
)
_PLAIN = re.compile(rf"(?<![\w.,/])(?P<figure>{_FIGURE})\s*(?P<unit>dong|vnd|vn dong|d)(?![\w])")
_LOWER = re.compile(rf"(?<![\w.,/])(?:tu\s+)?(?P<low>{_FIGURE})\s*(?:den|-)\s*$")
_IN_WORDS = re.compile(r"\s*\(\s*(?:bang chu\s*:?\s*)?[^()\d]{3,160}(?:dong|chan|nghin|trieu|ty)[^()\d]{0,20}\)")
_PER_SLASH = re.compile(
    r"(?:\s*/\s*(?:01\s+|1\s+|mot\s+)?(?P<what>[^\W\d_][^/.,;:()\d\n]{0,40}?)(?=\s*(?:/|"
    r"[.,;:()\n]|$| (?:de|cho|tu|va|trong|theo|doi voi|nham|khi|thuc|do|tien|chi|phu cap|"
    r"cong|tu nguon|bang)\b)))"
)
_EACH_AFTER = re.compile(
    r"\s*(?:cho|doi voi|/)?\s*(?:moi|tung|mot|01)\s+(?P<what>[^\W\d_][^.;:()\d\n]{1,60}?)(?=\s*(?:[.;:()\n]|"
    r"$|, (?:moi|tu|de|do)| (?:de|tu (?:nguon|quy|ngan sach|kinh phi)|thuc hien|to chuc|tham gia|trong|bi|co|theo|la|"
    r"duoc|khi|vao)\b))"
)
_EACH_BEFORE = re.compile(
    r"(?<!\w)moi\s+(?P<what>[^;:()\d\n]{2,70}?)(?=\s*(?:;|,\s*moi|va moi|\s(?:la|duoc|voi|"
    r"so tien|muc|khong|toi|kinh|tu|tri gia|nhan|thuong|ho tro|cap)\b|$))"
)


_PLACE_PAYS = re.compile(
    r"(?:[^:]{0,30}:)?\s*"
    r"(?P<source>(?:huyen|tinh|thanh pho|xa|phuong|trung uong|nha nuoc|quan|thi xa))\s+"
    r"(?:cap|ho tro|chi|bo tri|dam bao|bao dam)\s"
)


def read_money(paper: Paper, outline: Outline) -> list[Money]:
    """Every amount of the body, in reading order; the same amount in words is not a second one."""
    found = []
    for index, node in enumerate(outline.nodes):
        for sentence in sentences(paper.plain, node.block.start, node.block.end):
            for amount, start, end in amounts(paper.folded, paper.plain, *sentence):
                whole = _with_words(paper, end)
                per, reach = _per(paper, sentence, start, end, whole)
                payer = _payer(Clause(paper, outline, index, sentence), start, reach)
                found.append(Money(amount, paper.text[start:end], per, payer, outline.path_of(index), (start, end)))
    return found


def amounts(bare: str, plain: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """(amount, from, to) of every sum between two places."""
    position = start
    while position < end:
        matches = [match for pattern in (_SCALED, _PLAIN) if (match := _next(pattern, bare, plain, position, end))]
        if not matches:
            return
        match = min(matches, key=lambda found: (found.start(), -found.end()))
        amount = _value(match)
        if amount is not None and 0 < amount < 10**16:
            low = _LOWER.search(bare, position, match.start())
            least = _least(match, low, amount) if low else None
            begin = low.start() if low and least else match.start()
            if least:
                yield least, begin, match.end()
            yield amount, begin, match.end()
        position = match.end()


def _next(pattern: re.Pattern[str], bare: str, plain: str, position: int, end: int) -> re.Match[str] | None:
    while match := pattern.search(bare, position, end):
        unit = match.group("unit")
        written = plain[match.start("unit") : match.end("unit")].casefold() if unit else ""
        is_money = written in {"đồng", "đ", "vnđ", "vnd", "vn đồng", "dong"}
        if unit is None:
            scale_word = match.groupdict().get("first") or ""
            after = bare[match.end() : match.end() + 12]
            is_money = bool(re.search(r"(?:ty|trieu)$", scale_word)) and not re.match(
                r"\s*(?!/|cho|de|tu|moi|va)[^\W\d_]", after
            )
        if is_money:
            return match
        position = match.start() + 1
    return None


def _number(figure: str) -> Decimal:
    figure = figure.strip()
    if re.fullmatch(r"\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?", figure):
        return Decimal(re.sub(r"[.\s]", "", figure).replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", figure):
        return Decimal(figure.replace(",", ""))
    return Decimal(figure.replace(",", "."))


def _value(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    if groups.get("figure"):
        return int(_number(groups["figure"]))
    total = Decimal(0)
    for part in re.finditer(rf"({_FIGURE})\s*(nghin ty|ngan ty|ty|ti|trieu|tr|nghin|ngan)", match.group()):
        scale = 10**12 if " " in part.group(2) else _SCALES.get(part.group(2), 10**6)
        figure = part.group(1)
        number = _number(figure)
        if scale >= 10**6 and re.fullmatch(r"\d{1,3}\.\d{3}", figure) and scale == 10**9 * 1000:
            number = _number(figure)
        total += number * scale
    return int(total)


def _least(match: re.Match[str], low: re.Match[str], most: int) -> int | None:
    """ "từ 20 đến 30 triệu đồng": the lower end, in the scale said once behind the upper one."""
    groups = match.groupdict()
    if groups.get("rest"):
        return None
    figure = re.match(_FIGURE, match.group())
    upper = _number(figure.group()) if figure else Decimal(0)
    lower = _number(low.group("low"))
    return int(most * lower / upper) if 0 < lower < upper else None


def _with_words(paper: Paper, end: int) -> int:
    match = _IN_WORDS.match(paper.folded, end)
    return match.end() if match else end


def _per(paper: Paper, sentence: Span, start: int, end: int, whole: int) -> tuple[tuple[str, ...], int]:
    """The groups each one of which gets the amount, as written, and where the last of them ends."""
    limit = sentence[1]
    found: list[str] = []
    position = end
    while match := _PER_SLASH.match(paper.folded, position, limit):
        found.append(paper.text[match.start("what") : match.end("what")].strip())
        position = match.end()
    begin = sentence[0]
    near = [each for each in _EACH_BEFORE.finditer(paper.folded[begin:start]) if start - begin - each.end() < 90]
    names = [paper.text[begin + each.start("what") : begin + each.end("what")].strip(" ,") for each in near]
    if found:
        return (*names, *found), position
    if match := _EACH_AFTER.match(paper.folded, whole, limit):
        return (paper.text[match.start("what") : match.end("what")].strip(" ,"),), match.end()
    return tuple(names), whole


_SOURCE_AFTER = re.compile(
    r"(?:(?<!\w)(?:tu|bang|trich)|(?<!trong )(?<!\w)do)\s+(?:nguon\s+)?"
    r"(?P<source>(?:ngan sach|kinh phi|quy(?! dinh)|nguon)[^.;:,()\d\n]{2,80}?)"
    r"(?=\s*(?:[.;:,()]|$| (?:de|cho|theo|va|bo tri|cap|ho tro)\b))"
)
_SOURCE_BEFORE = re.compile(
    r"(?<=[\s,;(-])(?P<source>(?:ngan sach|nguon (?:xa hoi hoa|von|kinh phi)|xa hoi hoa|"
    r"quy(?! dinh)|kinh phi su nghiep)"
    r"(?: [^.;:,()\d\n]{2,40}?)?)\s*(?::|la|ho tro(?: them)?|cap|bo tri|chi|dam bao|bao dam|$)[^.;\d]{0,40}$"
)


_GIVEN_BY = re.compile(
    r"[\s,]*(?:cho [^,;.:()\d\n]{3,60}? )?do (?P<source>[^,;.:()\d\n]{2,60}?) (?:tai tro|ho tro|chi tra|ung ho)(?!\w)"
)


def _payer(clause: Clause, start: int, reach: int) -> str | None:
    """Who pays: the source named behind or before the sum, the sentence's subject, or the part's own body."""
    paper, (opens, closes) = clause.paper, clause.sentence
    begin = max(opens, clause.outline.nodes[clause.node_index].body_start)
    for match in (
        _GIVEN_BY.match(paper.folded, reach, closes),
        _SOURCE_AFTER.search(paper.folded, reach, closes),
        _SOURCE_BEFORE.search(paper.folded, opens, start),
        _PLACE_PAYS.match(paper.folded, begin, start),
    ):
        if match is not None and not match.group("source").endswith(" va"):
            return paper.text[match.start("source") : match.end("source")].strip()
    named, length = subject(paper.text[begin:closes])
    if not named and (colon := paper.text.find(": ", begin, start)) > 0:
        named, length = subject(paper.text[colon + 2 : closes])
        begin = colon + 2
    if named and paper.folded.startswith("duoc ", begin + length):
        return None  # "Ban A được hỗ trợ 12 triệu đồng": it gets, and does not pay
    if named and not folded(named[0]).startswith(("moi ", "tung ")):
        return ", ".join(named)
    pays = re.search(r"ho tro|cap|chi |trich|bo tri|dam bao|bao dam|tang ", paper.folded[opens:start])
    return (actor_of(clause) or None) if pays else None


def is_money(words: str) -> bool:
    """Whether a piece of text holds a sum."""
    return bool(next(iter(amounts(folded(words), words, 0, len(words))), None))
