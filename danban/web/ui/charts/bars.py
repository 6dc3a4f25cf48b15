"""Bars: one strip of segments, and lists of strips with their names and figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString

from danban.web.ui.pieces import Segment


@dataclass(frozen=True)
class Bar:
    """One named strip; ``figure`` is what it says in words, since a bar never stands without it."""

    label: str
    parts: Sequence[Segment]
    figure: str
    href: str = ""


def strip(parts: Iterable[Segment]) -> SafeString:
    """One strip, its segments side by side from the left; what exceeds the whole is cut off."""
    drawn, left = [], 0.0
    for part in parts:
        share = min(max(part.share, 0.0), 1.0 - left)
        if share > 0:
            title = f"<title>{escape(part.label)}</title>" if part.label else ""
            drawn.append(
                f'<rect x="{left:.2%}" width="{share:.2%}" height="100%" class="{escape(part.tone)}">{title}</rect>'
            )
        left += share
    return SafeString(
        f'<svg class="bar" aria-hidden="true"><rect width="100%" height="100%" class="s0"/>{"".join(drawn)}</svg>'
    )


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
