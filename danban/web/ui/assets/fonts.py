"""Cuts Be Vietnam Pro to Vietnamese and Latin, gives it tabular figures, writes WOFF2 and their stylesheet.

The family has no ``tnum`` feature (its "1" is half as wide as its "4"), so figures of a table would not
stand under each other. We add figures of one width, which ``font-variant-numeric: tabular-nums`` selects.
"""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unicodedata import normalize

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY = "Be Vietnam Pro"
STYLESHEET = "fonts.css"
WEIGHTS = {400: "BeVietnamPro-Regular.ttf", 500: "BeVietnamPro-Medium.ttf", 600: "BeVietnamPro-SemiBold.ttf"}
_VOWELS = "aăâeêioôơuưy"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SIGNS = "“”‘’–—…×→↗✓•·₫°≤≥−§«»\u00a0"


@dataclass(frozen=True)
class Written:
    """A file of the stylesheet: its name and its size in bytes."""

    name: str
    size: int


def letters() -> str:
    """Every character pages are set in: ASCII, the Vietnamese alphabet with its tones, our punctuation."""
    toned = {normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES}
    alphabet = {*toned, *_VOWELS, "đ"}
    ascii_signs = {chr(code) for code in range(0x20, 0x7F)}
    return "".join(sorted(alphabet | {letter.upper() for letter in alphabet} | ascii_signs | set(_SIGNS)))


def write_fonts(source: Path, target: Path) -> list[Written]:
    """Write one WOFF2 a weight and ``fonts.css`` into ``target``; ``source`` holds the family's TTF files."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for weight, file in WEIGHTS.items():
        name = f"be-vietnam-pro-{weight}.woff2"
        cut_font(source / file, target / name)
        written.append(Written(name, (target / name).stat().st_size))
    (target / STYLESHEET).write_text(stylesheet(WEIGHTS), encoding="utf-8")
    return [*written, Written(STYLESHEET, (target / STYLESHEET).stat().st_size)]


def stylesheet(weights: Iterable[int]) -> str:
    """The @font-face rules, one a weight."""
    rules = [
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};font-style:normal;font-display:swap;'
        f'src:url("be-vietnam-pro-{weight}.woff2") format("woff2")}}\n'
        for weight in weights
    ]
    return "".join(rules)


def cut_font(source: Path, target: Path) -> None:
    """Write the subset of one TTF as WOFF2, with tabular figures."""
    options = Options()
    options.flavor = "woff2"
    options.layout_features = ["kern", "mark"]
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = [0, 1, 2, 13, 14]
    font = TTFont(source)
    subsetter = Subsetter(options)
    subsetter.populate(text=letters())
    subsetter.subset(font)
    _add_tabular_figures(font)
    font.flavor = "woff2"
    font.save(target)


def _add_tabular_figures(font: Any) -> None:
    names = [font.getBestCmap()[ord(figure)] for figure in "0123456789"]
    glyphs, metrics = font["glyf"], font["hmtx"]
    width = metrics[names[0]][0]
    for name in names:
        glyph = deepcopy(glyphs[name])
        shift = (width - (glyph.xMax - glyph.xMin)) // 2 - glyph.xMin
        glyph.coordinates.translate((shift, 0))
        glyph.recalcBounds(glyphs)
        glyphs[f"{name}.tnum"] = glyph
        metrics[f"{name}.tnum"] = (width, glyph.xMin)
    font.setGlyphOrder(glyphs.glyphOrder)
    rules = "".join(f"sub {name} by {name}.tnum;" for name in names)
    addOpenTypeFeaturesFromString(
        font, f"languagesystem DFLT dflt;languagesystem latn dflt;feature tnum {{{rules}}} tnum;", tables=["GSUB"]
    )
