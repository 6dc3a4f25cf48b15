"""The number and symbol: zero before small figures, signs between groups, the abbreviation of the kind."""

import re
from collections.abc import Iterator

from danban.papers.abbreviations import JOINT_SUFFIX, OF_KINDS, kind_in_list
from danban.papers.check.found import FoundLine
from danban.papers.check.parts import Parts, number_and_symbol
from danban.papers.check.remark import Component, Remark, error, note, styled
from danban.papers.forms import Form, Style
from danban.papers.paper import Profile

_CAPITAL = "A-ZĐÂĂÊÔƠƯ"
_GROUP = rf"[{_CAPITAL}][{_CAPITAL}a-zđ0-9.&]*"
_SYMBOL = re.compile(rf"/(\d{{4}}/)?{_GROUP}(?:[-/–]{_GROUP})*")


def judge_number(parts: Parts, form: Form, profile: Profile) -> Iterator[Remark]:
    """The line "Số: 05/KH-UBND"; papers of villages have none."""
    line = parts.number
    if profile is Profile.VILLAGE:
        if line is not None:
            yield note(Component.NUMBER, line, "Có số", "Văn bản của thôn, tổ dân phố không ghi số")
        return
    if line is None:
        yield error(Component.NUMBER, None, "Không thấy", "“Số: 05/KH-UBND” dưới tên cơ quan ban hành")
        return
    yield from styled(Component.NUMBER, line, Style(form.number.size))
    number, symbol = number_and_symbol(line.text)
    yield from _figures(line, number)
    if profile is Profile.PARTY:
        return
    if not re.match(r"Số\s*:", line.text, re.IGNORECASE):
        yield error(Component.NUMBER, line, "Thiếu dấu hai chấm sau chữ “Số”", "“Số: …”")
    if not _SYMBOL.fullmatch(symbol):
        yield error(Component.NUMBER, line, *_wrong_symbol(symbol))
        return
    yield from _abbreviated(parts, line, symbol, profile)


def _figures(line: FoundLine, number: str) -> Iterator[Remark]:
    if not number.isdecimal():
        return
    right = f"{int(number):02d}"
    if number != right and len(number) <= 4:
        yield error(Component.NUMBER, line, f"“{number}”", f"“{right}”: số nhỏ hơn 10 có một chữ số 0 ở trước")


def _wrong_symbol(symbol: str) -> tuple[str, str]:
    if not symbol:
        return "Không có ký hiệu", "“Số: 05/KH-UBND”: sau số là “/” và ký hiệu"
    if " " in symbol:
        return f"“{symbol}” có khoảng trống", f"“{symbol.replace(' ', '')}”: viết liền, không cách chữ"
    if not symbol.startswith("/"):
        return f"“{symbol}”", "Giữa số và ký hiệu là dấu gạch chéo “/”, giữa các nhóm chữ là dấu gạch nối “-”"
    return f"“{symbol}”", "Ký hiệu viết hoa, giữa các nhóm chữ là dấu gạch nối “-”"


def _abbreviated(parts: Parts, line: FoundLine, symbol: str, profile: Profile) -> Iterator[Remark]:
    """The first group names the kind; a dispatch has none."""
    if re.match(r"/\d{4}/", symbol):
        yield note(Component.NUMBER, line, "Có năm trong ký hiệu", "Chỉ văn bản quy phạm pháp luật mới ghi năm")
        symbol = symbol[5:]
    said = re.split(r"[-/–]", symbol[1:])[0]
    kind = kind_in_list(parts.kind_name.text) if parts.kind_name else ""
    if parts.kind_name is None:
        if said in {"CV", "Cv"}:
            yield error(Component.NUMBER, line, f"“{said}”", "Công văn không ghi chữ viết tắt tên loại")
        return
    if profile is Profile.JOINT and said.endswith(JOINT_SUFFIX) and said != OF_KINDS.get(kind):
        yield note(Component.NUMBER, line, f"“{said}”", "Cách viết thực tế; bảng chữ viết tắt của nghị định chưa có")
    elif kind and said != OF_KINDS[kind]:
        wanted = f"“{OF_KINDS[kind]}”: chữ viết tắt của {kind.lower()} (Phụ lục III)"
        yield error(Component.NUMBER, line, f"“{said}”", wanted)
