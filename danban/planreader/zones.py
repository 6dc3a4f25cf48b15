"""Which blocks are head, title, basis, body, foot and annex."""

import re
from dataclasses import dataclass

from danban.planreader.labels import label_of
from danban.planreader.normalise import accented
from danban.planreader.outline import is_capitals
from danban.planreader.paper import Block, Paper
from danban.planreader.vocabulary import HEAD

TYPES = (
    "ke hoach lien tich",
    "ke hoach phoi hop",
    "ke hoach lien nganh",
    "ke hoach hanh dong",
    "ke hoach",
    "huong dan lien tich",
    "huong dan lien nganh",
    "huong dan",
    "chuong trinh phoi hop",
    "chuong trinh hanh dong",
    "chuong trinh cong tac",
    "chuong trinh",
    "quyet dinh",
    "chi thi",
    "nghi quyet lien tich",
    "nghi quyet",
    "thong bao",
    "thong tri",
    "thong tu lien tich",
    "thong tu",
    "bao cao",
    "de an",
    "phuong an",
    "du an",
    "quy che phoi hop",
    "quy che",
    "quy dinh",
    "ket luan",
    "to trinh",
    "cong dien",
    "cong van",
    "the le",
    "dieu le",
    "giay moi",
    "ke hoach lien tinh",
)
_TYPE = re.compile("(" + "|".join(sorted(TYPES, key=len, reverse=True)) + r")(?![^\W\d_])")
BASIS = re.compile(
    r"[-+*•]?\s*(?:can cu|thuc hien|thi hanh|trien khai|theo|tiep tuc|de |nham|xet|chap hanh|quan triet|huong ung|"
    r"cu the hoa|kinh gui|phat huy|nhan dip|hien thuc|trong nhung nam|thuong truc|tren co "
    r"so|\(|sau khi|vua qua|nam 20)"
)
_KNOWN_HEADING = re.compile(
    r"(?:muc dich|yeu cau|noi dung|thoi gian|dia diem|doi tuong|thanh phan|muc tieu|dac "
    r"diem|tinh hinh)(?:,| -| va|:|$| yeu cau| hoat dong| thuc hien)"
)
_AUTHORITY = re.compile(
    r"(chu tich|bo truong|giam doc|uy ban|ban |thu tuong|hoi dong|hieu truong|thu truong|"
    r"cuc truong|tong giam doc|truong ban)"
)
_POST = re.compile(
    r"(?:pho\s+)?(?:chu tich|giam doc|truong ban|bi thu|cuc truong|hieu truong|truong phong|"
    r"chanh van phong|chi huy truong|tong giam doc|chu nhiem|truong doan|vu truong)(?![^\W\d_])"
)
_CLOSING = re.compile(
    r"(noi nhan|(?:t\s*[/.]?\s*m|k\s*[/.]?\s*t|t\.?l|t\.?u\.?q)\s*[./]\s*[^\W\d_]|dai dien\s+[^\W\d_]+.{0,60}$)"
)
_ANNEX = re.compile(r"(phu luc|phu bieu|bieu (?:mau )?(?:so )?\d)(?![^\W\d_])")
_RULE = re.compile(r"[\s*_=.\-–—~oO+•…\\/|]*$")


@dataclass(frozen=True)
class Zones:
    """Block indices. ``type_at`` is None where the paper names no type; runs are (from, to) pairs."""

    type_at: int | None
    title_end: int
    body_start: int
    foot: tuple[int, int] | None
    runs: tuple[tuple[int, int], ...]
    annexes: tuple[int, ...]


def is_rule(words: str) -> bool:
    """A line of dashes, stars or dots that only decorates."""
    return _RULE.match(words) is not None


def type_in(bare: str) -> str | None:
    """The document type a line begins with."""
    match = _TYPE.match(bare)
    return match.group(1) if match else None


def find_zones(paper: Paper) -> Zones:
    """Walk the blocks once from the top and once from the foot."""
    type_at = _find_type(paper)
    title_end = _find_title_end(paper, type_at) if type_at is not None else _after_head(paper)
    body_start = _find_body(paper, title_end)
    foot = _find_foot(paper, body_start)
    annexes = _find_annexes(paper, foot[0] if foot else body_start)
    end = foot[0] if foot else (annexes[0] if annexes else len(paper.blocks))
    runs = [(body_start, end)]
    after = foot[1] if foot else end
    if after < len(paper.blocks):
        runs.extend(_later_runs(paper, after))
    return Zones(type_at, title_end, body_start, foot, tuple(runs), tuple(annexes))


def _find_type(paper: Paper) -> int | None:
    for index, block in enumerate(paper.blocks[:40]):
        if block.table:
            continue
        bare, words = paper.bare(block), paper.words(block)
        kind = type_in(bare)
        if kind and (len(bare) <= len(kind) + 2 or is_capitals(words)):
            return index
        spaced = bare.replace(" ", "")
        if is_capitals(words) and spaced in {kind.replace(" ", "") for kind in TYPES}:
            return index
    return None


def _find_title_end(paper: Paper, type_at: int) -> int:
    """The first block after the title: a basis line, a label, a rule or a full sentence."""
    blocks = paper.blocks
    for index in range(type_at + 1, min(len(blocks), type_at + 9)):
        words, bare = paper.words(blocks[index]), paper.bare(blocks[index])
        if is_rule(words) or blocks[index].table:
            return index
        if index > type_at + 1 and (_is_basis(bare, words) or _is_authority(paper, blocks[index - 1], words, bare)):
            return index
        if index > type_at + 1 and len(words) < 60 and _KNOWN_HEADING.match(bare):
            return index
        label = label_of(paper.plain[blocks[index].start : blocks[index].end], bare)
        if (label and not label.is_bullet) or words.endswith((".", ";", ":")) or len(words) > 320:
            return index
        if index == type_at + 1 and _is_basis(bare, words) and len(words) > 160:
            return index
    return min(len(blocks), type_at + 2)


def _is_basis(bare: str, words: str) -> bool:
    return (BASIS.match(bare) is not None and not is_capitals(words) and words[:1].isupper()) or words.startswith("(")


def _is_authority(paper: Paper, before: Block, words: str, bare: str) -> bool:
    """ "BỘ TRƯỞNG BỘ …" in capitals under a title in small letters: who decides, not what about."""
    if not is_capitals(words) or is_capitals(paper.words(before)):
        return False
    return _AUTHORITY.match(bare) is not None


def _after_head(paper: Paper) -> int:
    """Where there is no type line: a letter begins at "Kính gửi", else at the first label or sentence."""
    for index, block in enumerate(paper.blocks[:25]):
        bare = paper.bare(block)
        if bare.startswith("kinh gui"):
            return index
    last = 0
    for index, block in enumerate(paper.blocks[:20]):
        bare = paper.bare(block)
        if (
            re.search(r"ngay[\s\d.…_]*thang[\s\d.…_]*nam|doc lap|^so\s*:|cong hoa xa hoi|^v/v", bare)
            and len(bare) < 120
        ):
            last = index + 1
    return last


def _find_body(paper: Paper, title_end: int) -> int:
    """The first labelled part after the title; without one, the first line after the basis."""
    for index in range(title_end, len(paper.blocks)):
        block = paper.blocks[index]
        label = label_of(paper.plain[block.start : block.end], paper.bare(block))
        if _closes(paper, block):
            break
        if label and not label.is_bullet and (label.number in {0, 1} or label.rank is not None):
            return index
        if _is_plain_heading(paper, block):
            return index
        if is_capitals(paper.words(block)) and index > title_end and len(block_words(paper, block)) > 1:
            return index
    for index in range(title_end, min(len(paper.blocks), title_end + 25)):
        if not BASIS.match(paper.bare(paper.blocks[index])) and not is_rule(paper.words(paper.blocks[index])):
            return index
    return title_end


def _is_plain_heading(paper: Paper, block: Block) -> bool:
    words = paper.words(block)
    short = len(words) < 60 and not words.endswith((".", ";", ",", ":"))
    return short and _KNOWN_HEADING.match(paper.bare(block)) is not None


def _closes(paper: Paper, block: Block) -> bool:
    bare = paper.bare(block)
    return bare.startswith("noi nhan") or (_CLOSING.match(bare) is not None and is_capitals(paper.words(block)))


def block_words(paper: Paper, block: Block) -> list[str]:
    """The words of a block."""
    return paper.words(block).split()


def _find_foot(paper: Paper, body_start: int) -> tuple[int, int] | None:
    start = None
    for index in range(body_start, len(paper.blocks)):
        block = paper.blocks[index]
        if block.table:
            continue
        bare, words = paper.bare(block), paper.words(block)
        match = _CLOSING.match(bare)
        posted = (
            _POST.match(bare)
            and is_capitals(words)
            and len(words) < 80
            and index > body_start + 1
            and not _labelled(paper, block)
        )
        if posted or (match and (bare.startswith("noi nhan") or is_capitals(words))):
            start = index
            break
    if start is None:
        return None
    while start - 1 > body_start and _names_signing_body(paper, paper.blocks[start - 1]):
        start -= 1
    for index in range(start + 1, len(paper.blocks)):
        block = paper.blocks[index]
        if block.table or (_is_annex_heading(paper, block)) or _starts_attached_plan(paper, index):
            return start, index
    return start, len(paper.blocks)


def _names_signing_body(paper: Paper, block: Block) -> bool:
    """ "CÔNG AN TỈNH   SỞ Y TẾ" above the posts of those who sign: the foot begins there."""
    words = paper.words(block)
    return (
        is_capitals(words)
        and not block.table
        and not _labelled(paper, block)
        and HEAD.match(accented(words)) is not None
    )


def _labelled(paper: Paper, block: Block) -> bool:
    return label_of(paper.plain[block.start : block.end], paper.bare(block)) is not None


def _is_annex_heading(paper: Paper, block: Block) -> bool:
    words = paper.words(block)
    return bool(_ANNEX.match(paper.bare(block))) and words[:1].isupper() and len(words) < 160


def _starts_attached_plan(paper: Paper, index: int) -> bool:
    block = paper.blocks[index]
    kind = type_in(paper.bare(block))
    return kind is not None and is_capitals(paper.words(block))


def _find_annexes(paper: Paper, after: int) -> list[int]:
    return [
        index
        for index in range(after, len(paper.blocks))
        if not paper.blocks[index].table and _is_annex_heading(paper, paper.blocks[index])
    ]


def _later_runs(paper: Paper, after: int) -> list[tuple[int, int]]:
    """Annexes and attached plans, each a run of its own with a fresh numbering."""
    starts = [after]
    starts += [
        index
        for index in range(after + 1, len(paper.blocks))
        if not paper.blocks[index].table
        and (_is_annex_heading(paper, paper.blocks[index]) or _starts_attached_plan(paper, index))
    ]
    ends = [*starts[1:], len(paper.blocks)]
    return list(zip(starts, ends, strict=True))
