"""A paper as data: who issues it, what it says, who signs, who receives it. Two renderers read the same value.

Nothing here knows millimetres or fonts; those belong to the form (``papers.forms``). Text is plain text: a
renderer never takes markup from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum


class Profile(Enum):
    """Whose rules of form a paper follows."""

    STATE = "state"  # Decree 30/2020/NĐ-CP
    FRONT = "front"  # Guide 91/HD-MTTW-BTT, modelled on the state's form
    JOINT = "joint"  # a state body and a Front committee together
    PARTY = "party"  # Guide 36-HD/VPTW: reports to Party committees
    VILLAGE = "village"  # no number, no seal, signed by the heads


class Depth(Enum):
    """The headings of a paper from the widest to the narrowest."""

    PART = "part"  # "Phần I", title below
    CHAPTER = "chapter"  # "Chương I", title below
    SECTION = "section"  # "Mục 1", title below
    SUBSECTION = "subsection"  # "Tiểu mục 1", title below
    ROMAN = "roman"  # "I. MỤC ĐÍCH, YÊU CẦU": plans and reports
    ARTICLE = "article"  # "Điều 1. Tên điều"
    ARABIC = "arabic"  # "1. Tên khoản", bold because it has a title


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading with its number as printed ("I", "1"); the form adds "Phần", "Điều" and the dot."""

    depth: Depth
    number: str
    title: str


@dataclass(frozen=True)
class Paragraph:
    """Running text, justified, first line indented."""

    runs: tuple[Run, ...]
    is_centred: bool = False


@dataclass(frozen=True)
class Item:
    """A khoản "1.", a điểm "a)", a dash "-" or a plus "+" with its text; ``lead`` is set in bold before it.

    An article whose text follows on its own line is an item too: "Điều 1.", then set in bold.
    """

    mark: str
    text: str
    lead: str = ""


@dataclass(frozen=True)
class Field:
    """A labelled line as invitations and minutes have them: "Thời gian: 08 giờ 00, ngày 12 tháng 02 năm 2023"."""

    label: str
    text: str


class Align(Enum):
    """How a column of a table stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True)
class Column:
    """A column of a table; ``share`` is its part of the width, against the other columns' shares."""

    title: str
    share: float = 1.0
    align: Align = Align.LEFT


@dataclass(frozen=True)
class Table:
    """Rows of text under titled columns; ``total`` is a last row in bold. The head repeats on every page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()


Block = Heading | Paragraph | Item | Field | Table


@dataclass(frozen=True)
class Issuer:
    """A body that issues the paper, under the body it belongs to ("" for none)."""

    name: str
    superior: str = ""


@dataclass(frozen=True)
class Signature:
    """Who signs: lines of power and position ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), the name.

    ``note`` stands under them in italics where the form has one ("(Ký, ghi rõ họ tên)").
    """

    lines: tuple[str, ...]
    name: str
    note: str = ""


@dataclass(frozen=True)
class Annex:
    """An annex on pages of its own, numbered with Roman numerals where there are several."""

    number: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class CheckCode:
    """Where a printed paper can be checked: the address of the QR, and the code to be typed."""

    address: str
    code: str


@dataclass(frozen=True)
class Paper:
    """One paper. ``number`` None: not numbered yet (a blank is left); ``symbol`` is what follows the slash.

    ``kind_name`` is the name of the kind in capitals ("KẾ HOẠCH LIÊN TỊCH"), "" for a dispatch, whose
    ``subject`` then stands under the number. ``addressed_to`` are the lines of "Kính gửi". ``basis`` are the
    căn cứ, without their last sign. ``issued_on`` None leaves the day to be filled in by hand.
    """

    profile: Profile
    issuers: tuple[Issuer, ...]
    place: str
    kind_name: str
    subject: str
    blocks: tuple[Block, ...]
    number: int | None = None
    symbol: str = ""
    issued_on: date | None = None
    addressed_to: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    recipients: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    has_end_mark: bool = True
    check_code: CheckCode | None = None
    language: str = field(default="vi")

    @property
    def is_dispatch(self) -> bool:
        """Whether it is a công văn, which has no name of kind."""
        return not self.kind_name

    @property
    def is_numbered(self) -> bool:
        """Whether the form has a number at all; village papers have none."""
        return self.profile is not Profile.VILLAGE
