"""One departure from the form: of which component, where, what is there, what should be, and which rule says so."""

from dataclasses import dataclass
from enum import Enum

from danban.papers.check.found import FoundLine
from danban.papers.forms import Form, Span, Style

SLACK_MM, SLACK_PT = 0.6, 0.26
_EXCERPT = 80


class Weight(Enum):
    """An error departs from the rule; a note is practice the rule does not know, or what a file cannot show."""

    ERROR = "error"
    NOTE = "note"


class Component(Enum):
    """What is judged, by the name officials know; in the order of a paper."""

    WHOLE = "Văn bản"
    PAGE = "Khổ giấy"
    MARGINS = "Lề trang"
    FONT = "Phông chữ, màu chữ"
    PAGE_NUMBER = "Số trang"
    ORDER = "Thứ tự các thành phần"
    MOTTO = "Quốc hiệu, Tiêu ngữ"
    ISSUER = "Cơ quan ban hành"
    NUMBER = "Số, ký hiệu"
    DAY = "Địa danh, thời gian"
    KIND = "Tên loại"
    SUBJECT = "Trích yếu"
    ADDRESSED = "Kính gửi"
    BASIS = "Căn cứ"
    TEXT = "Nội dung"
    HEADINGS = "Phần, mục, điều, khoản, điểm"
    SIGNATURE = "Chức vụ, họ tên người ký"
    RECIPIENTS = "Nơi nhận"
    ANNEX = "Phụ lục"
    CHECK_CODE = "Mã kiểm tra"


_SECTIONS = {
    Component.PAGE: "I.1, I.2", Component.MARGINS: "I.3", Component.FONT: "I.4", Component.PAGE_NUMBER: "I.7",
    Component.ORDER: "IV", Component.MOTTO: "II.1", Component.ISSUER: "II.2", Component.NUMBER: "II.3",
    Component.DAY: "II.4", Component.KIND: "II.5", Component.SUBJECT: "II.5", Component.BASIS: "II.6a",
    Component.TEXT: "II.6e", Component.HEADINGS: "II.6đ", Component.SIGNATURE: "II.7", Component.RECIPIENTS: "II.9",
    Component.ADDRESSED: "II.9", Component.ANNEX: "III.1",
}  # fmt: skip


@dataclass(frozen=True)
class Remark:
    """One departure. ``paragraph`` counts paragraphs with words from 1; ``table`` likewise; None where it has none."""

    weight: Weight
    component: Component
    found: str
    wanted: str
    paragraph: int | None = None
    table: int | None = None
    excerpt: str = ""

    @property
    def is_error(self) -> bool:
        """Whether the rule is departed from."""
        return self.weight is Weight.ERROR

    @property
    def where(self) -> str:
        """ "Đoạn 12, trong bảng 1": where to look, "Cả văn bản" where it is not in one place."""
        if self.paragraph is None:
            return "Cả văn bản"
        return f"Đoạn thứ {self.paragraph}" + (f", trong bảng {self.table}" if self.table else "")


def source_of(component: Component, form: Form) -> str:
    """The rule, with its section where the form is the decree's."""
    section = _SECTIONS.get(component)
    return f"{form.source}, Phần I, mục {section}" if section and "30/2020" in form.source else form.source


def error(component: Component, line: FoundLine | None, found: str, wanted: str) -> Remark:
    """A departure from the rule."""
    return _remark(Weight.ERROR, component, line, found, wanted)


def note(component: Component, line: FoundLine | None, found: str, wanted: str) -> Remark:
    """Something to know that is no fault."""
    return _remark(Weight.NOTE, component, line, found, wanted)


def _remark(weight: Weight, component: Component, line: FoundLine | None, found: str, wanted: str) -> Remark:
    if line is None:
        return Remark(weight, component, found, wanted)
    table = line.cell[0] if line.cell else None
    return Remark(weight, component, found, wanted, line.paragraph, table, line.text[:_EXCERPT])


def styled(component: Component, line: FoundLine, style: Style, *, called: str = "") -> list[Remark]:
    """What of a line's size, weight, slant and case is not as its style wants; ``called`` names the line."""
    said: list[tuple[str, str]] = []
    odd = [size for size in line.sizes if not style.size.allows(size, slack=SLACK_PT)]
    if odd:
        said.append((f"cỡ chữ {', '.join(figure(size) for size in odd)}", f"cỡ chữ {span(style.size)}"))
    if line.is_bold != style.bold:
        said.append(("chữ đậm", "không đậm") if line.is_bold else ("chữ không đậm", "chữ đậm"))
    if line.is_italic != style.italic:
        said.append(("chữ nghiêng", "chữ đứng") if line.is_italic else ("chữ đứng", "chữ nghiêng"))
    if style.is_upper is True and not line.is_upper:
        said.append(("chữ in thường", "chữ in hoa"))
    if style.is_upper is False and line.is_upper and len(line.text) > 8:
        said.append(("chữ in hoa", "chữ in thường"))
    before = f"{called}: " if called else ""
    return [error(component, line, _sentence(before + found), _sentence(wanted)) for found, wanted in said]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def figure(value: float) -> str:
    """12.7 → "12,7"."""
    return f"{round(value, 2):g}".replace(".", ",")


def span(allowed: Span, unit: str = "") -> str:
    """ "13", "13 đến 14", "20 đến 25 mm"."""
    ends = (allowed.low,) if allowed.low == allowed.high else (allowed.low, allowed.high)
    return f"{' đến '.join(figure(end) for end in ends)} {unit}".strip()
