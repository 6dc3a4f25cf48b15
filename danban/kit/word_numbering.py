"""Numbers that a word processor draws by itself ("I.", "1.1.", "a)", "-"), written out as text."""

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_ORDINALS = ("", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def roman(number: int) -> str:
    """4 → "iv"."""
    words = ""
    for value, sign in _ROMAN:
        while number >= value:
            words, number = words + sign, number - value
    return words


def letter(number: int) -> str:
    """1 → "a", 27 → "aa", as Word does."""
    return _LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1) if number > 0 else ""


_DRAWN: dict[str, Callable[[int], str]] = {
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda number: letter(number).upper(),
    "lowerLetter": letter,
    "decimalZero": "{:02d}".format,
    "ordinalText": lambda number: _ORDINALS[number] if number < len(_ORDINALS) else str(number),
}


def figure(number: int, style: str) -> str:
    """A number in a numbering style, by its Word name."""
    return str(_DRAWN.get(style, str)(number))


@dataclass
class Level:
    """How one level of a list is drawn: style, pattern such as "%1.%2." and first number."""

    style: str = "decimal"
    pattern: str = "%1."
    start: int = 1


@dataclass
class Numbering:
    """Counters of every list of one document."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # by list id
    source: dict[str, str] = field(default_factory=dict)  # list id → the definition whose counters it shares
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)  # paragraph style → list, level
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, paragraph: Element) -> str:
        """The label of a paragraph, or an empty string; counting goes on with each call."""
        place = self._place(paragraph)
        if place is None or place[0] not in self.levels:
            return ""
        list_id, depth = place
        levels = self.levels[list_id]
        level = levels.get(depth, Level())
        counts = self.counters.setdefault(self.source.get(list_id, list_id), {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [known for known in counts if known > depth]:
            del counts[deeper]
        if level.style == "none":
            return ""
        if level.style == "bullet":
            return level.pattern if level.pattern in {"-", "+", "*", "•"} else "-"
        return _drawn(level, levels, counts)

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return None
        style = properties.find(f"{W}pStyle")
        inherited = self.styles.get(style.get(f"{W}val", "")) if style is not None else None
        numbered = properties.find(f"{W}numPr")
        if numbered is None:
            return inherited
        list_id, depth = _value(numbered, "numId"), _value(numbered, "ilvl")
        if list_id == "0":
            return None
        return list_id or (inherited[0] if inherited else ""), int(depth) if depth.isdigit() else (
            inherited[1] if inherited else 0
        )


def _drawn(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    words = level.pattern
    for depth in range(9):
        above = levels.get(depth, Level())
        if f"%{depth + 1}" in words:
            words = words.replace(f"%{depth + 1}", figure(counts.get(depth, above.start), above.style))
    return words.strip()


def _value(parent: Element, name: str) -> str:
    child = parent.find(f"{W}{name}")
    return (child.get(f"{W}val") or "") if child is not None else ""


def read_word_numbering(numbering: Element | None, styles: Element | None) -> Numbering:
    """The lists of a Word document and the paragraph styles that use them."""
    result = Numbering()
    if numbering is None:
        return result
    abstract = {one.get(f"{W}abstractNumId", ""): _levels(one) for one in numbering.findall(f"{W}abstractNum")}
    for one in numbering.findall(f"{W}num"):
        list_id, source = one.get(f"{W}numId", ""), _value(one, "abstractNumId")
        levels = dict(abstract.get(source, {}))
        overridden = False
        for change in one.findall(f"{W}lvlOverride"):
            depth = int(change.get(f"{W}ilvl") or 0)
            known = levels.get(depth, Level())
            start = _value(change, "startOverride")
            if start.isdigit():
                levels[depth] = Level(known.style, known.pattern, int(start))
                overridden = True
            levels.update(_levels(change))
        result.levels[list_id] = levels
        result.source[list_id] = f"own {list_id}" if overridden else source
    for style in styles.findall(f"{W}style") if styles is not None else []:
        numbered = style.find(f"{W}pPr/{W}numPr")
        if numbered is not None and _value(numbered, "numId"):
            ilvl = _value(numbered, "ilvl")
            result.styles[style.get(f"{W}styleId", "")] = (
                _value(numbered, "numId"),
                int(ilvl) if ilvl.isdigit() else 0,
            )
    return result


def _levels(parent: Element) -> dict[int, Level]:
    found = {}
    for one in parent.findall(f"{W}lvl"):
        start = _value(one, "start")
        found[int(one.get(f"{W}ilvl") or 0)] = Level(
            _value(one, "numFmt") or "decimal", _value(one, "lvlText"), int(start) if start.isdigit() else 1
        )
    return found
