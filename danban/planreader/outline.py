"""Lines into a tree: numbered and headed parts, the items under them, and plain paragraphs."""

import re
from dataclasses import dataclass, field

from danban.planreader.actors import subject
from danban.planreader.labels import Label, label_of
from danban.planreader.paper import Block, Paper
from danban.planreader.reading import Section, Span

_KNOWN_HEADING = re.compile(
    r"(muc dich|yeu cau|noi dung|to chuc thuc hien|thoi gian|kinh phi|phan cong|trach nhiem|giai phap|nhiem vu|"
    r"muc tieu|chi tieu|doi tuong|tien do|dia diem|thanh phan|hinh thuc|to chuc|che do|quan diem|phuong phap|pham vi)"
)
_CLOSING_WORDS = re.compile(
    r"(?:tren day la|nhan duoc|yeu cau (?:cac|thu truong)|trong qua trinh|can cu (?:ke hoach|"
    r"noi dung|huong dan) (?:nay|tren)|"
    r"(?:ke hoach|huong dan|chuong trinh|phuong an|thong bao|van ban) nay |de nghi (?:cac|thu truong))"
)
_LONGEST_TITLE = 220


@dataclass
class Node:
    """One line of the body: ``kind`` is section, item or text; ``parent`` an index into the outline."""

    block: Block
    kind: str
    path: str = ""
    label: str = ""
    style: str = ""
    number: int = 0
    rank: int | None = None
    level: int = 0
    parent: int | None = None
    body_start: int = 0  # where the words begin, after the label
    heading_end: int = 0  # where the heading ends, later lines of the heading included

    @property
    def span(self) -> Span:
        """The line itself."""
        return self.block.start, max(self.block.end, self.heading_end)


@dataclass
class Outline:
    """All nodes in reading order."""

    nodes: list[Node] = field(default_factory=list)
    plan_title: str = ""  # what the whole paper is about, for a deadline that says only when
    asked: str = ""  # what a letter asks of those it addresses, in its opening
    addressed: tuple[str, ...] = ()  # the bodies a letter asks to act, where no line names another

    _below: dict[int | None, list[int]] = field(default_factory=dict, repr=False)  # filled when the tree is done

    def section_of(self, index: int | None) -> Node | None:
        """The innermost section a node stands in (itself, if it is one)."""
        while index is not None:
            if self.nodes[index].kind == "section":
                return self.nodes[index]
            index = self.nodes[index].parent
        return None

    def path_of(self, index: int | None) -> str:
        """The path of the innermost section, or an empty string before the first."""
        section = self.section_of(index)
        return section.path if section else ""

    def ancestors(self, index: int) -> list[int]:
        """Indices from the parent up to the top."""
        found = []
        parent = self.nodes[index].parent
        while parent is not None:
            found.append(parent)
            parent = self.nodes[parent].parent
        return found

    def children(self, index: int) -> list[int]:
        """Indices of the nodes directly below."""
        if not self._below:
            for place, node in enumerate(self.nodes):
                self._below.setdefault(node.parent, []).append(place)
        return self._below.get(index, [])


def read_outline(paper: Paper, runs: list[tuple[int, int]]) -> Outline:
    """The tree of the blocks in ``runs`` (from–to block indices); each run starts a fresh numbering."""
    builder = _Builder(paper)
    for first, last in runs:
        builder.stack = []
        builder.fresh = True
        for block in paper.blocks[first:last]:
            builder.add(block)
            builder.fresh = False
    builder.add_unlabelled_headings()
    return builder.outline


def title_of(paper: Paper, node: Node) -> str:
    """The heading's words: up to a colon where text follows on the same line, else the whole line."""
    words = " ".join(paper.text[node.body_start : max(node.block.end, node.heading_end)].split())
    head, colon, rest = _before_colon(words)
    if colon and len(head) <= 160 and (rest.strip() or words.endswith(":")) and not _is_url(head, rest):
        words = head
    if len(words) > _LONGEST_TITLE:
        sentence = re.match(r".{20,}?[.;](?=\s)", words)
        words = sentence.group() if sentence else words
    return words.strip().rstrip(".;:").strip()


def _before_colon(words: str) -> tuple[str, str, str]:
    """As ``partition(":")``, but a colon inside brackets or quotation marks parts nothing."""
    depth = 0
    for place, char in enumerate(words):
        if char in "(“[":
            depth += 1
        elif char in ")”]":
            depth = max(0, depth - 1)
        elif char == ":" and not depth:
            return words[:place], ":", words[place + 1 :]
    return words, "", ""


def _is_url(head: str, rest: str) -> bool:
    return rest.startswith("//") or bool(re.search(r"\d$", head) and re.match(r"\d", rest))


def sections_of(paper: Paper, outline: Outline) -> tuple[Section, ...]:
    """The published list of parts."""
    return tuple(
        Section(node.path, node.label, node.level, title_of(paper, node), node.span)
        for node in outline.nodes
        if node.kind == "section"
    )


class _Builder:
    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.outline = Outline()
        self.stack: list[int] = []
        self.fresh = True

    def add(self, block: Block) -> None:
        if block.table:
            self._append(Node(block, "row", body_start=block.start))
            return
        plain = self.paper.plain[block.start : block.end]
        label = label_of(plain, self.paper.bare(block))
        if label is not None and self._is_believable(label):
            self._add_labelled(block, label)
        elif not self._continues_heading(block):
            while self.stack and self.outline.nodes[self.stack[-1]].kind != "section":
                self.stack.pop()
            if _CLOSING_WORDS.match(self.paper.bare(block)):
                del self.stack[1:]
            self._append(Node(block, "text", body_start=block.start))

    def _append(self, node: Node) -> None:
        node.parent = self.stack[-1] if self.stack else None
        self.outline.nodes.append(node)

    def _same_style(self, style: str) -> int | None:
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.outline.nodes[self.stack[depth]].style == style:
                return depth
        return None

    def _is_believable(self, label: Label) -> bool:
        """A capital or a Roman number is a label only if it begins or continues a series."""
        if label.style not in {"A", "I", "a.", "a/", "i)", "i."} or label.number == 1:
            return True
        depth = self._same_style(label.style)
        if depth is None and label.style[0] in "ai":
            depth = self._same_style("a)")
        if depth is None:
            return label.style == "I" and len(label.written) > 1
        return 0 < label.number - self.outline.nodes[self.stack[depth]].number <= 3

    def _add_labelled(self, block: Block, label: Label) -> None:
        if label.is_bullet:
            self._open_body_line()
        self._unwind(label)
        node = Node(block, "item" if label.is_bullet else "section")
        node.style, node.number, node.rank, node.label = label.style, label.number, label.rank, label.written
        node.body_start = block.start + label.length
        self._append(node)
        if node.kind == "section":
            parent = self.outline.section_of(node.parent)
            node.path = _join(parent.path if parent else "", label)
            node.level = parent.level + 1 if parent else 1
        self.stack.append(len(self.outline.nodes) - 1)

    def _open_body_line(self) -> None:
        """ "Giao Sở Y tế:" without a label of its own holds the dashes below it."""
        if not self.outline.nodes or self.outline.nodes[-1].kind != "text":
            return
        words = self.paper.words(self.outline.nodes[-1].block)
        if words.endswith(":") and subject(words, whole=True)[0]:
            self.stack.append(len(self.outline.nodes) - 1)

    def _unwind(self, label: Label) -> None:
        """Close what the new label cannot stand in."""
        nodes = self.outline.nodes
        if not label.is_bullet:
            while self.stack and nodes[self.stack[-1]].kind != "section":
                self.stack.pop()
        if label.rank is not None:
            while self.stack and not _may_hold(nodes[self.stack[-1]], label):
                self.stack.pop()
            return
        if "." in label.written and not label.is_bullet:
            prefix = label.written.rsplit(".", 1)[0]
            for depth in range(len(self.stack) - 1, -1, -1):
                if nodes[self.stack[depth]].label == prefix:
                    del self.stack[depth + 1 :]
                    return
        depth_of_sibling = self._same_style(label.style)
        if depth_of_sibling is not None:
            del self.stack[depth_of_sibling:]

    def _continues_heading(self, block: Block) -> bool:
        """The second line of a heading in capitals, or the title under "Phần thứ nhất"."""
        if not self.outline.nodes or self.fresh:
            return False
        previous = self.outline.nodes[-1]
        words = self.paper.words(block)
        if previous.kind != "section" or not is_capitals(words) or len(words) > 150:
            return False
        heading = self.paper.text[previous.body_start : previous.block.end]
        if heading and not is_capitals(heading):
            return False
        previous.heading_end = block.end
        return True

    def add_unlabelled_headings(self) -> None:
        """Where no part is numbered from the top, lines in capitals or with a known heading are parts."""
        nodes = self.outline.nodes
        labelled = [node for node in nodes if node.kind == "section" and not node.label.startswith("P")]
        if any(node.rank is not None for node in labelled):
            return
        tops = [node.path for node in labelled if node.level == 1]
        strict = bool(labelled) and len(set(tops)) == len(tops)  # numbers that begin anew stand under headings
        count, current = 0, None
        for index, node in enumerate(nodes):
            if node.kind == "text" and self._is_bare_heading(node, strict=strict):
                count += 1
                node.kind, node.path, node.level, node.style = "section", f"§{count}", 1, "bare"
                current = index
            elif node.parent is None and current is not None:
                node.parent = current
        self._renew_paths()

    def _is_bare_heading(self, node: Node, *, strict: bool) -> bool:
        words = self.paper.words(node.block)
        if is_capitals(words) and len(words) < 120:
            return True
        if strict or len(words) > 80 or words.endswith((".", ";", ",")):
            return False
        return _KNOWN_HEADING.match(self.paper.bare(node.block)) is not None and ":" not in words[:-1]

    def _renew_paths(self) -> None:
        for index, node in enumerate(self.outline.nodes):
            if node.kind != "section" or node.style == "bare" or node.parent is None:
                continue
            above = self.outline.section_of(self.outline.nodes[index].parent)
            if above is not None and above.path.startswith("§"):
                node.path = f"{above.path}.{node.path}" if not node.path.startswith("§") else node.path
                node.level = above.level + 1


def _may_hold(node: Node, label: Label) -> bool:
    if label.rank is None:
        return True
    return node.rank is not None and node.rank < label.rank


def _join(parent: str, label: Label) -> str:
    """II.1 + a → II.1.a; II.1 + 1.2 → II.1.2, since the label repeats its parent."""
    if "." in label.written and parent:
        above, _, last = parent.rpartition(".")
        if last == label.written.rsplit(".", 1)[0]:
            return f"{above}.{label.written}" if above else label.written
        prefix = label.written.rsplit(".", 1)[0]
        if parent == prefix or parent.endswith("." + prefix):
            return f"{parent}.{label.written.rsplit('.', 1)[1]}"
    return f"{parent}.{label.written}" if parent else label.written


def is_capitals(words: str) -> bool:
    """Whether a line is written in capital letters throughout."""
    letters = [char for char in words if char.isalpha()]
    return len(letters) >= 4 and all(not char.islower() for char in letters)
