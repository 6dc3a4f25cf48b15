"""Forms of papers: millimetres and points of every component, as dated rule sets with their source.

``STATE_2020`` is Annex I of Decree 30/2020/NĐ-CP (in force since 2020-03-05). Where the decree allows a span
(left margin 30–35 mm, size 13–14) the form keeps both ends for the checker and a value of its own for writing.
"""

from dataclasses import dataclass, replace
from datetime import date

from danban.papers.paper import Profile


@dataclass(frozen=True)
class Span:
    """An allowed span and the value we write; millimetres or points."""

    low: float
    high: float
    ours: float

    def allows(self, value: float, *, slack: float = 0.0) -> bool:
        """Whether a value lies in the span, ``slack`` to either side forgiven (rounding of word processors)."""
        return self.low - slack <= value <= self.high + slack


@dataclass(frozen=True)
class Style:
    """How one component is set. ``is_upper`` None: the component's case is free."""

    size: Span
    bold: bool = False
    italic: bool = False
    is_upper: bool | None = None


@dataclass(frozen=True)
class Form:
    """Page, margins and components. ``motto`` are the two lines at the top right; ``first_indent`` in mm.

    ``number_joint`` stands between the number and its symbol.
    """

    code: str
    name: str
    source: str
    in_force_from: date
    motto: tuple[str, str]
    number_word: str
    number_joint: str
    top: Span
    bottom: Span
    left: Span
    right: Span
    first_indent: Span
    line_spacing: Span
    paragraph_gap: Span
    motto_upper: Style
    motto_lower: Style
    superior: Style
    issuer: Style
    number: Style
    place_and_day: Style
    kind_name: Style
    subject: Style
    dispatch_subject: Style
    addressed_to: Style
    basis: Style
    body: Style
    heading: Style
    signature_lines: Style
    signature_name: Style
    recipients_label: Style
    recipients: Style
    annex_label: Style
    page_number: Style
    page_width: float = 210.0
    page_height: float = 297.0
    font: str = "Times New Roman"
    mark_under_issuer: str = ""  # the Party's star; the state's form has a rule there

    @property
    def text_width(self) -> float:
        """The width between the margins in mm."""
        return self.page_width - self.left.ours - self.right.ours


_12_13 = Span(12, 13, 12)
_13 = Span(13, 13, 13)
_13_14 = Span(13, 14, 13)
_14 = Span(13, 14, 14)

STATE_2020 = Form(
    code="state-2020",
    name="Thể thức văn bản hành chính của cơ quan nhà nước",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I",
    in_force_from=date(2020, 3, 5),
    motto=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    number_word="Số: ",
    number_joint="/",
    top=Span(20, 25, 20),
    bottom=Span(20, 25, 20),
    left=Span(30, 35, 30),
    right=Span(15, 20, 15),
    first_indent=Span(10, 12.7, 12.7),
    line_spacing=Span(1.0, 1.5, 1.15),
    paragraph_gap=Span(6, 12, 6),
    motto_upper=Style(_12_13, bold=True, is_upper=True),
    motto_lower=Style(_13_14, bold=True, is_upper=False),
    superior=Style(_12_13, is_upper=True),
    issuer=Style(_12_13, bold=True, is_upper=True),
    number=Style(_13),
    place_and_day=Style(_13_14, italic=True, is_upper=False),
    kind_name=Style(_14, bold=True, is_upper=True),
    subject=Style(_14, bold=True, is_upper=False),
    dispatch_subject=Style(_12_13, is_upper=False),
    addressed_to=Style(_14, is_upper=False),
    basis=Style(_14, italic=True, is_upper=False),
    body=Style(_14, is_upper=False),
    heading=Style(_14, bold=True),
    signature_lines=Style(_14, bold=True, is_upper=True),
    signature_name=Style(_14, bold=True, is_upper=False),
    recipients_label=Style(Span(12, 12, 12), bold=True, italic=True, is_upper=False),
    recipients=Style(Span(11, 11, 11), is_upper=False),
    annex_label=Style(Span(14, 14, 14), bold=True, is_upper=False),
    page_number=Style(_13_14),
)

FRONT_2013 = replace(
    STATE_2020,
    code="front-2013",
    name="Thể thức văn bản của Mặt trận Tổ quốc Việt Nam",
    source="Hướng dẫn 91/HD-MTTW-BTT",
    in_force_from=date(2013, 4, 8),
)

PARTY_2018 = replace(
    STATE_2020,
    code="party-2018",
    name="Thể thức văn bản của Đảng",
    source="Hướng dẫn 36-HD/VPTW",
    in_force_from=date(2018, 4, 3),
    motto=("ĐẢNG CỘNG SẢN VIỆT NAM", ""),
    number_word="Số ",
    number_joint="-",
    right=Span(15, 20, 20),
    motto_upper=Style(Span(15, 15, 15), bold=True, is_upper=True),
    superior=Style(Span(14, 14, 14), is_upper=True),
    issuer=Style(Span(14, 14, 14), bold=True, is_upper=True),
    number=Style(Span(14, 14, 14)),
    place_and_day=Style(Span(14, 14, 14), italic=True, is_upper=False),
    kind_name=Style(Span(15, 16, 16), bold=True, is_upper=True),
    subject=Style(Span(14, 15, 14), bold=True, is_upper=False),
    body=Style(Span(14, 15, 14), is_upper=False),
    mark_under_issuer="*",
)

_FORMS = {
    Profile.STATE: STATE_2020,
    Profile.JOINT: STATE_2020,
    Profile.VILLAGE: STATE_2020,
    Profile.FRONT: FRONT_2013,
    Profile.PARTY: PARTY_2018,
}


def form_of(profile: Profile) -> Form:
    """The form a profile follows; joint papers and papers of villages follow the state's."""
    return _FORMS[profile]
