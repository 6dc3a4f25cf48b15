"""What the thing planned is to be about, by level where the plan speaks of levels."""

import re

from danban.planreader.normalise import folded, plain
from danban.planreader.outline import Outline, title_of
from danban.planreader.paper import Paper
from danban.planreader.reading import Contents
from danban.planreader.tasks import clean_task

_LEVEL_WORD = (
    r"(?:thon|to dan pho|khu dan cu|khu pho|ap|ban|lang|xa|phuong|thi tran|dac khu|huyen|"
    r"quan|thi xa|tinh|thanh pho|trung uong|cap (?:xa|huyen|tinh|co so|thon|truong|thanh "
    r"pho|quan|phuong)|co so)"
)
_LEVEL = re.compile(
    rf"(?<!\w)(?:o|tai|doi voi|cap|danh cho)\s+(?:[^,;:]{{0,60}}?(?:o|tai|cap)\s+)?(?:cac\s+)?"
    rf"(?P<level>{_LEVEL_WORD}(?:\s*(?:,|"
    rf"va|/|-)\s*{_LEVEL_WORD})*)|^(?P<bare>(?:cap|cac)\s+{_LEVEL_WORD}(?:\s*(?:,|va)\s*{_LEVEL_WORD})*)"
)
_MEETING = re.compile(
    r"(?<!\w)(?:hoi nghi|dai hoi|sinh hoat|cuoc hop|buoi hop|hop dan|hop thon|toa dam|doi thoai|ngay hoi|hoi thao|"
    r"tiep xuc cu tri|hiep thuong|dien dan|hoi nghi dai bieu)(?!\w)"
)
_WORK = re.compile(r"tuyen truyen|nhiem vu|cong viec|trien khai|thuc hien|giai phap|phoi hop|ho tro|muc chi|hoat dong")
_CONTENTS = re.compile(r"noi dung|chu de|chuong trinh hoi nghi")
_NOT_CONTENTS = re.compile(
    r"hinh thuc|thoi gian|dia diem|thanh phan|kinh phi|to chuc thuc hien|phan cong|trach "
    r"nhiem|doi tuong"
)


def read_contents(paper: Paper, outline: Outline) -> list[Contents]:
    """One entry a part that says what is to be talked about or done; level words as the plan has them."""
    found = []
    for index, node in enumerate(outline.nodes):
        if node.kind != "section":
            continue
        title = title_of(paper, node)
        bare = folded(plain(title))
        about = _is_about(paper, outline, index, bare)
        if about is None:
            continue
        items = _items(paper, outline, index)
        level = _level(title, bare) if about == "level" or _LEVEL.search(bare) else ""
        if items:
            end = max(outline.nodes[child].block.end for child in outline.children(index))
            found.append(Contents(level, items, node.path, (node.block.start, end)))
    return found


def _is_about(paper: Paper, outline: Outline, index: int, bare: str) -> str | None:
    if _CONTENTS.search(bare) and not re.match(_NOT_CONTENTS, bare):
        return "contents" if _is_of_meeting(paper, outline, index, bare) else None
    parent = outline.nodes[index].parent
    if parent is None or not _LEVEL.search(bare) or _NOT_CONTENTS.match(bare):
        return None
    above = outline.section_of(parent)
    if above is None:
        return None
    title = folded(plain(title_of(paper, above)))
    return "level" if _CONTENTS.search(title) and _is_of_meeting(paper, outline, index, bare) else None


def _is_of_meeting(paper: Paper, outline: Outline, index: int, bare: str) -> bool:
    """What a campaign will do is no matter for talk: a meeting must be named here, above, or by the plan itself."""
    if _MEETING.search(bare):
        return True
    if _WORK.search(bare):
        return False
    above = [folded(plain(title_of(paper, outline.nodes[place]))) for place in outline.ancestors(index)]
    return _MEETING.search(" | ".join([*above, folded(plain(outline.plan_title))])) is not None


def _level(title: str, bare: str) -> str:
    match = _LEVEL.search(bare)
    if match is None:
        return ""
    name = "level" if match.group("level") else "bare"
    return title[match.start(name) : match.end(name)].strip(" ,;:")


def _items(paper: Paper, outline: Outline, index: int) -> tuple[str, ...]:
    children = outline.children(index)
    items = [child for child in children if outline.nodes[child].kind == "item"]
    if items:
        return tuple(
            clean_task(paper.text[outline.nodes[child].body_start : outline.nodes[child].block.end]) for child in items
        )
    texts = [child for child in children if outline.nodes[child].kind == "text"]
    if texts and not any(outline.nodes[child].kind == "section" for child in children):
        return tuple(clean_task(paper.words(outline.nodes[child].block)) for child in texts)
    levels = [child for child in children if _LEVEL.search(folded(plain(title_of(paper, outline.nodes[child]))))]
    about = [
        child
        for child in children
        if outline.nodes[child].kind == "section"
        and _is_about(paper, outline, child, folded(plain(title_of(paper, outline.nodes[child]))))
    ]
    if levels or about:
        return ()
    return tuple(title_of(paper, outline.nodes[child]) for child in children if outline.nodes[child].kind == "section")
