"""What Word's styles say: defaults of the document, styles based on others, fonts of the theme, toggles."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from danban.papers.check.word.opening import Package, W

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OFF = {"0", "false", "off", "none"}
_DEEPEST = 20


@dataclass(frozen=True)
class Look:
    """How letters look; None: not said here. ``colour`` six hexadecimal figures or "auto"."""

    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    ascii_font: str | None = None
    other_font: str | None = None
    colour: str | None = None
    is_capital: bool | None = None
    is_hidden: bool | None = None
    underline: bool | None = None

    def over(self, below: "Look") -> "Look":
        """This look where it speaks, else the one below."""
        said = {name: value for name, value in vars(self).items() if value is not None}
        return replace(below, **said)


_PLAIN = Look(
    size=10.0, bold=False, italic=False, ascii_font="Times New Roman", other_font="Times New Roman", colour="auto",
    is_capital=False, is_hidden=False, underline=False,
)  # fmt: skip
Layout = dict[str, str]
"""A paragraph's layout by "element.attribute", such as "ind.firstLine"; inherited attribute by attribute."""


class Styles:
    """The styles of one document, resolved once each."""

    def __init__(self, package: Package) -> None:
        self._fonts = _theme_fonts(package.theme)
        root = package.styles
        found = root.findall(f"{W}style") if root is not None else []
        self._elements = {one.get(f"{W}styleId", ""): one for one in found}
        self._default = next(
            (
                one.get(f"{W}styleId", "")
                for one in found
                if one.get(f"{W}type") == "paragraph" and one.get(f"{W}default") in {"1", "true"}
            ),
            "",
        )
        defaults = root.find(f"{W}docDefaults") if root is not None else None
        self.look = self._default_look(defaults)
        self.layout = layout_of(defaults.find(f"{W}pPrDefault/{W}pPr") if defaults is not None else None)
        self._looks: dict[str, Look] = {}
        self._layouts: dict[str, Layout] = {}

    def _default_look(self, defaults: Element | None) -> Look:
        said = self.look_of(defaults.find(f"{W}rPrDefault/{W}rPr") if defaults is not None else None)
        return said.over(_PLAIN)

    def paragraph_style(self, properties: Element | None) -> str:
        """The id of a paragraph's style, the document's own where it names none that is known."""
        named = value_of(properties, "pStyle")
        return named if named in self._elements else self._default

    def style_look(self, style: str) -> Look:
        """What a style and those it is based on say of letters."""
        if style not in self._looks:
            look = Look()
            for one in self._chain(style):
                look = look.over(self.look_of(one.find(f"{W}rPr")))
            self._looks[style] = look
        return self._looks[style]

    def style_layout(self, style: str) -> Layout:
        """What a style and those it is based on say of paragraphs."""
        if style not in self._layouts:
            layout: Layout = {}
            for one in self._chain(style):
                layout = {**layout_of(one.find(f"{W}pPr")), **layout}
            self._layouts[style] = layout
        return self._layouts[style]

    def _chain(self, style: str) -> Iterator[Element]:
        steps = 0
        while style in self._elements and steps < _DEEPEST:
            one = self._elements[style]
            yield one
            style, steps = value_of(one, "basedOn"), steps + 1

    def run_look(self, properties: Element | None, *, below: Look, paragraph: Look) -> Look:
        """The look of a run: its own over its style's over its paragraph's over what lies ``below``.

        Bold and italic are toggles: said by the paragraph's style and by the run's style too, they cancel out.
        """
        style = self.style_look(value_of(properties, "rStyle"))
        look = style.over(paragraph).over(below)
        if style.bold and paragraph.bold:
            look = replace(look, bold=False)
        if style.italic and paragraph.italic:
            look = replace(look, italic=False)
        return self.look_of(properties).over(look)

    def look_of(self, properties: Element | None) -> Look:
        """What one ``w:rPr`` says itself."""
        if properties is None:
            return Look()
        ascii_font, other_font = self._named_fonts(properties.find(f"{W}rFonts"))
        underline = value_of(properties, "u")
        return Look(
            size=_half_points(properties),
            bold=_switch(properties, "b"),
            italic=_switch(properties, "i"),
            ascii_font=ascii_font,
            other_font=other_font,
            colour=value_of(properties, "color") or None,
            is_capital=_switch(properties, "caps"),
            is_hidden=_switch(properties, "vanish"),
            underline=(underline not in _OFF) if underline else None,
        )

    def _named_fonts(self, fonts: Element | None) -> tuple[str | None, str | None]:
        """The fonts of plain letters and of the others; a font of the theme goes before a name."""
        if fonts is None:
            return None, None
        found = []
        for script in ("ascii", "hAnsi"):
            themed = self._fonts.get(fonts.get(f"{W}{script}Theme", "")[:5])
            found.append(themed or fonts.get(f"{W}{script}"))
        return found[0], found[1]


def value_of(parent: Element | None, name: str) -> str:
    """The ``w:val`` of a child, "" where there is none."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return (child.get(f"{W}val") or "") if child is not None else ""


def layout_of(properties: Element | None) -> Layout:
    """What one ``w:pPr`` says of alignment, indents and distances."""
    layout: Layout = {}
    for name in ("jc", "ind", "spacing"):
        child = properties.find(f"{W}{name}") if properties is not None else None
        for key, value in child.attrib.items() if child is not None else ():
            layout[f"{name}.{key.removeprefix(W)}"] = value
    if "ind.firstLine" in layout and "ind.hanging" not in layout:
        layout["ind.hanging"] = "0"
    elif "ind.hanging" in layout and "ind.firstLine" not in layout:
        layout["ind.firstLine"] = "0"
    return layout


def number_of(text: str | None) -> float:
    """A figure of an attribute; 0 where it is none that can be used."""
    try:
        value = float(text or 0)
    except ValueError:
        return 0.0
    return value if -100_000 < value < 100_000 else 0.0


def _half_points(properties: Element) -> float | None:
    size = number_of(value_of(properties, "sz"))
    return size / 2 if size > 0 else None


def _switch(properties: Element, name: str) -> bool | None:
    child = properties.find(f"{W}{name}")
    return (child.get(f"{W}val") or "1").lower() not in _OFF if child is not None else None


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """ "minor" → "Calibri", "major" → "Cambria": the first five letters of what a run names."""
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        latin = next(theme.iter(f"{_A}{kind}Font"), None) if theme is not None else None
        named = latin.find(f"{_A}latin") if latin is not None else None
        if named is not None and named.get("typeface"):
            found[kind] = named.get("typeface", "")
    return found
