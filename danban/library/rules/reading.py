"""How long it takes to read a text aloud."""

import math

WORDS_A_MINUTE = 140
"""Vietnamese syllables a minute over a loudspeaker: slower than a newsreader, who says about 200."""


def minutes_to_read(text: str) -> int:
    """Whole minutes, at least one."""
    return max(1, math.ceil(len(text.split()) / WORDS_A_MINUTE))
