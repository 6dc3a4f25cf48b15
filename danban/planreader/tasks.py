"""Around a deadline: who has to act, and what is to be done, in readable words without the date."""

import re
from dataclasses import dataclass

from danban.planreader.actors import subject, subject_within
from danban.planreader.normalise import folded
from danban.planreader.outline import Node, Outline, title_of
from danban.planreader.paper import Paper
from danban.planreader.reading import Span
from danban.planreader.sentences import sentences

_TIME_LABEL = re.compile(
    r"[\s\-+*•]*(?:(?:ve\s+)?(?:thoi gian|thoi han|tien do|thoi diem|han|lich|ngay|moc thoi "
    r"gian|ky han|dot)(?:\s+(?:va dia diem|dia diem|to chuc|thuc hien|hoan thanh|bao cao|"
    r"nop|gui|"
    r"du kien|ket thuc|cu the|bat dau|trien khai|tien hanh|cuoi|chot|nhan|xong|mo|dien ra))*|"
    r"du kien|hoan thanh|thuc hien|xong|bat dau|trong|vao|gom|cu the|bao gom|dinh ky|[\s:,.;()\-])*$"
)
_AGENT_LABEL = re.compile(
    r"[\s\-+*•]*(?:don vi|co quan|bo phan|to chuc|ca nhan|nguoi)?\s*(?:chu tri(?:\s+(?:thuc "
    r"hien|tham muu|thuc hien))?|thuc hien|phu trach|chiu trach nhiem|dau moi|tham muu)\s*:\s*"
)
_TAIL = re.compile(
    r"(?:[\s,;:(\-–]|\b(?:các ngày|vào|vào các|các|trong|là|xong|(?<!chứng )từ|và|từ nay|dự kiến|vào lúc|lúc|"
    r"hoàn thành vào|gửi về|bắt đầu)\b)+$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:[\s,;:.)\-–+*•]|(?:phải|thì|sẽ|có trách nhiệm|chịu trách nhiệm(?! trước)|và|đồng "
    r"thời)\s)+"
)
_STAGE = re.compile(
    r"(?:^|(?<=[,;:(\-–+]))\s*(?:Đợt|đợt|Giai đoạn|giai đoạn|Bước|Vòng|Lần|Kỳ|Khóa|Lớp)\s+(?:thứ\s+)?"
    r"(?:\d+|[IVX]+|nhất|hai|ba|tư|một|đầu|cuối)(?=[,;:\s]|$)(?=[\s:,(\-–]*(?:"
    r"(?:\w+|hoàn thành)\s*:?\s*)?$)"
)
_BARE_LABEL = re.compile(
    r"(?P<label>[^:.;]{2,45}?)\s*:\s*(?:(?:phải )?hoàn thành|xong|thực hiện|tổ chức)?\s*(?:xong)?[\s,:]*$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[\s:]*(?:hoàn thành|kết thúc|xong)$")
_LEVEL = re.compile(
    r"[Cc]ấp (?:quốc gia|tổ dân phố|khu dân cư|trung ương|chi bộ|trường|bản|ấp|"
    r"tỉnh|thành phố|huyện|quận|xã|phường|thôn|cơ sở)"
    r"(?:(?:, | và )(?:cấp "
    r")?(?:huyện|quận|thị xã|xã|phường|thị trấn|thành phố))*"
)
_OWN_TIME = re.compile(r"[\s\-+*•]*(?:thoi gian|thoi diem|thoi han)[^:]{0,40}:\s*(?:du kien|vao|luc|[\s,])*$")
_UNSAID = re.compile(r"\s*:\s*(?:hoàn thành|bắt đầu|dự kiến|xong)?\s*$")
_ONE_OF_REPORTS = re.compile(
    r"([Bb]áo cáo)(?: định kỳ)? (?:[^,]{1,20}, )+((?:hằng |hàng )?(?:tuần|tháng|quý|năm|\d+ tháng))\s*$"
)
_LABELLED = re.compile(r"^(?:nội dung|công việc|nhiệm vụ|thời gian|thời hạn|tiến độ)\s*:\s*", re.IGNORECASE)
_WEAK_TASK = re.compile(
    r"(?:hoan thanh|thuc hien|xong|ket thuc|to chuc|bao dam|dam bao|tien hanh|trien khai|"
    r"dien ra|bat dau|phai|thoi gian|gui ve)?[\s.,;:/]*$"
)


@dataclass(frozen=True)
class Clause:
    """One sentence of the paper and the line of the outline it stands in."""

    paper: Paper
    outline: Outline
    node_index: int
    sentence: Span


def actor_of(clause: Clause) -> str:
    """Who has to act: the sentence's subject, a sister line "Đơn vị chủ trì: …", or the part's own body."""
    paper, outline, node_index = clause.paper, clause.outline, clause.node_index
    start, end = clause.sentence
    named, _ = subject_within(paper.text[_past_label(outline, node_index, start) : end])
    node = outline.nodes[node_index]
    if not named and start > node.body_start:
        named, _ = subject(paper.text[node.body_start : node.block.end])
    if not named:
        named = _sister_agent(paper, outline, node_index)
    if not named and node.kind == "text":
        named, _ = _asked(paper, node.body_start, end)
    for above in [node_index, *outline.ancestors(node_index)]:
        if named:
            break
        named = _heading_agent(paper, outline.nodes[above])
    return ", ".join(named or outline.addressed)


def _asked(paper: Paper, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """ "… yêu cầu các đơn vị triển khai …": the bodies asked, in a paragraph of its own, and where they end."""
    for match in re.finditer(r"(?:yêu cầu|đề nghị|giao)\s+", paper.text[start:end], re.IGNORECASE):
        named, length = subject(paper.text[start + match.end() : end])
        if named:
            return named, start + match.end() + length
    return (), end


def note_addressed(paper: Paper, outline: Outline, opening: Span) -> None:
    """Keep whom a letter asks and for what, from the paragraph before its list: "đề nghị các đơn vị …:"."""
    outline.addressed, place = _asked(paper, *opening)
    outline.asked = paper.text[place : opening[1]].split("\n")[0] if outline.addressed else ""


def _past_label(outline: Outline, node_index: int, start: int) -> int:
    return max(start, outline.nodes[node_index].body_start)


def subject_after(paper: Paper, position: int, end: int) -> tuple[tuple[str, ...], int]:
    """The subject that follows a date set in front, and where it ends."""
    match = re.compile(r"[\s,:)\-]*").match(paper.text, position, end)
    begin = match.end() if match else position
    named, length = subject(paper.text[begin:end])
    return named, begin + length


def _heading_agent(paper: Paper, node: Node) -> tuple[str, ...]:
    if node.kind == "section":
        title = title_of(paper, node)
        named, _ = subject(title, whole=True)
        if named:
            return named
        if _LEVEL.fullmatch(title):
            return (title,)
    if node.kind != "row":
        named, _ = subject(paper.text[node.body_start : node.block.end])
        return named
    return ()


def _sister_agent(paper: Paper, outline: Outline, node_index: int) -> tuple[str, ...]:
    """The body named by "Đơn vị chủ trì: …" beside this line or below the same heading."""
    node = outline.nodes[node_index]
    family = list(outline.children(node_index)) if node.kind == "section" else []
    if node.parent is not None:
        family += [
            index
            for index in range(node.parent + 1, min(len(outline.nodes), node.parent + 25))
            if outline.nodes[index].parent == node.parent
        ]
    for index in family:
        relative = outline.nodes[index]
        if match := _AGENT_LABEL.match(paper.folded, relative.body_start, relative.block.end):
            return agents_in(paper.text[match.end() : relative.block.end])
    return ()


def agents_in(words: str) -> tuple[str, ...]:
    """The bodies listed after "Đơn vị chủ trì:"."""
    words = re.split(r"[;.]\s", words, maxsplit=1)[0].strip(" .;")
    named, _ = subject(words, whole=True)
    return named or ((words,) if words else ())


def agent_line(paper: Paper, node: Node) -> Span | None:
    """Where the bodies stand in a line "Đơn vị chủ trì: …"."""
    match = _AGENT_LABEL.match(paper.folded, node.body_start, node.block.end)
    return (match.end(), node.block.end) if match else None


def task_of(clause: Clause, spans: list[Span], here: Span) -> str:
    """The words of the sentence that say what is due ``here``; ``spans`` are all its expressions of time."""
    paper, outline, node_index = clause.paper, clause.outline, clause.node_index
    start, end = clause.sentence
    node = outline.nodes[node_index]
    previous = _end_of_earlier(paper, spans, start, here[0])
    here = (here[0], _end_of_list(paper, spans, here[1]))
    following = min((begin for begin, stop in spans if begin >= here[1] and begin < end), default=end)
    head = paper.text[max(previous, node.body_start) : _start_of_list(paper, spans, here[0])]
    if previous > start and len(clean_task(head)) < 12 and not re.search(r"[,;:(]|^\s*và ", head):
        head = paper.text[max(start, node.body_start) : here[0]]  # "mỗi ngày 02 lần từ nay …": one task, two times
    if _OWN_TIME.match(folded(head)) and re.match(r"\s*(?:[,.;(]|tại |$)", paper.text[here[1] : end]):
        return _task_above(paper, outline, node_index)
    if stage := _STAGE.search(head):
        rest = clean_task(_words_after(paper, here, end, following))
        if rest and not _STAGE.match(rest.capitalize()):
            return f"{stage.group().strip()}: {rest}"
        return _below_heading(paper, outline, node_index, stage.group().strip())
    if head.rstrip().endswith("(") and here[0] - start > 12 and paper.text[start : here[0]].count("(") >= 1:
        short = len(clean_task(head)) < 12
        words = _words_before_bracket(paper, max(start if short else previous, node.body_start), here[0])
    elif _TIME_LABEL.match(folded(head.replace("(", " "))):
        words = _words_after(paper, here, end, following)
        bracket = paper.text.find("(", *here)
        if bracket > 0 and not clean_task(words):
            words = _words_before_bracket(paper, max(start, node.body_start), bracket)
    else:
        words = _words_before(paper, head, here, end, following)
    if node.kind != "section" and (label := _BARE_LABEL.match(head.strip(" -+*•"))):
        return _below_heading(paper, outline, node_index, clean_task(label.group("label")))
    return _told(paper, outline, node_index, clean_task(words), start)


def _end_of_earlier(paper: Paper, spans: list[Span], start: int, position: int) -> int:
    """Where the time before this one ends; times listed together ("15/6, 20/7 và 17/8") share one task."""
    for begin, stop in reversed([span for span in spans if span[1] <= position and span[0] >= start]):
        if not re.fullmatch(r"\s*(?:[,;]|và|\s|ngày)*\s*", paper.text[stop:position]):
            return stop
        position = begin
    return start


def _start_of_list(paper: Paper, spans: list[Span], position: int) -> int:
    for begin, stop in reversed([span for span in spans if span[1] <= position]):
        if not re.fullmatch(r"\s*(?:,|và)\s*(?:ngày\s*)?", paper.text[stop:position]):
            break
        position = begin
    return position


def _end_of_list(paper: Paper, spans: list[Span], position: int) -> int:
    for begin, stop in [span for span in spans if span[0] >= position]:
        if not re.fullmatch(r"\s*(?:,|và)\s*(?:ngày\s*)?", paper.text[position:begin]):
            break
        position = stop
    return position


def _words_before_bracket(paper: Paper, start: int, end: int) -> str:
    """ "Báo cáo 6 tháng (trước ngày 10/6)": the task stands before the bracket."""
    words = re.sub(r"\([^()]*\)", "", paper.text[start:end].rstrip(" ("))
    _, length = subject_within(words)
    return _ONE_OF_REPORTS.sub(r"\1 \2", words[length:].strip())


def _words_after(paper: Paper, here: Span, end: int, following: int) -> str:
    """The task after a date set in front, without the body that has to do it."""
    tail_end = end if following == end else _last_break(paper, here[1], following)
    named, length = subject_after(paper, here[1], end)
    return paper.text[length if named else here[1] : tail_end]


def _words_before(paper: Paper, head: str, here: Span, end: int, following: int) -> str:
    opened = len(head) - len(head.lstrip(" ,;:-"))
    _, length = subject_within(head[opened:])
    behind = clean_task(paper.text[here[1] : end]) if following == end else ""
    if not length and behind and "," not in head and ":" not in head:
        length = subject(head[opened:], whole=True)[1]  # "Phòng Kinh tế | định kỳ 6 tháng (…) | báo cáo …"
    words = head[opened + length :]
    if following == end and not paper.text[here[1] : end].lstrip().startswith(";"):
        words = f"{_TAIL.sub('', words)} {paper.text[here[1] : end].strip(' ,).')}"
    return words


def _told(paper: Paper, outline: Outline, node_index: int, words: str, start: int) -> str:
    """``words``, or where they say nothing, the clause before or the heading above."""
    title = title_of(paper, outline.nodes[node_index]) if outline.nodes[node_index].kind == "section" else ""
    if _LEVEL.fullmatch(title) and words.startswith(title):
        return _task_above(paper, outline, node_index)
    if len(words) < 4 or _LEVEL.fullmatch(_UNSAID.sub("", words)) or _WEAK_TASK.match(folded(words)):
        return _task_before(paper, outline, node_index, start) or _task_above(paper, outline, node_index) or words
    ended = _ENDED.search(words)
    if ended and len(words) < 50 and outline.nodes[node_index].kind != "section":
        return _below_heading(paper, outline, node_index, words[: ended.start()])
    return words


def _below_heading(paper: Paper, outline: Outline, node_index: int, label: str) -> str:
    """ "Thành lập Ban Chỉ đạo – Cấp xã": what the heading asks, for the case the label names."""
    above = _task_above(paper, outline, node_index)
    if not above:
        return label
    return above if _TIME_LABEL.match(folded(label)) else f"{above} – {label}"


def _task_before(paper: Paper, outline: Outline, node_index: int, start: int) -> str:
    """ "Xây dựng tài liệu; hoàn thành trước ngày …": the task is the clause before."""
    node = outline.nodes[node_index]
    earlier = [span for span in sentences(paper.plain, node.body_start, node.block.end) if span[1] <= start]
    if not earlier:
        return ""
    words = paper.text[earlier[-1][0] : earlier[-1][1]]
    _, length = subject_within(words)
    return clean_task(words[length:])


def _last_break(paper: Paper, start: int, end: int) -> int:
    for place in range(end - 1, start, -1):
        if paper.text[place] in ",;.":
            return place
    return end


def clean_task(words: str) -> str:
    """Without stray punctuation and connecting words at either end."""
    words = " ".join(words.split())
    if words.count("(") > words.count(")"):
        cut = words.rfind("(")
        words = words[:cut] if len(words) - cut < 25 else words + ")"
    words = re.sub(r"\(\s*(?:tức[^()]*|\d+ ngày (?:trước|sau)[^()]*)?\)", "", words)
    previous = None
    while words != previous:
        previous = words
        words = _LABELLED.sub("", _LEADING.sub("", _TAIL.sub("", words))).strip()
        words = re.sub(r"[,;]\s*(?:phải |cần )?(?:hoàn thành|kết thúc|xong)$", "", re.sub(r"[./;,:\s]+$", "", words))
    if re.fullmatch(r"\([^()]*\)", words):
        words = words[1:-1]
    words = re.sub(r"(?<=\w{2})\s+(?:hoàn thành|xong|trong \d+)$", "", words)
    return " ".join(words.split()).replace(" ,", ",").replace(" .", ".").replace(" ;", ";")


def _task_above(paper: Paper, outline: Outline, node_index: int) -> str:
    """What the nearest heading or item above asks for, where the line itself only gives the time."""
    node = outline.nodes[node_index]
    if node.kind == "section" and node.level > 1:
        title = title_of(paper, node)
        if _LEVEL.fullmatch(title):
            return f"{_title_above(paper, outline, node_index)} – {title}"
        if not _TIME_LABEL.match(folded(title)):
            return title
    return _title_above(paper, outline, node_index)


def _title_above(paper: Paper, outline: Outline, node_index: int) -> str:
    for above in outline.ancestors(node_index):
        title = title_of(paper, outline.nodes[above])
        if not re.search(r"thoi gian|tien do|lich|moc|to chuc thuc hien|thoi diem|dieu khoan", folded(title)):
            return title
    return outline.plan_title
