"""Sections of a document: size and margins of the page, the number of the page in its head or foot."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from danban.papers.check.found import FoundPage
from danban.papers.check.word.opening import Package, W
from danban.papers.check.word.styles import Look, Styles, layout_of, number_of

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MM_A_TWIP = 25.4 / 1440
_A4 = {"w": "11906", "h": "16838"}
_CENTRED = {"center", "centre"}
_OFF = {"0", "false", "off"}


def read_pages(package: Package, styles: Styles) -> tuple[FoundPage, ...]:
    """The page of each section, in order; a head or foot a section does not name is that of the one before."""
    found: list[FoundPage] = []
    shown: dict[str, str] = {}
    for section in package.body.iter(f"{W}sectPr"):
        shown = {**shown, **_named(section, package)}
        found.append(_page(section, _Heads(package, styles, shown)))
    return tuple(found)


def _named(section: Element, package: Package) -> dict[str, str]:
    """ "headerReference default" → the part's target."""
    named = {}
    for kind in ("headerReference", "footerReference"):
        for one in section.findall(f"{W}{kind}"):
            target = package.links.get(one.get(f"{_R}id", ""))
            if target:
                named[f"{kind} {one.get(f'{W}type', 'default')}"] = target
    return named


class _Heads:
    """The heads and feet of a section, looked at when asked for."""

    def __init__(self, package: Package, styles: Styles, shown: Mapping[str, str]) -> None:
        self._package, self._styles, self._shown = package, styles, shown

    def number(self, key: str) -> tuple[bool, str, float]:
        """Whether a head or foot has the number of the page, how it stands, its size in points."""
        part = self._package.part(self._shown[key]) if key in self._shown else None
        for paragraph in part.iter(f"{W}p") if part is not None else ():
            if _has_page_field(paragraph):
                return True, self._align(paragraph), self._size(paragraph)
        return False, "", 0.0

    def _align(self, paragraph: Element) -> str:
        """How the number stands; "" in a frame or after a tab, where it may be anywhere."""
        properties = paragraph.find(f"{W}pPr")
        frame = properties.find(f"{W}framePr") if properties is not None else None
        if frame is not None:
            return "center" if frame.get(f"{W}xAlign") in _CENTRED else ""
        if next(paragraph.iter(f"{W}ptab"), None) is not None or next(paragraph.iter(f"{W}tab"), None) is not None:
            return ""
        style = self._styles.paragraph_style(properties)
        layout = {**self._styles.layout, **self._styles.style_layout(style), **layout_of(properties)}
        return "center" if layout.get("jc.val") in _CENTRED else layout.get("jc.val", "left")

    def _size(self, paragraph: Element) -> float:
        style = self._styles.style_look(self._styles.paragraph_style(paragraph.find(f"{W}pPr")))
        sizes = [self._look(run, style).size for run in paragraph.iter(f"{W}r") if _shows_number(run)]
        return next((size for size in sizes if size), 0.0)

    def _look(self, run: Element, paragraph: Look) -> Look:
        return self._styles.run_look(run.find(f"{W}rPr"), below=self._styles.look, paragraph=paragraph)


def _shows_number(run: Element) -> bool:
    code = run.find(f"{W}instrText")
    return (code is not None and "PAGE" in (code.text or "")) or any((t.text or "").strip() for t in run.iter(f"{W}t"))


def _page(section: Element, heads: _Heads) -> FoundPage:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    first_differs = _is_on(section.find(f"{W}titlePg"))
    head, foot = heads.number("headerReference default"), heads.number("footerReference default")
    number, where = (head, "head") if head[0] else (foot, "foot") if foot[0] else (head, "")
    first = [heads.number(f"{kind} first")[0] for kind in ("headerReference", "footerReference")]
    return FoundPage(
        width=_mm(size, "w"),
        height=_mm(size, "h"),
        top=_mm(margins, "top"),
        bottom=_mm(margins, "bottom"),
        left=_mm(margins, "left"),
        right=_mm(margins, "right"),
        number=where,
        number_align=number[1],
        number_size=number[2],
        shows_first=any(first) if first_differs else bool(where),
    )


def _mm(element: Element | None, name: str) -> float:
    said = element.get(f"{W}{name}") if element is not None else None
    return round(abs(number_of(said or _A4.get(name))) * _MM_A_TWIP, 1)


def _is_on(element: Element | None) -> bool:
    return element is not None and (element.get(f"{W}val") or "1").lower() not in _OFF


def _has_page_field(paragraph: Element) -> bool:
    return any(code.upper().split()[:1] == ["PAGE"] for code in _codes(paragraph))


def _codes(paragraph: Element) -> Iterator[str]:
    yield "".join(code.text or "" for code in paragraph.iter(f"{W}instrText"))
    for one in paragraph.iter(f"{W}fldSimple"):
        yield one.get(f"{W}instr", "")
