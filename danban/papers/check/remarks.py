"""Compare the parts of a paper with its form; every departure is a remark: where, what is there, what should be."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from danban.papers.check.found import Found, FoundLine
from danban.papers.check.parts import Parts, name_parts, number_and_symbol, place_of
from danban.papers.forms import Form, Span, Style, form_of
from danban.papers.paper import Profile

_SLACK_MM, _SLACK_PT = 0.6, 0.26
_FONTS = {"times new roman", "tinos", "liberation serif", "times"}
_DAY_FIGURES = re.compile(r"ngày\s+(\S+)\s+tháng\s+(\S+)\s+năm\s+(\S+)", re.IGNORECASE)
_SYMBOL = re.compile(r"/[A-ZĐa-zđy]+(?:[-/][A-ZĐa-zđ0-9.]+)*")
_SAMPLES = 3
STATE_KINDS = {
    "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ", "CĐ",
    "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB",
}  # fmt: skip


class Weight(Enum):
    """An error departs from the rule; a note is practice the rule does not know."""

    ERROR = "error"
    NOTE = "note"


@dataclass(frozen=True)
class Remark:
    """One departure. ``line`` is the number of the line with words (1 is the first), None for the page."""

    weight: Weight
    part: str
    line: int | None
    excerpt: str
    found: str
    wanted: str


@dataclass(frozen=True)
class Verdict:
    """What was found against a form; ``source`` names the rule."""

    form_name: str
    source: str
    remarks: tuple[Remark, ...]

    @property
    def errors(self) -> tuple[Remark, ...]:
        """Departures from the rule, without the notes."""
        return tuple(remark for remark in self.remarks if remark.weight is Weight.ERROR)

    @property
    def passes(self) -> bool:
        """Whether nothing departs from the rule."""
        return not self.errors


def check_found(found: Found, profile: Profile) -> Verdict:
    """Every remark on a document as read, in the order of the paper: page, head, title, text, foot."""
    form = form_of(profile)
    if not found.lines:
        only = Remark(Weight.ERROR, "Văn bản", None, "", "Tệp không có chữ nào.", "Cần một văn bản có nội dung.")
        return Verdict(form.name, form.source, (only,))
    parts = name_parts(found)
    remarks = [
        *_pages(found, form),
        *_fonts(found, form),
        *_head(parts, form, profile),
        *_title(parts, form),
        *_text(parts, form),
        *_foot(parts, form, profile),
    ]
    return Verdict(form.name, form.source, tuple(remarks))


def _error(part: str, line: FoundLine | None, found: str, wanted: str) -> Remark:
    excerpt = line.text[:80] if line else ""
    return Remark(Weight.ERROR, part, line.number if line else None, excerpt, found, wanted)


def _note(part: str, line: FoundLine | None, found: str, wanted: str) -> Remark:
    return Remark(Weight.NOTE, part, line.number if line else None, line.text[:80] if line else "", found, wanted)


def _figure(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _span(span: Span, unit: str) -> str:
    if span.low == span.high:
        return f"{_figure(span.low)} {unit}"
    return f"từ {_figure(span.low)} đến {_figure(span.high)} {unit}"


def _pages(found: Found, form: Form) -> Iterator[Remark]:
    page = found.pages[0]
    sides = {round(page.width), round(page.height)}
    if sides != {round(form.page_width), round(form.page_height)}:
        yield _error("Khổ giấy", None, f"{_figure(page.width)} × {_figure(page.height)} mm", "A4: 210 × 297 mm")
    margins = (
        ("Lề trên", page.top, form.top), ("Lề dưới", page.bottom, form.bottom), ("Lề trái", page.left, form.left),
        ("Lề phải", page.right, form.right),
    )  # fmt: skip
    for name, value, span in margins:
        if not span.allows(value, slack=_SLACK_MM):
            yield _error(name, None, f"{_figure(value)} mm", _span(span, "mm"))
    if page.number_in_foot:
        yield _error("Số trang", None, "Đặt ở lề dưới", "Canh giữa ở lề trên, không hiện ở trang đầu")
    elif page.has_number and not page.number_is_centred:
        yield _error("Số trang", None, "Không canh giữa", "Canh giữa ở lề trên")
    if page.has_number and not page.first_differs:
        yield _error("Số trang", None, "Hiện cả ở trang đầu", "Không hiện số ở trang đầu")


def _fonts(found: Found, form: Form) -> Iterator[Remark]:
    """Fonts other than the form's, and letters that are not black, each font once with its first line."""
    seen: set[str] = set()
    coloured = False
    for line in found.lines:
        for run in line.runs:
            name = run.font.strip()
            if run.text.strip() and name.lower() not in _FONTS and name not in seen:
                seen.add(name)
                yield _error("Phông chữ", line, name or "Không ghi phông chữ", f"{form.font}, màu đen")
            if run.text.strip() and not run.is_black and not coloured:
                coloured = True
                yield _error("Màu chữ", line, "Có chữ không phải màu đen", "Màu đen")


def _styled(part: str, line: FoundLine, style: Style) -> Iterator[Remark]:
    odd = sorted(size for size in line.sizes if not style.size.allows(size, slack=_SLACK_PT))
    if odd:
        yield _error(
            part, line, f"Cỡ chữ {', '.join(_figure(size) for size in odd)}", f"Cỡ chữ {_span(style.size, '')}".strip()
        )
    if line.is_bold != style.bold:
        yield _error(part, line, "Chữ đậm" if line.is_bold else "Chữ không đậm", "Đậm" if style.bold else "Không đậm")
    if line.is_italic != style.italic:
        yield _error(part, line, "Chữ nghiêng" if line.is_italic else "Chữ đứng", "Nghiêng" if style.italic else "Đứng")
    if style.is_upper is True and not line.is_upper:
        yield _error(part, line, "Chữ in thường", "Chữ in hoa")
    if style.is_upper is False and line.is_upper and len(line.text) > 8:
        yield _error(part, line, "Chữ in hoa", "Chữ in thường")


def _head(parts: Parts, form: Form, profile: Profile) -> Iterator[Remark]:
    upper, lower = form.motto
    name = "Quốc hiệu" if lower else "Tiêu đề"
    if parts.motto_upper is None:
        yield _error(name, None, "Không thấy", f"“{upper}” ở góc trên bên phải trang đầu")
    else:
        yield from _styled(name, parts.motto_upper, form.motto_upper)
    if lower and parts.motto_lower is None:
        yield _error("Tiêu ngữ", None, "Không thấy", f"“{lower}” ngay dưới Quốc hiệu")
    elif lower and parts.motto_lower is not None:
        yield from _styled("Tiêu ngữ", parts.motto_lower, form.motto_lower)
        if parts.motto_lower.text != lower:
            yield _error("Tiêu ngữ", parts.motto_lower, f"“{parts.motto_lower.text}”", f"“{lower}”")
    if not parts.issuers:
        yield _error(
            "Cơ quan ban hành", None, "Không thấy", "Tên cơ quan, tổ chức ở góc trên bên trái, chữ in hoa, đậm"
        )
    elif not parts.issuers[-1].is_bold:
        yield _error("Cơ quan ban hành", parts.issuers[-1], "Chữ không đậm", "Đậm")
    yield from _numbered(parts, form, profile)
    yield from _dated(parts, form)
    if parts.motto_upper and parts.number and parts.number.number < parts.motto_upper.number:
        yield _error("Thứ tự", parts.number, "Số, ký hiệu đứng trước Quốc hiệu", "Quốc hiệu, rồi số, ký hiệu")


def _numbered(parts: Parts, form: Form, profile: Profile) -> Iterator[Remark]:
    if profile is Profile.VILLAGE:
        if parts.number:
            yield _note("Số, ký hiệu", parts.number, "Có số", "Văn bản của thôn, tổ dân phố không ghi số")
        return
    if parts.number is None:
        yield _error("Số, ký hiệu", None, "Không thấy", "“Số: 05/KH-UBND” dưới tên cơ quan ban hành")
        return
    yield from _styled("Số, ký hiệu", parts.number, Style(form.number.size))
    number, symbol = number_and_symbol(parts.number.text)
    figures = number.replace("…", "").replace(".", "").strip()
    if figures.isdigit() and len(figures) == 1:
        yield _error("Số, ký hiệu", parts.number, f"“{figures}”", f"“0{figures}”: số nhỏ hơn 10 thêm chữ số 0 ở trước")
    if profile is Profile.PARTY:
        return
    if ":" not in parts.number.text.split("/", maxsplit=1)[0]:
        yield _error("Số, ký hiệu", parts.number, "Thiếu dấu hai chấm sau chữ “Số”", "“Số: ”")
    if not _SYMBOL.fullmatch(symbol.replace(" ", "")) or " " in symbol:
        yield _error(
            "Số, ký hiệu",
            parts.number,
            f"“{symbol or 'không có ký hiệu'}”",
            "“/” rồi các nhóm chữ nối bằng “-”, không có khoảng trống",
        )
        return
    kind = re.split(r"[-/]", symbol[1:])[0]
    if kind == "KHLT":
        yield _note("Số, ký hiệu", parts.number, "KHLT", "Chữ viết tắt theo thực tế; bảng của nghị định chưa có")
    elif kind not in STATE_KINDS and not parts.dispatch_subject:
        yield _note("Số, ký hiệu", parts.number, f"“{kind}”", "Chữ viết tắt tên loại không có trong bảng của nghị định")


def _dated(parts: Parts, form: Form) -> Iterator[Remark]:
    if parts.day is None:
        yield _error("Địa danh, ngày tháng", None, "Không thấy", "“Phúc Xá, ngày 05 tháng 01 năm 2023” dưới Tiêu ngữ")
        return
    yield from _styled("Địa danh, ngày tháng", parts.day, form.place_and_day)
    place, has_comma = place_of(parts.day.text)
    if not place:
        yield _error("Địa danh, ngày tháng", parts.day, "Thiếu địa danh", "Địa danh đứng trước ngày")
    elif not has_comma:
        yield _error("Địa danh, ngày tháng", parts.day, "Thiếu dấu phẩy sau địa danh", f"“{place}, ngày …”")
    figures = _DAY_FIGURES.search(parts.day.text)
    if figures and figures[1].isdigit() and len(figures[1]) == 1:
        yield _error("Địa danh, ngày tháng", parts.day, f"“ngày {figures[1]}”", f"“ngày 0{figures[1]}”")
    if figures and figures[2] in {"1", "2"}:
        yield _error("Địa danh, ngày tháng", parts.day, f"“tháng {figures[2]}”", f"“tháng 0{figures[2]}”")


def _title(parts: Parts, form: Form) -> Iterator[Remark]:
    if parts.kind_name is None:
        if parts.dispatch_subject is None:
            yield _error(
                "Tên loại, trích yếu",
                None,
                "Không thấy",
                "Tên loại in hoa, đậm, canh giữa; công văn ghi “V/v …” dưới số",
            )
        else:
            yield from _styled("Trích yếu công văn", parts.dispatch_subject, form.dispatch_subject)
        return
    yield from _styled("Tên loại", parts.kind_name, form.kind_name)
    if parts.kind_name.align != "center":
        yield _error("Tên loại", parts.kind_name, "Không canh giữa", "Canh giữa")
    for line in parts.subject:
        yield from _styled("Trích yếu", line, form.subject)


def _text(parts: Parts, form: Form) -> Iterator[Remark]:
    for line in parts.basis:
        yield from _styled("Căn cứ", line, form.basis)
    for line, ending in zip(parts.basis, [";"] * (len(parts.basis) - 1) + ["."], strict=True):
        if not line.text.endswith((ending, ";" if ending == ";" else ",")):
            yield _error("Căn cứ", line, f"Kết thúc bằng “{line.text[-1]}”", f"Kết thúc bằng “{ending}”")
    running = [line for line in parts.body if line.cell is None]
    yield from _few("Cỡ chữ nội dung", running, lambda line: _odd_size(line, form))
    plain = [line for line in running if not line.is_bold and line.align != "center"]
    yield from _few(
        "Canh lề nội dung",
        plain,
        lambda line: ("Không canh đều hai bên", "Canh đều hai bên lề") if line.align != "justify" else None,
    )
    yield from _few("Thụt đầu dòng", plain, lambda line: _odd_indent(line, form))
    yield from _few("Giãn dòng", plain, lambda line: _odd_spacing(line, form))
    if parts.body and not any(line.text.rstrip().endswith("./.") for line in parts.body):
        yield _error("Kết thúc nội dung", parts.body[-1], "Không có dấu kết thúc", "“./.” sau câu cuối của nội dung")


def _few(part: str, lines: list[FoundLine], judge: Callable[[FoundLine], tuple[str, str] | None]) -> Iterator[Remark]:
    """The first few lines with a fault, and how many more there are."""
    wrong = [(line, said) for line in lines if (said := judge(line))]
    for line, (found, wanted) in wrong[:_SAMPLES]:
        yield _error(part, line, found, wanted)
    if len(wrong) > _SAMPLES:
        line, (found, wanted) = wrong[_SAMPLES]
        yield _error(part, line, f"Còn {len(wrong) - _SAMPLES} đoạn nữa cũng vậy", wanted)


def _odd_size(line: FoundLine, form: Form) -> tuple[str, str] | None:
    odd = [size for size in line.sizes if not form.body.size.allows(size, slack=_SLACK_PT)]
    return (f"Cỡ chữ {_figure(odd[0])}", f"Cỡ chữ {_span(form.body.size, '')}".strip()) if odd else None


def _odd_indent(line: FoundLine, form: Form) -> tuple[str, str] | None:
    if form.first_indent.allows(line.first, slack=_SLACK_MM):
        return None
    return (f"{_figure(line.first)} mm", "1 cm hoặc 1,27 cm")


def _odd_spacing(line: FoundLine, form: Form) -> tuple[str, str] | None:
    if line.spacing is None or form.line_spacing.allows(line.spacing, slack=0.02):
        return None
    return (f"{_figure(round(line.spacing, 2))} dòng", "từ 1 đến 1,5 dòng")


def _foot(parts: Parts, form: Form, profile: Profile) -> Iterator[Remark]:
    if not parts.signature:
        yield _error(
            "Người ký",
            None,
            "Không thấy quyền hạn, chức vụ người ký",
            "TM., KT., TL., TUQ. hoặc Q. rồi chức vụ, in hoa, đậm",
        )
    for line in parts.signature:
        yield from _styled("Quyền hạn, chức vụ", line, form.signature_lines)
    for line in parts.signers:
        yield from _styled("Họ tên người ký", line, form.signature_name)
    if parts.recipients_label is None:
        if profile is not Profile.VILLAGE:
            yield _error("Nơi nhận", None, "Không thấy", "“Nơi nhận:” ở góc dưới bên trái, cỡ 12, nghiêng, đậm")
        return
    yield from _styled("Nơi nhận", parts.recipients_label, form.recipients_label)
    for line in parts.recipients[:1]:
        yield from _styled("Danh sách nơi nhận", line, form.recipients)
    for line in parts.recipients[:-1]:
        if not line.text.endswith((";", ",")):
            yield _error("Danh sách nơi nhận", line, f"Kết thúc bằng “{line.text[-1]}”", "Kết thúc bằng “;”")
    last = parts.recipients[-1] if parts.recipients else None
    if last and not last.text.startswith(("- Lưu", "– Lưu")):
        yield _error("Danh sách nơi nhận", last, "Không có dòng “Lưu”", "Dòng cuối: “- Lưu: VT, …”")
    elif last and not last.text.endswith("."):
        yield _error("Danh sách nơi nhận", last, f"Kết thúc bằng “{last.text[-1]}”", "Dòng cuối kết thúc bằng “.”")
