"""How a clause of a plan is named in a sentence, and where its words stand."""

import re

from danban.web.ui.navigation import address_of

_LONGEST = 90


def as_said(words: str | None) -> str:
    """ "KẾ HOẠCH LIÊN TỊCH" → "Kế hoạch liên tịch"; words with small letters stay."""
    return words.capitalize() if words and words.isupper() else words or ""


def clipped(text: str, limit: int = _LONGEST) -> str:
    """At most ``limit`` letters, cut at a word."""
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"


def clause_words(path: str, title: str) -> str:
    """ "mục IV.2 · Tiến độ"; "" for no clause."""
    if not path:
        return ""
    return clipped(f"mục {path} · {as_said(title)}" if title and title != path else f"mục {path}")


def anchor_of(path: str) -> str:
    """The name of a part's place in the page of a plan: II.1.a → muc-II.1.a."""
    return "muc-" + re.sub(r"[^0-9A-Za-z.]", "-", path)


def clause_href(campaign_id: int | None, path: str) -> str:
    """Where the words of a clause stand in the plan of a year; "" where that is not known."""
    page = address_of("desk:campaigns:show_plan", campaign_id) if campaign_id and path else ""
    return f"{page}#{anchor_of(path)}" if page else ""
