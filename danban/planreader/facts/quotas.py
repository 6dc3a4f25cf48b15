"""Demanded numbers that are not money: "01 thôn", "100% hộ", "ít nhất 02 mô hình", "từ 80% trở lên"."""

import re
from collections.abc import Iterator

from danban.planreader.normalise import folded
from danban.planreader.outline import Outline, title_of
from danban.planreader.paper import Paper
from danban.planreader.reading import Quota, Span
from danban.planreader.sentences import sentences
from danban.planreader.wordlists import phrases_in

_FIGURE = r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?"
_QUANTIFIER = (
    r"(?:it nhat|toi thieu|toi da|khong qua|khong duoi|khong thap hon|khong it hon|tren|"
    r"duoi|dat|phan dau|tu|co|dam bao|bao dam|du|khoang|hon)"
)
_PERCENT = re.compile(
    rf"(?<!\w)(?:(?:{_QUANTIFIER})\s+)*(?P<value>{_FIGURE})(?:\s*-\s*(?:{_FIGURE}))?\s*%(?:\s*(?:tro "
    rf"len|so|tong so))*(?P<unit>\s+[^\W\d_](?:[^,;.:()\n]|, (?:phuong|thi tran|xa|huyen|"
    rf"quan|thi xa|thanh pho|thon|to dan pho|khu pho|don vi|doanh)(?!\w)){{0,60}}?)?(?=\s*(?:[;.:()\n]|"
    rf",(?! (?:phuong|thi tran|xa|huyen|quan|thi xa|thanh pho|thon|to dan pho|khu pho|don vi)(?!\w))|"
    rf"$|\s(?:duoc|so voi|co(?! so| quan)|tham gia|thuc hien|dat|da|tro len|hoan thanh|dam bao|bao "
    rf"dam|cam ket|dang ky|ky|to chuc|thanh lap|su dung|biet|tiep can|cap nhat|trien khai|xay dung|"
    rf"nam|va|ap dung|khong|phai|vao|trong|tren|theo|se|truoc|de|tai|bang|nham|muc|den (?:het|nam|ngay|thang)|"
    rf"cua (?:cac|toan|\d+))\s))"
)
_UNITS = "|".join(phrases_in("counted_units"))
_COUNTED = re.compile(
    rf"(?<![\w.,/])(?P<lead>(?:(?:moi|tung)\s+[^,;.:()\d\n]{{2,60}}?\s+)?(?:(?:{_QUANTIFIER}|"
    rf"chon|lua chon|xay dung|to chuc|trong|thanh lap|co|cu|bo tri|phat|in|mo|tuyen)\s+)*)(?P<value>{_FIGURE})"
    rf"(?:\s*(?:-|den)\s*(?:{_FIGURE}))?\s+(?P<unit>(?:{_UNITS})(?![\w])(?:,\s*(?:{_UNITS})(?![\w]))*(?:\s+[^\W\d_][^\s,;.:()"
    rf"\d]*){{0,6}})"
)
_DEMAND = re.compile(
    r"chi tieu|it nhat|toi thieu|toi da|khong qua|khong duoi|khong thap hon|khong it hon|tren|phan "
    r"dau|moi |tung |dat|lua chon|chon|trong|xay dung|to chuc|thanh lap|cu |bo tri|tro len|"
    r"hoan thanh|co |tap huan|mo |tiem|uom |dau tu|trao |tang |lap dat|trang bi|xay moi|"
    r"sua chua|phat |cap |mua |van dong|du tru|huy dong"
)
_NOT_DEMANDED = re.compile(
    r"(?<!\w)(?:da\s|nam truoc|hien (?:co|nay)|ket qua dat|tinh den|tong so|theo thong ke|"
    r"lan thu|thu\s*$|khoa(?!\w)|nam qua(?!\w)|vua qua|giai doan truoc|chu de|so\s*$|dieu\s*$|"
    r"muc\s*$|phan\s*$|quyet dinh\s*$|cap\s*$|tieu chi so|rut kinh nghiem tu|chiem\s*$)"
)
_UNIT_END = re.compile(
    r"\s+(?:tổ chức|để|tham gia|được|có|thực hiện|trong|tại|vào|cho|và|theo|về|với|từ|đến|trên|mới|đã|hoàn|làm|trước|"
    r"nhằm|ở|do|là|phục vụ|gồm|xây|mở|đạt|của|khi|các|phải|tuyên|vận|hoặc|như|trị giá|giá trị|tham|chủ|gửi|triển|phát|"
    r"nhận|nhân(?! (?:ái|dân|khẩu|lực|viên))|biên soạn|cao hơn|đăng|ký|lên|trở|mỗi|nguy cơ|sẽ|bị|thuộc|/)(?!\w).*$"
)
_TIME_UNIT = re.compile(r"\d+\s+(?:ngay|gio|thang|tuan|nam|phut|quy)(?!\w)(?! cong)")


def read_quotas(paper: Paper, outline: Outline, taken: list[Span]) -> list[Quota]:
    """Demanded numbers outside ``taken`` (dates, sums, document numbers), in reading order."""
    found: list[Quota] = []
    blotted = bytearray(len(paper.text))
    for begin, stop in taken:
        blotted[begin:stop] = b"\1" * (stop - begin)
    for index, node in enumerate(outline.nodes):
        for start, end in sentences(paper.plain, node.body_start, node.block.end):
            path = outline.path_of(index)
            if _is_account(paper, outline, index):
                continue
            aimed = _is_aim(paper, outline, index)
            found.extend(
                Quota(paper.text[span[0] : span[1]], value, path, span)
                for span, value in _in_sentence(paper, start, end, aimed=aimed)
                if not any(blotted[slice(*span)])
            )
    return found


def _is_aim(paper: Paper, outline: Outline, index: int) -> bool:
    """Under "MỤC TIÊU" or "CHỈ TIÊU" every figure is demanded."""
    titles = (title_of(paper, outline.nodes[above]) for above in outline.ancestors(index))
    return any(re.match(r"(?:muc tieu|chi tieu)", folded(title)) for title in titles)


def _is_account(paper: Paper, outline: Outline, index: int) -> bool:
    """A part that tells how things stand demands nothing."""
    titles = (title_of(paper, outline.nodes[above]) for above in outline.ancestors(index))
    return any(re.match(r"(?:tinh hinh|dac diem|thuc trang|ket qua)", folded(title)) for title in titles)


def _in_sentence(paper: Paper, start: int, end: int, *, aimed: bool) -> Iterator[tuple[Span, float]]:
    hits = [
        (_trimmed(paper, match.start(), match.end()), _value(match.group("value")))
        for match in _PERCENT.finditer(paper.folded, start, end)
        if not _NOT_DEMANDED.search(paper.folded, start, match.start("value"))
    ]
    for match in _COUNTED.finditer(paper.folded, start, end):
        if any(begin < match.end() and match.start() < stop for (begin, stop), _ in hits):
            continue
        if _is_demand(paper, match, start, aimed=aimed):
            hits.append((_counted_span(paper, match), _value(match.group("value"))))
    yield from sorted(hits)


def _is_demand(paper: Paper, match: re.Match[str], start: int, *, aimed: bool) -> bool:
    head = paper.folded[start : match.start("value")]
    if _NOT_DEMANDED.search(head) or _TIME_UNIT.match(paper.folded, match.start("value")):
        return False
    if match.group("unit").split()[0] == "tuan" or re.search(
        r"(?:nam|thang|ngay|dieu|so|lan thu|khoa(?!\w)|quy)\s*$", head
    ):
        return False
    padded = match.group("value").startswith("0")
    return bool(aimed or padded or _DEMAND.search(match.group("lead")) or _DEMAND.search(head[-25:]))


def _counted_span(paper: Paper, match: re.Match[str]) -> Span:
    """From a quantifier ("ít nhất", "mỗi xã") to the end of the counted noun."""
    begin = match.start("value")
    lead = re.search(
        rf"(?:(?:moi|tung)\s+[^,;.:()\d\n]{{2,60}}?\s+(?:[a-z]+\s+)*|(?<!\w)(?:{_QUANTIFIER})\s+)$", match.group("lead")
    )
    if lead:
        quantified = re.search(
            r"(?<!\w)(?:(?:moi|tung)\s.*|(?:it nhat|toi thieu|toi da|khong qua|khong duoi|khong "
            r"it hon|khong thap hon|tren|tu|hon|khoang)\s+)$",
            match.group("lead"),
        )
        if quantified and not (quantified.group() == "tu " and not _says_from(paper, match, quantified)):
            begin = match.start("lead") + quantified.start()
    unit_start = match.start("unit")
    unit = _UNIT_END.sub("", paper.plain[unit_start : match.end("unit")].lower())
    return _trimmed(paper, begin, unit_start + len(unit))


def _says_from(paper: Paper, match: re.Match[str], quantified: re.Match[str]) -> bool:
    """ "từ 80 %", not the second half of "đầu tư 24 máy tính"."""
    place = match.start("lead") + quantified.start()
    return paper.plain[place : place + 2].casefold() == "từ"


def _trimmed(paper: Paper, begin: int, end: int) -> Span:
    while begin < end and not paper.text[begin].isalnum():
        begin += 1
    while end > begin and paper.text[end - 1] in " ,;.:-":
        end -= 1
    return begin, end


def _value(figure: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", figure):
        return float(figure.replace(".", ""))
    return float(figure.replace(",", "."))
