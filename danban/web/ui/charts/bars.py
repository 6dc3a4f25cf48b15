"""Bars: one strip of segments, and lists of strips with their names and figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString

from danban.web.ui.pieces import Segment

THINNEST = 0.015
"""What is there at all is drawn at least this wide, so that 5 late of 609 can be seen."""


@dataclass(frozen=True)
class Bar:
    """One named strip; ``figure`` is what it says in words, since a bar never stands without it."""

    label: str
    parts: Sequence[Segment]
    figure: str
    href: str = ""


def strip(parts: Iterable[Segment]) -> SafeString:
    """One strip, its segments side by side from the left."""
    drawn, left = [], 0.0
    for part, share in _seen(list(parts)):
        if share > 0:
            title = f"<title>{escape(part.label)}</title>" if part.label else ""
            drawn.append(
                f'<rect x="{left:.2%}" width="{share:.2%}" height="100%" class="{escape(part.tone)}">{title}</rect>'
            )
        left += share
    return SafeString(
        f'<svg class="bar" aria-hidden="true"><rect width="100%" height="100%" class="s0"/>{"".join(drawn)}</svg>'
    )


def _seen(parts: Sequence[Segment]) -> list[tuple[Segment, float]]:
    """Shares as drawn: between 0 and 1, the tiny made visible at the cost of the widest, never more than the whole."""
    shares = [0.0 if part.share <= 0 else min(max(part.share, THINNEST), 1.0) for part in parts]
    excess = sum(shares) - 1.0
    if excess > 0:
        widest = max(range(len(shares)), key=shares.__getitem__)
        shares[widest] = max(shares[widest] - excess, 0.0)
    room = 1.0
    for place, share in enumerate(shares):
        shares[place] = min(share, room)
        room -= shares[place]
    return list(zip(parts, shares, strict=True))


def draw(bars: Sequence[Bar], *, caption: str) -> SafeString:
    """A list of strips under each other, with a caption for people who hear it."""
    rows = "".join(
        f'<li><span class="what">{_name(bar)}</span>{strip(bar.parts)}'
        f'<span class="num">{escape(bar.figure)}</span></li>'
        for bar in bars
    )
    return SafeString(f'<ul class="bars" aria-label="{escape(caption)}">{rows}</ul>')


def _name(bar: Bar) -> str:
    return f'<a href="{escape(bar.href)}">{escape(bar.label)}</a>' if bar.href else escape(bar.label)
