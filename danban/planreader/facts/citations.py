"""Documents a paper leans on: numbered ones anywhere, unnumbered ones where the legal basis names them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from danban.planreader.normalise import accented
from danban.planreader.paper import Paper
from danban.planreader.reading import Citation, Span
from danban.planreader.vocabulary import HEAD, NOT_ACTOR

_KINDS = (
    r"luat|bo luat|phap lenh|hien phap|nghi quyet(?: lien tich)?|nghi dinh|quyet dinh|chi "
    r"thi|thong tu(?: lien tich)?|thong bao(?: ket luan)?|"
    r"thong tri|ke hoach(?: lien tich| phoi hop| hanh dong)?|chuong trinh(?: phoi hop| hanh "
    r"dong| cong tac)?|huong dan(?: lien tich)?|cong van|cong dien|"
    r"ket luan|quy dinh|quy che|de an|van ban(?: hop nhat)?|bao cao|to trinh|lenh|phuong "
    r"an|dieu le|quy uoc|giay moi|cong uoc|van kien"
)
_KIND = re.compile(rf"(?<![^\W\d_])(?:{_KINDS})(?![^\W\d_])")
_SYMBOL_PART = r"[A-ZĐƯ][A-Za-zĐđƯưÔôƠơ]*\d{0,3}"
_NUMBER = re.compile(
    rf"(?:(?<![\w/,.\-])|(?<=số)|(?<=Số))\d{{1,5}}[a-zđ]?(?:\s?[/-]\s?(?:19|20)\d\d)?(?:\s?[/-]\s?|\s(?=(?:CTr|"
    rf"Ctr|CTR|CT|NQ|QĐ|KH|HD|KL|TB|QC)\s?[-/]\s?[A-ZĐ]))"
    rf"(?:{_SYMBOL_PART})(?:\s?[-/&.]\s?(?:{_SYMBOL_PART})|\s?[-–]\s?\(?[A-ZĐ]{{2,}}\d*\)?)*"
)
_PLAIN_NUMBER = re.compile(
    r"so\s*:?\s*(\d{1,5}(?:/(?:19|20)\d\d)?)(?![\d/%-])(?=\s*,?\s*(?:ngay|nam|cua|ve|-|$|"
    r"[.;)]))"
)
_FULL_DATE = re.compile(
    r"(?:ngay\s*)?(\d{1,2})\s*(?:[/.-]|thang)\s*(\d{1,2})\s*(?:[/.-]|,?\s*nam)\s*((?:19|20)\d\d)(?!\d)"
)
_ISSUE_CLAUSE = re.compile(
    r"(?:thong nhat|ban hanh|xay dung|trien khai|phoi hop|to chuc|huong dan|lap|yeu cau|"
    r"de nghi|de ra|cu the hoa|quyet dinh)"
)
_BASIS_START = re.compile(
    r"(?:can cu(?: vao| theo)?|thuc hien|thi hanh|theo|chap hanh|quan triet|trien khai(?: "
    r"thuc hien)?|tiep tuc thuc hien|xet(?: de nghi)?|de trien khai|nham thuc hien|cu the "
    r"hoa)\s*:?\s+(?:noi dung\s+|cac\s+)?"
)
_OWN_ISSUER = re.compile(r"(?<!\w)(?:cua|do)\s+|dai hoi|lan thu")
_FORBIDDEN_AFTER = re.compile(r"\s*(?:nay|tren|lien tich nay|kem theo|cua don vi|chi tiet|cu the)(?!\w)")


@dataclass(frozen=True)
class _Found:
    number: str | None
    start: int
    end: int
    core_end: int  # end of number and date, before the name goes on
    issued_on: date | None


def read_citations(paper: Paper, *, body_from: int, basis: Span, own_number: str | None) -> list[Citation]:
    """Distinct documents in order of first mention; later places of the same one go to ``also``."""
    found = [one for one in _numbered(paper, body_from) if _key(one.number) != _key(own_number)]
    found += [one for one in _laws(paper, body_from) if not _overlaps(one, found)]
    found += [one for one in _unnumbered(paper, basis) if not _overlaps(one, found)]
    return _merged(paper, sorted(found, key=lambda one: one.start))


def cores(paper: Paper, body_from: int) -> list[Span]:
    """Numbers and dates of cited papers: figures in which no deadline may be looked for."""
    return [(one.start, one.core_end) for one in [*_numbered(paper, body_from), *_laws(paper, body_from)]]


def _overlaps(one: _Found, others: list[_Found]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


def _key(number: str | None) -> str:
    return re.sub(r"[\s.]", "", number or "").replace("-", "/").casefold().lstrip("0")


def _numbered(paper: Paper, body_from: int) -> Iterator[_Found]:
    marks: list[tuple[int, int, str]] = []
    for match in _NUMBER.finditer(paper.plain, body_from):
        symbol = re.sub(r"\s*([/&.-])\s*", r"\1", match.group())
        if sum(char.isupper() for char in symbol) >= 2:
            marks.append((match.start(), match.end(), " ".join(symbol.split())))
    for match in _PLAIN_NUMBER.finditer(paper.folded, body_from):
        kind = _kind_before(paper, match.start(), body_from)
        if kind is not None and not any(begin <= match.start(1) < stop for begin, stop, _ in marks):
            marks.append((match.start(1), match.end(1), paper.plain[match.start(1) : match.end(1)]))
    marks.sort()
    for place, (begin, stop, number) in enumerate(marks):
        following = marks[place + 1][0] if place + 1 < len(marks) else len(paper.text)
        start = _kind_before(paper, begin, marks[place - 1][1] if place else body_from)
        issued_on, core_end = _date_after(paper, stop, min(following, _line_end(paper, stop)))
        yield _Found(
            number, begin if start is None else start, _name_end(paper, core_end, following), core_end, issued_on
        )


def _line_end(paper: Paper, position: int) -> int:
    end = paper.text.find("\n", position)
    return len(paper.text) if end < 0 else end


def _kind_before(paper: Paper, position: int, floor: int) -> int | None:
    """Where the kind of document stands just before its number: "Chỉ thị số ", "Luật … số "."""
    begin = max(floor, position - 90, paper.text.rfind("\n", 0, position) + 1)
    matches = list(_KIND.finditer(paper.folded, begin, position))
    for match in reversed(matches):
        between = paper.folded[match.end() : position]
        if re.fullmatch(r"[\s:]*(?:(?:so|lien tich so)[\s:]*)?", between):
            return match.start()
        if match.group() in {
            "luat",
            "bo luat",
            "phap lenh",
            "nghi quyet",
            "quyet dinh",
            "ke hoach",
            "chuong trinh",
        } and re.fullmatch(r"(?:[^,;.\n]|, (?=ve sinh|an toan|chong)){2,80}\s\(?so[\s:]*", between):
            return match.start()
    return None


def _date_after(paper: Paper, position: int, limit: int) -> tuple[date | None, int]:
    """The date of issue right after the number, or after "của <body>"."""
    window = paper.folded[position : min(limit, position + 110)]
    match = re.match(r"[\s,.(]*(?:ban hanh|ky)?[\s,]*", window)
    skip = match.end() if match else 0
    if (day := _FULL_DATE.match(window, skip)) is None:
        gap = re.match(r"[\s,]*(?:cua|do)\s+[^;:\n]{2,80}?[\s,(]+(?=ngay\s*\d)", window)
        after_body = (
            gap is not None and re.search(r"(?<!\w)(?:ve|v/v|truoc|den|tu|ban hanh)(?!\w)", gap.group()) is None
        )
        day = _FULL_DATE.match(window, gap.end()) if gap is not None and after_body else None
    if day is None:
        return None, position
    try:
        issued_on = date(int(day.group(3)), int(day.group(2)), int(day.group(1)))
    except ValueError:
        return None, position + day.end()
    return issued_on, position + day.end()


def _name_end(paper: Paper, position: int, following: int) -> int:
    """The name goes on to a semicolon, a full stop, the next document or the clause that issues the paper."""
    limit = min(_line_end(paper, position), following)
    stop = re.compile(r"[;]|\.(?=\s|$|/)|\)(?=[\s;,.]|$)").search(paper.plain, position, limit)
    while stop and stop.group() == ")" and "(" in paper.plain[position : stop.start()]:
        stop = re.compile(r"[;]|\.(?=\s|$|/)").search(paper.plain, stop.end(), limit)
    end = stop.start() if stop else limit
    if not stop and following <= limit:
        end = _before_next(paper, position, following)
    for comma in re.finditer(r",\s+", paper.plain[position:end]):
        place = position + comma.end()
        shade = accented(paper.text[place : place + 60])
        if (
            HEAD.match(shade)
            and not NOT_ACTOR.match(shade)
            and paper.text[place].isupper()
            and _ISSUE_CLAUSE.search(paper.folded, place, min(place + 170, _line_end(paper, place)))
        ):
            end = position + comma.start()
            break
    return _trim(paper, position, end)


def _before_next(paper: Paper, position: int, following: int) -> int:
    matches = list(_KIND.finditer(paper.folded, max(position, following - 60), following))
    end = matches[-1].start() if matches else following
    joint = re.search(r"[\s,;]*(?:(?:va|cac|theo|tai|so|cung)\s*)*$", paper.folded[position:end])
    return position + joint.start() if joint else end


def _trim(paper: Paper, position: int, end: int) -> int:
    while end > position and paper.plain[end - 1] in " ,;.:-":
        end -= 1
    return end


_LAW = re.compile(r"(?<![^\W\d_])(?:bo luat|luat|phap lenh|hien phap)\s+")
_LAW_END = re.compile(
    r"[;.\n(\"]|,(?! (?:chong|giao duc|nhap canh|xuat canh|qua canh|cu tru|su dung|chua|"
    r"tru |bao ve|ve sinh|an toan|khong))|\s(?:so|ngay|nam \d|va cac|quy dinh|duoc|da|tren|trong|cho|den|"
    r"toi|tai|ve (?!sinh)|vao|nhu|theo|cua|voi|thi)\s|$|\s(?=va\s+(?:luat|nghi|quyet|cac|"
    r"chi))"
)


_AMENDING_END = re.compile(r"[;\n]|\.\s|\s(?:so|ngay|nam) \d|$")


def _laws(paper: Paper, body_from: int) -> Iterator[_Found]:
    """ "Luật Thực hiện dân chủ ở cơ sở": a law is named by its capital letter, numbered or not."""
    done = body_from
    for match in _LAW.finditer(paper.folded, body_from):
        begin, start = match.start(), match.end()
        if not paper.plain[begin].isupper() or start >= len(paper.text):
            continue
        amending = paper.folded.startswith("sua doi", start)
        if begin < done or not (paper.plain[start].isupper() or amending or match.group().startswith("hien phap")):
            continue
        stop = (_AMENDING_END if amending else _LAW_END).search(paper.folded, start)
        end = stop.start() if stop else len(paper.text)
        if not 3 <= end - start <= (220 if amending else 120) and not match.group().startswith("hien phap"):
            continue
        issued_on, core_end = _date_after(paper, end, _line_end(paper, end))
        if issued_on is None:
            year = re.match(r"\s*,?\s*nam\s+(?:19|20)\d\d", paper.folded[end : end + 16])
            core_end = end + year.end() if year else end
        done = core_end = _trim(paper, begin, core_end)
        yield _Found(None, begin, core_end, core_end, issued_on)


def _unnumbered(paper: Paper, basis: Span) -> Iterator[_Found]:
    """In the basis, each member of the list that begins with a kind of document and says whose it is."""
    position = basis[0]
    for line in paper.text[basis[0] : basis[1]].split("\n"):
        yield from _unnumbered_in_line(paper, position, position + len(line))
        position += len(line) + 1


def _unnumbered_in_line(paper: Paper, start: int, end: int) -> Iterator[_Found]:
    begin = start
    lead = re.compile(r"[-+*•\s]*").match(paper.folded, start, end)
    begin = lead.end() if lead else start
    opening = _BASIS_START.match(paper.folded, begin, end)
    if opening is None:
        return
    begin = opening.end()
    for piece in [*re.finditer(r";\s*(?:va\s+)?(?:can cu|thuc hien|theo)?\s*", paper.folded[begin:end]), None]:
        stop = begin + 0 if piece is None else 0
        stop = end if piece is None else opening.end() + piece.start()
        kind = _KIND.match(paper.folded, begin, stop)
        if kind is not None and paper.plain[begin].isupper() and not _FORBIDDEN_AFTER.match(paper.folded, kind.end()):
            finish = _name_end(paper, kind.end(), stop) if stop > kind.end() else stop
            words = paper.folded[kind.end() : finish]
            if _OWN_ISSUER.search(words) and len(words) > 6 and not re.match(r"\s*(?:so\s*)?\d", words):
                issued_on = _any_date(words)
                yield _Found(None, begin, finish, finish, issued_on)
        if piece is not None:
            begin = opening.end() + piece.end()


def _any_date(words: str) -> date | None:
    match = re.search(r"ngay\s*" + _FULL_DATE.pattern, words)
    if match is None:
        return None
    try:
        return date(int(match.group(3)), int(match.group(2)), int(match.group(1)))
    except ValueError:
        return None


def _merged(paper: Paper, found: list[_Found]) -> list[Citation]:
    kept: dict[str, Citation] = {}
    for one in found:
        span = (one.start, one.end)
        name = paper.text[one.start : one.end].strip()
        key = _key(one.number) if one.number else "name:" + paper.folded[one.start : one.end].strip(" ,.;")
        known = kept.get(key)
        if known is not None and known.issued_on and one.issued_on and known.issued_on != one.issued_on:
            key = f"{key} {one.issued_on}"
            known = kept.get(key)
        if known is None:
            kept[key] = Citation(one.number, one.issued_on, name, span)
        else:
            kept[key] = Citation(
                known.number, known.issued_on or one.issued_on, known.name, known.span, (*known.also, span)
            )
    return [_with_echoes(paper, citation) for citation in kept.values()]


def _with_echoes(paper: Paper, citation: Citation) -> Citation:
    """Places where an unnumbered document is named again in the same words."""
    if citation.number is not None:
        return citation
    words = paper.folded[citation.span[0] : citation.span[1]]
    also = list(citation.also)
    position = paper.folded.find(words, citation.span[1])
    while position >= 0 and len(words) > 8:
        if all(position != begin for begin, _ in also):
            also.append((position, position + len(words)))
        position = paper.folded.find(words, position + len(words))
    return Citation(None, citation.issued_on, citation.name, citation.span, tuple(also))
