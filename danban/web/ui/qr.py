"""A QR code as a drawing in the page: no picture to fetch, sharp in print."""

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe


def draw(text: str, *, label: str) -> SafeString:
    """``text`` as an SVG with a quiet zone; ``label`` is what a screen reader says.

    Never a Micro QR, which scanners in browsers cannot read.
    """
    code = segno.make_qr(text, error="m")
    width, height = code.symbol_size()
    paths = code.svg_inline(omitsize=True, svgclass=None, lineclass=None)
    body = paths[paths.index(">") + 1 :]
    return format_html(
        '<svg class="qr" viewBox="0 0 {} {}" role="img" aria-label="{}">{}',
        width,
        height,
        label,
        mark_safe(body),  # noqa: S308 - segno's drawing
    )
