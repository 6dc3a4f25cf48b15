"""What a page says, as text."""

import re
from html import unescape
from typing import Any


def text_of(answer: Any) -> str:
    """The page with its tags, entities read."""
    return unescape(answer.content.decode())


def main_of(answer: Any) -> str:
    """The words of the main part."""
    return " ".join(re.sub(r"<[^>]+>", " ", text_of(answer).split("<main", 1)[1]).split())
