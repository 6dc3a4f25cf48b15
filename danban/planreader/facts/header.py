"""The head of a paper: who issues it, its number, place, day, type and title."""

import re
from dataclasses import dataclass
from datetime import date

from danban.planreader.actors import split_bodies
from danban.planreader.normalise import folded, plain
from danban.planreader.outline import is_capitals
from danban.planreader.paper import Block, Paper
from danban.planreader.zones import Zones, is_rule, type_in

_DATE = re.compile(
    r"ngay[\s.…_]*(\d{0,2})[\s.…_]*thang[\s.…_]*(\d{0,2})[\s.…_]*nam[\s.…_]*(\d{4}|\d{2}(?=\D|"
    r"$))?|ngay\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})"
)
_SHORT_DATE = re.compile(r"[^\W\d_][^\d,:;/]{2,30},\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$")
_NUMBER = re.compile(
    r"(?<!\w)so\s*[:.]?\s*(?P<figure>\d{1,5}[a-zđ]?)(?P<symbol>(?:\s?[/-]\s?|\s(?=[a-z]{2,4}\s?[/-]))[\w]+(?:\s?[/&.-]\s?[\w()"
    r"]+)*)",
    re.IGNORECASE,
)
_BLANK_NUMBER = re.compile(r"(?<!\w)so\s*[:.]?[\s.…_]*(?P<symbol>[/-]\s?[^\W\d_][\w/&.-]*)")
_MOTTO = re.compile(r"cong hoa xa hoi|doc lap\s*-?\s*tu do|dang cong san viet nam|^doan tncs ho chi minh$")
_BODY_HEAD = re.compile(
    r"(uy ban|ubnd|ubmttq|ub mttq|mttq|mat tran|so |ban |phong |cong an|bo |cuc |chi cuc|"
    r"tong cuc|vu |vien|truong|trung tam|dai |hoi |lien doan|lien minh|lien hiep|doan |tinh "
    r"doan|thanh doan|"
    r"huyen doan|tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang uy|dang bo|hdnd|hoi dong|"
    r"van phong|chinh phu|thu tuong|quoc hoi|toa an|vien kiem sat|bch|btv|kho bac|bao hiem|"
    r"benh vien|cong ty|"
    r"tap doan|bo chi huy|bo tu lenh|thanh tra|chi bo|lien hiep|hiep hoi|ngan hang|tong "
    r"cong ty|quy |cong doan|tram |to |ban chi dao)"
)
_ORGAN = re.compile(
    r"(ban thuong truc|ban chap hanh|ban thuong vu|btv|bch|doan chu tich)(?: (?:tinh|thanh "
    r"pho|tp|huyen|quan|xa|phuong|thi xa)\.? [^-]+)?$"
)
_INCOMPLETE = re.compile(
    r"(?:uy ban nhan dan|ubnd|uy ban mat tran to quoc(?: viet nam)?|uy ban mttq(?: viet "
    r"nam)?|ubmttq(?: viet nam| vn)?|hoi dong nhan dan|hdnd|hoi lien hiep phu nu(?: viet "
    r"nam)?|hoi nong dan(?: viet nam)?|"
    r"hoi cuu chien binh(?: viet nam)?|lien doan lao dong|mttq viet nam|va|dang bo|bch|ban "
    r"chi huy(?: quan su)?|bo chi huy quan su|doan tncs ho chi minh|tncs ho chi minh|ban "
    r"chap hanh|-|,)$"
)
_JOINT_TYPE = re.compile(r"lien tich|phoi hop|lien nganh|lien tinh")


@dataclass(frozen=True)
class Header:
    """What the head says; ``number`` is None where it is blank, ``symbol`` then still holds "/KH-UBND"."""

    doc_type: str | None
    number: str | None
    symbol: str | None
    place: str | None
    title: str | None
    issuers: tuple[str, ...]
    issued_on: date | None
    issue_year: int | None


def read_header(paper: Paper, zones: Zones) -> Header:
    """Read everything above the body."""
    head_end = zones.type_at if zones.type_at is not None else min(zones.body_start, 16)
    head = [block for block in paper.blocks[: max(head_end, 0)] if not is_rule(paper.words(block))]
    addressed = next((place for place, block in enumerate(head) if paper.bare(block).startswith("kinh gui")), len(head))
    head = head[:addressed]
    if zones.type_at is not None:
        head += [
            block
            for block in paper.blocks[zones.type_at + 1 : zones.title_end]
            if _DATE.search(paper.bare(block)) and "," in paper.words(block)
        ]
    number, symbol = _number(paper, head)
    place, issued_on, issue_year = _place_and_date(paper, head)
    doc_type = _doc_type(paper, zones, head)
    title = _title(paper, zones)
    issuers = _issuers(paper, head, f"{doc_type or ''}", number or symbol or "")
    if not issuers:
        issuers = _issuers_of_preamble(paper, zones)
    return Header(doc_type, number, symbol, place, title, issuers, issued_on, issue_year)


def _number(paper: Paper, head: list[Block]) -> tuple[str | None, str | None]:
    for block in head:
        line, mended = paper.bare(block), paper.plain[block.start : block.end]
        if (
            not line.startswith(("so", "lien tich so"))
            and "so:" not in line.replace(" ", "")
            and not re.search(r"(?<!\w)so\s+\d", line)
        ):
            continue
        if match := _NUMBER.search(line):
            written = mended[match.start("figure") : match.end("symbol")]
            return re.sub(r"\s*([/&.-])\s*", r"\1", " ".join(written.split())), None
        if match := _BLANK_NUMBER.search(line):
            return None, re.sub(r"\s", "", mended[match.start("symbol") : match.end("symbol")])
    return None, None


def _place_and_date(paper: Paper, head: list[Block]) -> tuple[str | None, date | None, int | None]:
    for block in head:
        bare = paper.bare(block)
        if _MOTTO.search(bare) or bare.startswith(("can cu", "v/v")):
            continue
        match = _DATE.search(bare) or _SHORT_DATE.search(bare)
        if match is None or len(bare) - match.end() > 15:
            continue
        cut = bare.find("ngay") if "ngay" in bare else paper.words(block).rfind(",")
        place = paper.words(block)[:cut].strip(" ,")
        if (number := re.match(r"so\s*[:.]?\s*\S*[/-]\S+\s+", folded(plain(place)))) is not None:
            place = place[number.end() :].strip(" ,")
        place = re.sub(r"^[(*\s]+", "", place)
        figures = [group for group in match.groups() if group is not None]
        return (place or None), *_day_of(figures)
    return None, None, None


def _day_of(figures: list[str]) -> tuple[date | None, int | None]:
    if len(figures) < 3:
        year = next((int(figure) for figure in figures if len(figure) == 4), None)
        return None, year
    day, month, year_words = figures[:3]
    year = int(year_words) if len(year_words) == 4 else None
    if not day or not month or year is None:
        return None, year
    try:
        return date(year, int(month), int(day)), year
    except ValueError:
        return None, year


def _doc_type(paper: Paper, zones: Zones, head: list[Block]) -> str | None:
    if zones.type_at is None:
        text = [paper.bare(block) for block in [*head, *paper.blocks[:14]]]
        is_letter = any(re.match(r"v\s*/\s*v|ve viec|kinh gui", line) for line in text)
        return "CÔNG VĂN" if is_letter else None
    block = paper.blocks[zones.type_at]
    bare = paper.bare(block)
    kind = type_in(bare)
    if kind is None or len(bare) <= len(kind) + 2:
        return " ".join(paper.words(block).strip(" .:-*").split())
    return paper.words(block)[: len(kind)]


def _title(paper: Paper, zones: Zones) -> str | None:
    if zones.type_at is None:
        return _subject_line(paper)
    block = paper.blocks[zones.type_at]
    kind = type_in(paper.bare(block)) or ""
    pieces = [paper.words(block)[len(kind) :].strip()] if kind and len(paper.words(block)) > len(kind) + 2 else []
    for following in paper.blocks[zones.type_at + 1 : zones.title_end]:
        words = paper.words(following)
        if words.startswith(("(", "[")) and words.endswith((")", "]")):
            continue
        if _DATE.search(paper.bare(following)) and len(words) < 60 and "," in words and not pieces:
            continue
        pieces.append(words)
    title = " ".join(piece for piece in pieces if piece).strip(" .:;-*_")
    return mend_figures(title) or None


def mend_figures(words: str) -> str:
    """Figures with their slips mended, all else as written."""
    mended = plain(words)
    return "".join(fixed if fixed.isdigit() else char for char, fixed in zip(words, mended, strict=True))


def _subject_line(paper: Paper) -> str | None:
    """ "V/v …" of a letter, over the lines it runs on."""
    pieces: list[str] = []
    for block in paper.blocks[:25]:
        words, bare = paper.words(block), paper.bare(block)
        if match := re.match(r"(?:v\s*/\s*v|ve viec)\s*:?\s*", bare):
            pieces = [words[match.end() :]]
        elif pieces:
            if (
                bare.startswith(("kinh gui", "can cu"))
                or _MOTTO.search(bare)
                or _DATE.search(bare)
                or is_rule(words)
                or words.endswith((":", ";"))
            ):
                break
            if len(" ".join(pieces)) > 250:
                break
            pieces.append(words)
    title = " ".join(pieces).strip(" .:;-")
    return mend_figures(title) or None


def _issuers(paper: Paper, head: list[Block], doc_type: str, number: str) -> tuple[str, ...]:
    lines: list[str] = []
    for block in head:
        words, bare = paper.words(block).strip(" *-_–"), paper.bare(block).strip(" *-_–")
        if (
            not bare
            or (_MOTTO.search(bare) and (lines or not bare.startswith("doan tncs")))
            or _DATE.search(bare)
            or (bare.startswith(("so:", "so ", "v/v", "ve viec", "kinh gui", "can cu")) and not bare.startswith("so "))
        ):
            continue
        if re.match(r"so\s*[:.]?\s*[\d.…_/-]", bare) or len(words) > 140:
            continue
        if not is_capitals(words) and not (_BODY_HEAD.match(bare + " ") and len(words) < 80):
            continue
        lines.append(words)
    return _choose(_join_lines(lines), doc_type, number)


def _join_lines(lines: list[str]) -> list[tuple[str, bool]]:
    """Lines into bodies; the flag says the body stood beside the one before it, on the same line."""
    joined: list[str] = []
    for line in lines:
        words = re.sub(r"^LIÊN (?:NGÀNH|TỊCH)\s*:?\s*", "", line)
        bare = folded(plain(words))
        opens = _BODY_HEAD.match(bare + " ") is not None
        incomplete = bool(joined) and _INCOMPLETE.search(folded(plain(joined[-1]))) is not None
        if joined and (not opens or (incomplete and joined[-1].rstrip().endswith(("-", "–", ",", "VÀ")))):
            joined[-1] = f"{joined[-1]} {words}"
        elif opens:
            joined.append(words)
    bodies: list[tuple[str, bool]] = []
    for words in joined:
        for place, body in enumerate(split_bodies(words)):
            bodies.append((body, place > 0))
    return bodies


def _choose(bodies: list[tuple[str, bool]], doc_type: str, number: str) -> tuple[str, ...]:
    """The issuing body is the last; a joint paper has several, never the body set above them."""
    if not bodies:
        return ()
    names = [name for name, _ in bodies]
    organ = _ORGAN.match(folded(names[-1]))
    if len(names) >= 2 and organ and not bodies[-1][1]:
        return (f"{names[-1][: organ.end(1)]} {names[-2]}{names[-1][organ.end(1) :]}",)
    beside = [index for index, (_, flag) in enumerate(bodies) if flag]
    if beside:
        return tuple(_with_place(names[beside[0] - 1 :]))
    if (len(names) > 1 and _JOINT_TYPE.search(folded(doc_type))) or (_is_joint_symbol(number) and len(names) > 1):
        return tuple(_with_place(_without_superior(names, number)))
    return (names[-1],)


def _is_joint_symbol(number: str) -> bool:
    symbol = number.partition("/")[2]
    return (
        bool(re.match(r"(?:KHLT|KHPH|KHLN|CTPH|CTLT|NQLT|HDLT|HDLN|LT)", symbol))
        or len(re.findall(r"UBND|MTTQ", symbol)) > 1
    )


def _without_superior(names: list[str], number: str) -> list[str]:
    if len(names) < 3:
        return names
    symbol = number.upper()
    first = folded(names[0])
    abbreviation = (
        "UBND" if first.startswith(("ubnd", "uy ban nhan dan")) else "".join(word[0] for word in first.split()).upper()
    )
    return names if abbreviation in symbol or not symbol else names[1:]


_PLACE = re.compile(
    r"\s((?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+[A-ZÀ-ỸĐ].*)$", re.IGNORECASE
)


def _with_place(names: list[str]) -> list[str]:
    """ "Ủy ban Nhân dân" beside "Ủy ban MTTQ Việt Nam thành phố Hà Nội" shares its place."""
    place = _PLACE.search(names[-1])
    if place is None:
        return names
    return [f"{name} {place.group(1)}" if _INCOMPLETE.search(folded(plain(name))) else name for name in names]


_ISSUING = re.compile(
    r"(?:\s*\((?!.*\().{2,60}\))?\s*,?\s*(?:cùng |đã |đồng )?(?:thống nhất |phối hợp |quyết "
    r"định )?(?:ban hành|xây dựng|triển khai|tổ chức|đề ra|lập|đề nghị|yêu cầu|hướng dẫn|"
    r"phối hợp|thống nhất)[^.;\n]{0,40}?(?:kế hoạch|chương trình|hướng dẫn|phương án|với|"
    r"như sau|các|một số|thực hiện|nội dung|tổ chức)",
    re.IGNORECASE,
)


def _issuers_of_preamble(paper: Paper, zones: Zones) -> tuple[str, ...]:
    """Where the head names nobody: the bodies that say they issue the plan."""
    start = paper.blocks[zones.title_end].start if zones.title_end < len(paper.blocks) else 0
    stop = paper.blocks[zones.body_start].start if zones.body_start < len(paper.blocks) else len(paper.text)
    for match in _ISSUING.finditer(paper.text, start, max(stop, start)):
        floor = max(start, paper.text.rfind("\n", 0, match.start()) + 1, paper.text.rfind(";", 0, match.start()) + 1)
        before = paper.text[floor : match.start()]
        for cut in [*(found.end() for found in reversed(list(re.finditer(r"[,.]\s+", before)))), 0]:
            name = before[cut:].strip()
            if name and _BODY_HEAD.match(folded(plain(name)) + " ") and 5 < len(name) < 160:
                return tuple(_with_place(list(split_bodies(name))))
    return ()
