"""Which letters a paper may hold, and text brought down to them: both renderers print the same, whatever was typed."""

import re
import unicodedata

# What all four faces of Tinos have and what runs from left to right: Latin with Vietnamese, Greek, Cyrillic, signs.
PRINTED = (
    "\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0482\u048a-\u04ff"
    "\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u2070\u2074-\u208e\u20a0-\u20be\u2100-\u214f\u2153\u2154\u215b-\u215e"
    "\u2190-\u2195\u2202\u2206\u220f\u2211\u2212\u2215\u2219\u221a\u221e\u2248\u2260\u2261\u2264\u2265\u25a0\u25a1"
    "\u25aa\u25b2\u25ba\u25bc\u25c4\u25ca\u25cb\u25cf\u25e6"
)
MISSING = "□"
_NOT_PRINTED = re.compile(f"[^{PRINTED}]")
_SPACES = re.compile(r" {2,}")
_BREAKS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029\t"


def clean(text: str) -> str:
    """Text fit for paper, on one line with single spaces.

    Control and direction characters, emoji and loose accents go; a letter of a script the faces lack becomes
    "□", so that a reader sees that something stood there.
    """
    composed = unicodedata.normalize("NFC", text)
    return _SPACES.sub(" ", _NOT_PRINTED.sub(_stand_in, composed))


def _stand_in(found: re.Match[str]) -> str:
    letter = found[0]
    kind = unicodedata.category(letter)
    if letter in _BREAKS or kind == "Zs":
        return " "
    return MISSING if kind[0] in "LNP" or kind == "Mc" else ""


def upper(text: str) -> str:
    """Cleaned text in capitals; capitals that fall apart into letter and accent are put together again."""
    return clean(clean(text).upper())
