"""The bytes of a .docx as what stands in it."""

from danban.papers.check.found import Found
from danban.papers.check.word.opening import Package, W, open_package
from danban.papers.check.word.pages import read_pages
from danban.papers.check.word.styles import Styles
from danban.papers.check.word.walking import Walk

_LETTERS_OF_TWO_PAGES = 6_000


def read_docx(content: bytes) -> Found:
    """Read the bytes; raises ``BadInput`` with one sentence for what is not a .docx that can be read safely."""
    package = open_package(content)
    styles = Styles(package)
    walk = Walk(package, styles)
    return Found(read_pages(package, styles), tuple(walk.lines), walk.drawn, _is_long(package, walk))


def _is_long(package: Package, walk: Walk) -> bool:
    """Whether it surely has a second page: Word saw a page end, or there are too many words for one."""
    if next(package.body.iter(f"{W}lastRenderedPageBreak"), None) is not None:
        return True
    if any(one.get(f"{W}type") == "page" for one in package.body.iter(f"{W}br")):
        return True
    return sum(len(line.text) for line in walk.lines) > _LETTERS_OF_TWO_PAGES
