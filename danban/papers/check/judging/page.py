"""The page: size, margins, number of the page, fonts and colour of everything on it."""

from collections.abc import Iterator

from danban.papers.check.found import Found, FoundLine, FoundPage
from danban.papers.check.remark import SLACK_MM, SLACK_PT, Component, Remark, error, figure, note, span
from danban.papers.forms import Form

_FONTS = {"times new roman", "tinos", "liberation serif", "times"}
_PAGE_SLACK = 1.0


def judge_page(found: Found, form: Form) -> Iterator[Remark]:
    """Every section's page; a fault of several sections is told once."""
    seen: set[Remark] = set()
    for at, page in enumerate(found.pages):
        for remark in (*_size(page, form), *_margins(page, form), *_number(page, form, is_first=at == 0)):
            if remark not in seen:
                seen.add(remark)
                yield remark
    if found.is_long and not any(page.number for page in found.pages):
        yield error(Component.PAGE_NUMBER, None, "Không có số trang", "Canh giữa ở lề trên, từ trang thứ hai")


def _size(page: FoundPage, form: Form) -> Iterator[Remark]:
    sides, wanted = sorted((page.width, page.height)), sorted((form.page_width, form.page_height))
    if any(abs(side - right) > _PAGE_SLACK for side, right in zip(sides, wanted, strict=True)):
        said = f"{figure(page.width)} × {figure(page.height)} mm"
        yield error(Component.PAGE, None, said, "A4: 210 × 297 mm")


def _margins(page: FoundPage, form: Form) -> Iterator[Remark]:
    """Margins of upright pages; the rule does not say which side is which on a page turned for a table."""
    if page.is_wide:
        return
    margins = (
        ("trên", page.top, form.top), ("dưới", page.bottom, form.bottom), ("trái", page.left, form.left),
        ("phải", page.right, form.right),
    )  # fmt: skip
    for name, value, allowed in margins:
        if not allowed.allows(value, slack=SLACK_MM):
            yield error(Component.MARGINS, None, f"Lề {name} {figure(value)} mm", f"Lề {name} {span(allowed, 'mm')}")


def _number(page: FoundPage, form: Form, *, is_first: bool) -> Iterator[Remark]:
    if page.number == "foot":
        yield error(Component.PAGE_NUMBER, None, "Đặt ở lề dưới", "Canh giữa ở lề trên")
    elif page.number and page.number_align not in {"center", ""}:
        yield error(Component.PAGE_NUMBER, None, "Không canh giữa", "Canh giữa ở lề trên")
    if is_first and page.shows_first:
        yield error(Component.PAGE_NUMBER, None, "Hiện cả ở trang đầu", "Không hiện số ở trang đầu")
    if page.number and page.number_size and not form.page_number.size.allows(page.number_size, slack=SLACK_PT):
        said = f"Cỡ chữ {figure(page.number_size)}"
        yield error(Component.PAGE_NUMBER, None, said, f"Cỡ chữ {span(form.page_number.size)}")


def judge_fonts(found: Found, form: Form) -> Iterator[Remark]:
    """Fonts other than the form's, each once with its first line; letters that are not black, once."""
    fonts: dict[str, FoundLine] = {}
    coloured: FoundLine | None = None
    linked: FoundLine | None = None
    for line in found.lines:
        for run in line.worded:
            for font in run.fonts:
                fonts.setdefault(font.strip(), line)
            if not run.is_black and run.is_link:
                linked = linked or line
            elif not run.is_black:
                coloured = coloured or line
    for font, line in fonts.items():
        if font.lower() not in _FONTS:
            yield error(Component.FONT, line, f"Phông {font}", f"Phông {form.font}")
    if coloured:
        yield error(Component.FONT, coloured, "Có chữ không phải màu đen", "Màu đen")
    if linked:
        yield note(Component.FONT, linked, "Địa chỉ liên kết có màu", "Nên bỏ liên kết để chữ màu đen")
