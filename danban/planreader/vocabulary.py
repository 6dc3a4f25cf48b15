"""Words that begin the name of a body or a post, and verbs that end it; all with accents, in small letters.

The words themselves stand in ``words/``, one group a line; here they become patterns.
"""

import re

from danban.planreader.wordlists import EDGE, LETTER, lines_in, pattern_of, phrases_in

_COUNTERS = r"(?:các|mỗi|từng|toàn thể|một số)\s+"


def _named_after() -> str:
    """ "Ban Chỉ đạo": a verb right behind the first word of a name is part of the name."""
    parts: dict[str, list[str]] = {"heads": [], "verbs": []}
    for line in lines_in("name_parts"):
        kind, _, words = line.partition(": ")
        parts[kind] += words.split("; ")
    heads, verbs = ("|".join(parts[kind]) for kind in ("heads", "verbs"))
    return rf"(?:các|và|những) tổ chức|(?:{heads})\s+(?:{verbs})"


HEAD = re.compile(f"{pattern_of(phrases_in('bodies'))}|thôn, ")
NOT_ACTOR = re.compile(
    f"{_COUNTERS}(?:{pattern_of(phrases_in('counted_things'))})|{pattern_of(phrases_in('not_bodies'))}"
)
VERB = re.compile(rf"(?<!{LETTER})(?:{pattern_of(phrases_in('verbs'))})")
LEAD = re.compile(
    r"(?:(?:kính đề nghị|đề nghị|giao cho|giao(?! ban)|yêu cầu|phân công|ủy quyền cho|ủy quyền|đối với|trách nhiệm của|"
    r"nhiệm vụ của|về phía|chủ trì)\s*:?\s+)+"
)
# Stretches inside a name in which a verb does not end it.
UNCUT = tuple(
    re.compile(rf"(?<!{LETTER})(?:{pattern}){EDGE}")
    for pattern in (pattern_of(phrases_in("whole_names")), _named_after())
)
NAME_WORDS = frozenset(word for line in lines_in("name_words") for word in line.split())
