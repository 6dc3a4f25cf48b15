"""The foot of a paper: who signs and who receives it; and e-mail addresses anywhere."""

import re

from danban.planreader.normalise import folded, plain
from danban.planreader.outline import is_capitals
from danban.planreader.paper import Block, Paper
from danban.planreader.zones import Zones, is_rule

_EMAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]*\s?@\s?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_POWER = re.compile(r"(?:t\s*[/.]?\s*m|k\s*[/.]?\s*t|t\.?l|t\.?u\.?q|q)\s*[./]\s*[^\W\d_]")
_POST = re.compile(
    r"(?:pho\s+)?(?:quyen\s+)?(chu tich|giam doc|truong ban|bi thu|cuc truong|hieu truong|"
    r"chanh van phong|truong phong|bo truong|thu truong|tong giam doc|vien truong|chi huy "
    r"truong|"
    r"chu nhiem|truong doan|vu truong|tong bi thu|thu tuong|tu lenh|chinh uy|truong thon|"
    r"chi cuc truong|tram truong|doi truong|ke toan|thuong truc|uy vien|tong cuc truong|"
    r"tong thu ky|truong tieu ban|pho ban|pho phong)"
)
_NAME = re.compile(
    r"(?:(?:GS|PGS|TS|ThS|BS|Đại tá|Thiếu tướng|Thượng tá|Trung tá|CKI|CKII|BSCKII|BSCKI)\.?\s*)*"
    r"(?P<name>[A-ZÀ-ỸĐ][a-zà-ỹđ]*(?:\s[A-ZÀ-ỸĐ][a-zà-ỹđ]*){1,4})"
    r"$"
)
_CAPITAL_NAME = re.compile(r"[A-ZÀ-ỸĐ]+(?:\s[A-ZÀ-ỸĐ]+){1,4}$")
_PURPOSE = re.compile(
    r"\s*\((?:để\s+)?(?:b\s*/\s*c|báo cáo|p\s*/\s*h|phối hợp|t\s*/\s*h|thực hiện|đăng tải|"
    r"chỉ đạo|theo dõi|biết|để [^)]*|đ\s*/\s*b|giám sát|b\.c|[^)]{0,20}báo cáo[^)]*)\)"
)
_ARCHIVE = re.compile(r"luu(?![^\W\d_])")


def read_emails(paper: Paper) -> tuple[str, ...]:
    """Every address once, in order."""
    found = [re.sub(r"\s", "", match.group()).rstrip(".") for match in _EMAIL.finditer(paper.plain)]
    return tuple(dict.fromkeys(found))


def read_recipients(paper: Paper, zones: Zones) -> tuple[str, ...]:
    """Bodies after "Kính gửi:" and in the list "Nơi nhận:"; the archive mark "Lưu: VT" is not one of them."""
    found = _addressed(paper, zones)
    if zones.foot is not None:
        found += _listed(paper, list(paper.blocks[zones.foot[0] : zones.foot[1]]))
    if len(found) > 1 and not re.match(r"kinh gui", folded(found[0])) and _addressed(paper, zones):
        found = [one for one in found if folded(one) != "nhu tren"]
    return tuple(dict.fromkeys(found))


def _addressed(paper: Paper, zones: Zones) -> list[str]:
    blocks = paper.blocks
    for index, block in enumerate(blocks[: max(zones.body_start, 30)]):
        match = re.match(r"kinh gui\s*:?\s*", paper.bare(block))
        if match is None:
            continue
        found = _split(paper.words(block)[match.end() :])
        for following in blocks[index + 1 : index + 30]:
            words = paper.words(following)
            ended = found and not _goes_on(paper.words(blocks[blocks.index(following) - 1]))
            if ended or not re.match(r"[-+*•]|\S", words) or len(words) > 160:
                break
            if not re.match(r"[-+*•]", words) and found:
                break
            found += _split(words)
        return found
    return []


def _goes_on(words: str) -> bool:
    return (not words.rstrip().endswith(".") and words.rstrip()[-1:] in {";", ",", ":"}) or re.match(
        r"[-+*•]", words
    ) is not None


def _split(words: str) -> list[str]:
    pieces = re.split(r";", words)
    return [cleaned for piece in pieces if (cleaned := _clean(piece))]


def _clean(words: str) -> str:
    words = _PURPOSE.sub("", words)
    return re.sub(r"^[\s\-+*•–]+|[\s;.,/]+$", "", words).strip()


def _listed(paper: Paper, blocks: list[Block]) -> list[str]:
    found: list[str] = []
    active = False
    for block in blocks:
        words, bare = paper.words(block), paper.bare(block)
        if match := re.match(r"noi nhan\s*:?\s*", bare):
            active = True
            words, bare = words[match.end() :], bare[match.end() :]
        if not active or not words or is_rule(words):
            continue
        if _POWER.match(bare) or (
            is_capitals(words) and (_POST.match(bare) or len(words) > 12 or not re.match(r"[-+*•]", words))
        ):
            break
        bullet = re.match(r"[-+*•–]", words)
        if not bullet and found and (_NAME.match(words) or _POST.match(bare)):
            break
        for piece in _split(words):
            if _ARCHIVE.match(folded(piece)):
                return found
            if bullet or not found or ";" in words or len(found) == 0:
                found.append(piece)
            else:
                found[-1] = f"{found[-1]} {piece}" if not words.startswith(("-", "+")) else piece
    return found


def read_signers(paper: Paper, zones: Zones) -> tuple[str, ...]:
    """Names under the powers and posts at the foot."""
    blocks = list(paper.blocks[zones.foot[0] : zones.foot[1]]) if zones.foot else list(paper.blocks[-8:])
    posted = False
    found: list[str] = []
    for block in blocks:
        words, bare = paper.words(block).strip(), paper.bare(block)
        words = re.sub(r"^\((?:đã ký|da ky)[^)]*\)\s*", "", words, flags=re.IGNORECASE)
        if is_capitals(words) and (_POWER.match(bare) or _POST.match(bare)):
            posted = True
            continue
        match = _NAME.match(words)
        if posted and match and not _is_body(bare):
            found.append(match.group("name"))
        elif posted and _CAPITAL_NAME.match(words) and not _POST.match(bare) and not _is_body(bare) and len(words) < 30:
            found.append(words.title())
    return tuple(dict.fromkeys(found))


def _is_body(bare: str) -> bool:
    return (
        re.match(
            r"(uy ban|ban |so |hoi |doan |cong an|mttq|noi nhan|luu|tinh |huyen |thanh pho|xa |nhu "
            r"|phu luc|da ky|ubnd|hdnd|phong |trung tam|bo |cuc |viet nam|nhan dan|thuong truc)",
            folded(plain(bare)),
        )
        is not None
    )
