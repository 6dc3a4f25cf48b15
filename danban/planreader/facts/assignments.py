"""Who is given what to do: headed parts of a body, lines that begin with a body, lines "Đơn vị chủ trì: …"."""

import re
from dataclasses import dataclass, field

from danban.planreader.actors import family_of, split_bodies, subject, subject_within
from danban.planreader.normalise import folded
from danban.planreader.outline import Node, Outline, is_capitals, title_of
from danban.planreader.paper import Paper
from danban.planreader.reading import Span, TaskGiven
from danban.planreader.sentences import sentences
from danban.planreader.tasks import agent_line, agents_in, clean_task

_DUTY_PART = re.compile(
    r"phan cong|to chuc thuc hien|trach nhiem|to chuc trien khai|trien khai thuc hien|nhiem "
    r"vu|giai phap|don vi|co quan|to chuc, thuc hien"
)
_LEVEL_GROUP = re.compile(
    r"(?:cac\s+)?(?:quan|huyen|thi xa|xa|phuong|thi tran|dac khu|thon|to dan pho|cap|dia "
    r"phuong|ap)(?!\w)"
)
_DUTY_WORDS = re.compile(r"[\s,]*(?:co trach nhiem|chiu trach nhiem|chu tri)")
_LEVEL_HEADING = re.compile(
    r"(?:Ở |Tại |Đối với )?(?=(?:[Cc]ấp (?:trung|tỉnh|thành|huyện|quận|xã|phường|thôn|cơ "
    r"sở|trường)|[Cc]ác (?:xã|thôn|phường|huyện)))"
)
_PREAMBLE = re.compile(r"(?:trong qua trinh|tren day|can cu|yeu cau cac|de nghi cac don vi|nhan duoc)")
_NOT_DUTY_TITLE = re.compile(
    r"thoi gian|tien do|dia diem|thanh phan|doi tuong|muc dich|yeu cau|muc tieu|chi tieu|can cu|kinh "
    r"phi"
)


_SAYS_NOTHING = re.compile(
    r"(?:thong bao|yeu cau|de nghi|thuc hien|co trach nhiem|chiu trach nhiem|trien khai|xay dung ke hoach)"
    r"(?:,? (?:nhu sau|cac (?:noi dung|nhiem vu)(?: sau)?|cu the|cu the nhu sau))?"
)
_ONLY_TIME = re.compile(r"(?:hoan thanh|xong|thoi gian|thoi han|ket thuc)(?!\w)[^,;]*(?:\d|truoc |quy )")


@dataclass
class _Entry:
    section: str
    actors: tuple[str, ...]
    start: int
    end: int
    tasks: list[str] = field(default_factory=list)


def read_assignments(paper: Paper, outline: Outline) -> list[TaskGiven]:
    """One entry a body or group named together, in reading order; in a paper without a part on duties, anywhere."""
    strict = _read(paper, outline, anywhere=False)
    return strict or _letter(paper, outline) or _read(paper, outline, anywhere=True)


def _read(paper: Paper, outline: Outline, *, anywhere: bool) -> list[TaskGiven]:
    entries: list[_Entry] = []
    owners: dict[int, _Entry] = {}
    for index, node in enumerate(outline.nodes):
        if node.kind == "row":
            continue
        if (span := agent_line(paper, node)) is not None:
            _add_agent_line(paper, outline, entries, index, span)
            continue
        entry = _opened_by(paper, outline, owners, index, anywhere=anywhere)
        owner = _owner(outline, owners, index)
        if entry is not None:
            if entry is not owner:
                entries.extend(_by_sentence(paper, node, entry) if node.kind == "text" else [entry])
            owners[index] = entry
        elif owner is not None:
            _add_tasks(paper, outline, owner, index)
    return [
        TaskGiven(entry.section, entry.actors, tuple(entry.tasks), (entry.start, entry.end))
        for entry in entries
        if entry.tasks
    ]


def _by_sentence(paper: Paper, node: Node, whole: _Entry) -> list[_Entry]:
    """A paragraph that turns to another body with every sentence gives each its own tasks."""
    entries: list[_Entry] = []
    for begin, end in sentences(paper.plain, node.body_start, node.block.end):
        named, length = subject(paper.text[begin:end])
        if named:
            entries.append(_Entry(whole.section, named, begin, end))
        elif not entries:
            return [whole]
        entries[-1].end = end
        _add(entries[-1], paper.text[begin + length : end])
    return entries if len(entries) > 1 else [whole]


def _owner(outline: Outline, owners: dict[int, _Entry], index: int) -> _Entry | None:
    for above in outline.ancestors(index):
        if above in owners:
            return owners[above]
    return None


def _opened_by(
    paper: Paper, outline: Outline, owners: dict[int, _Entry], index: int, *, anywhere: bool
) -> _Entry | None:
    """The entry this line begins: a heading that is a body, or a sentence that begins with one."""
    node = outline.nodes[index]
    words = paper.text[node.body_start : max(node.block.end, node.heading_end)]
    path = outline.path_of(index)
    title = title_of(paper, node)
    if family := family_of(words):
        return _group_entry(paper, node, path, family)
    named, _ = subject(title, whole=True)
    if not named and _LEVEL_HEADING.match(title) and node.kind == "section" and _is_duty_place(paper, outline, index):
        named = (_LEVEL_HEADING.sub("", title, count=1),)
    if named and (node.kind == "section" or outline.children(index) or _is_duty_place(paper, outline, index)):
        entry = _Entry(path, named, *node.span)
        _inline_tasks(paper, node, entry, len(title))
        return entry
    if not named and (match := _named_group(words)):
        return _group_entry(paper, node, path, match)
    named, length = subject_within(words)
    if not named or not (
        anywhere or _is_duty_place(paper, outline, index) or _DUTY_WORDS.match(folded(words[length:]))
    ):
        return None
    owner = _owner(outline, owners, index)
    if owner is not None and _is_same_body(owner.actors, named):
        _add_tasks(paper, outline, owner, index)
        return owner
    entry = _Entry(path, named, *node.span)
    first = node.body_start + length
    for begin, end in sentences(paper.plain, first, node.block.end):
        _add(entry, paper.text[begin:end])
    return entry


def _named_group(words: str) -> tuple[tuple[str, ...], int] | None:
    """ "Các đoàn thể …: Liên đoàn Lao động, Hội Phụ nữ … xây dựng kế hoạch": the list behind the colon."""
    head, colon, rest = words.partition(":")
    if not colon or len(head) > 120 or not re.match(r"(?:cac|doi voi cac) ", folded(head)):
        return None
    rest_start = len(head) + 1 + (len(rest) - len(rest.lstrip()))
    named, length = subject(words[rest_start:])
    return (named, rest_start + length) if len(named) >= 2 else None


def _group_entry(paper: Paper, node: Node, path: str, group: tuple[tuple[str, ...], int]) -> _Entry:
    entry = _Entry(path, group[0], *node.span)
    for begin, end in sentences(paper.plain, node.body_start + group[1], node.block.end):
        _add(entry, paper.text[begin:end])
    return entry


def _inline_tasks(paper: Paper, node: Node, entry: _Entry, title_length: int) -> None:
    """Text after the colon of a heading: "1. Sở Y tế: chủ trì …"."""
    rest_start = node.body_start + title_length
    group = _named_group(paper.text[node.body_start : node.block.end])
    if group is not None:
        entry.actors = group[0]
        rest_start = node.body_start + group[1]
    for begin, end in sentences(paper.plain, rest_start, node.block.end):
        _add(entry, paper.text[begin:end])


def _is_duty_place(paper: Paper, outline: Outline, index: int) -> bool:
    """Under a part on duties, or under a body's heading; elsewhere a body may be named in passing."""
    for above in [index, *outline.ancestors(index)]:
        node = outline.nodes[above]
        title = folded(title_of(paper, node))
        if node.kind == "section" and above != index and _NOT_DUTY_TITLE.match(title) and not _DUTY_PART.search(title):
            return False
        if node.kind == "section" and ((above != index and _DUTY_PART.search(title)) or node.style == "dieu"):
            return True
        if above != index and subject(title_of(paper, node), whole=True)[0]:
            return True
    return not any(node.kind == "section" for node in outline.nodes)


def _is_same_body(owners: tuple[str, ...], named: tuple[str, ...]) -> bool:
    """ "Ban Thường trực Ủy ban MTTQ …" under the heading "Ủy ban MTTQ …" is that body itself."""
    for owner in owners:
        bare = folded(owner)
        if _LEVEL_GROUP.match(bare):
            continue
        if all(bare in folded(name) or folded(name) == bare for name in named):
            return True
    return False


def _add_tasks(paper: Paper, outline: Outline, owner: _Entry, index: int) -> None:
    node = outline.nodes[index]
    words = paper.text[node.body_start : node.block.end]
    if node.kind == "text" and _PREAMBLE.match(folded(words)):
        return
    if node.kind in {"section", "item"} or len(words) > 30:
        _add(owner, words)
        owner.end = max(owner.end, node.block.end)
    elif outline.nodes[index].parent is not None:
        _add(owner, words)


def _add(entry: _Entry, words: str) -> None:
    cleaned = clean_task(words.rstrip("/. "))
    if _SAYS_NOTHING.fullmatch(folded(cleaned)):
        return
    if entry.tasks and _ONLY_TIME.match(folded(cleaned)) and len(cleaned) < 60:
        entry.tasks[-1] = f"{entry.tasks[-1]}; {cleaned}"
    elif len(cleaned) > 5:
        entry.tasks.append(cleaned)


def _add_agent_line(paper: Paper, outline: Outline, entries: list[_Entry], index: int, span: Span) -> None:
    """ "Đơn vị chủ trì: Sở Y tế" gives the task of the heading above to that body."""
    node = outline.nodes[index]
    actors = agents_in(paper.text[span[0] : span[1]])
    above = node.parent
    if not actors or above is None:
        return
    task = clean_task(title_of(paper, outline.nodes[above]))
    entries.append(_Entry(outline.path_of(index), actors, node.block.start, node.block.end, [task] if task else []))


def _letter(paper: Paper, outline: Outline) -> list[TaskGiven]:
    """A letter that names nobody in its list gives every point of it to those it addresses."""
    points = [(index, node) for index, node in enumerate(outline.nodes) if node.kind == "section" and node.level == 1]
    if not outline.addressed or not points:
        return []
    written = [words for index, node in points for words in _asked_in(paper, outline, index)]
    tasks = tuple(clean_task(words) for words in written if not is_capitals(words))
    asked = clean_task(re.sub(r"[,\s]*(?:cụ thể|như sau|sau đây|sau)?\s*:?\s*$", "", outline.asked))
    tasks = tasks or ((asked,) if asked else ())
    if not tasks:
        return []
    return [TaskGiven("", outline.addressed, tasks, (points[0][1].block.start, points[-1][1].block.end))]


def _asked_in(paper: Paper, outline: Outline, index: int) -> list[str]:
    """A point's own words, or where they are a mere heading, those of the lines below it."""
    point = outline.nodes[index]
    own = paper.text[point.body_start : point.block.end]
    if is_capitals(own):
        return [own]
    lines = (
        [outline.nodes[child] for child in outline.children(index)] if point.block.end - point.body_start < 60 else []
    )
    return [paper.text[node.body_start : node.block.end] for node in lines or [point]]


def bodies_in_cell(words: str) -> tuple[str, ...]:
    """The bodies named in a table cell."""
    pieces = [piece.strip(" -+.;,") for piece in re.split(r";|\s-\s(?=[A-ZĐÀ-Ỹ])|\s\+\s", words)]
    return tuple(body for piece in pieces if piece for body in split_bodies(piece))
