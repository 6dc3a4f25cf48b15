"""Three views of one text, all of the same length, so that a span in one is a span in all.

* ``tidy`` makes the text people see: composed letters, one kind of space, nothing invisible.
* ``plain`` mends what a scanner or a typist spoilt: dashes, quotes, "2O22", "l5/3".
* ``folded`` is ``plain`` in lower case without accents: what most of the grammar is written in.
"""

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\x0b\x0c\x1c-\x1f]")
_SAME_WIDTH = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "−": "-",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "⁄": "/",
        "∕": "/",
        "：": ":",
        "，": ",",
        "；": ";",
    }
)
_SLIPPED_NUMBER = re.compile(r"(?<![^\W\d_])(?=[0-9OolI]*\d)(?=\d*[OolI])[0-9OolI]{2,}(?![^\W\d_])")
_DIGIT_OF = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})


def tidy(text: str) -> str:
    """Composed form without invisible characters; line ends become one kind."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _INVISIBLE.sub("", text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\x85", "\n"))
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text))


def plain(text: str) -> str:
    """``text`` with typing slips of single characters mended; the length never changes."""
    return _SLIPPED_NUMBER.sub(lambda match: match.group().translate(_DIGIT_OF), text.translate(_SAME_WIDTH))


@lru_cache(maxsize=4096)
def _bare(char: str) -> str:
    if char in "đĐ":
        return "d"
    lowered = unicodedata.normalize("NFD", char)[0].lower()
    return lowered if len(lowered) == 1 else char


def folded(text: str) -> str:
    """Lower case without accents, character for character."""
    return "".join(map(_bare, text))


def slips(text: str) -> list[str]:
    """Numbers in which a letter stands for a digit, as written."""
    return [match.group() for match in _SLIPPED_NUMBER.finditer(text)]


_OLD_TONES = {
    **{f"o{marked}": f"{toned}a" for marked, toned in zip("àáảãạ", "òóỏõọ", strict=True)},
    **{f"o{marked}": f"{toned}e" for marked, toned in zip("èéẻẽẹ", "òóỏõọ", strict=True)},
    **{f"u{marked}": f"{toned}y" for marked, toned in zip("ỳýỷỹỵ", "ùúủũụ", strict=True)},
}
_OLD_TONE = re.compile(rf"(?<!q)(?:{'|'.join(_OLD_TONES)})(?!\w)")


@lru_cache(maxsize=1024)
def accented(text: str) -> str:
    """Lower case with accents, tone marks in one place ("uỷ" as "ủy"), of the same length."""
    mended = plain(text)
    lowered = mended.lower()
    if len(lowered) != len(mended):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in mended)
    return _OLD_TONE.sub(lambda match: _OLD_TONES[match.group()], lowered)
