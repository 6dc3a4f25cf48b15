"""The directory as a table for a spreadsheet: a line for every body and every post."""

from collections.abc import Iterator

from danban.kit.tables import write_csv, write_xlsx
from danban.kit.vietnamese import day, phone
from danban.overviews.queries.directory import DirectorySheet
from danban.overviews.queries.reachable import Desk, Listed, Post

HEADINGS = (
    "Cấp", "Đơn vị", "Cấp trên", "Mã", "Cơ quan, tổ chức", "Họ và tên", "Vị trí", "Điện thoại", "Thư điện tử",
    "Địa chỉ", "Ghi chú",
)  # fmt: skip
Line = tuple[str, ...]


def directory_lines(sheet: DirectorySheet) -> Iterator[Line]:
    """The lines below ``HEADINGS``: unit by unit, each body before the posts that sit in it."""
    for unit in sheet.units:
        for desk in unit.desks:
            yield from _desk(unit, desk)


def _desk(unit: Listed, desk: Desk) -> Iterator[Line]:
    place = unit.place
    where = (place.level.name, place.name, place.parent.name if place.parent else "", place.code, desk.name)
    if desk.pk:
        yield (*where, "", "", phone(desk.phone), desk.email, desk.address, "")
    for post in desk.posts:
        yield (*where, *_post(post), "", "")
        for deputy in post.deputies:
            until = f" đến {day(deputy.until)}" if deputy.until else ""
            yield (*where, *_post(deputy), "", f"Người thay của {post.name}{until}")


def _post(post: Post) -> Line:
    return post.name, post.title, phone(post.phone), post.email


def directory_xlsx(sheet: DirectorySheet) -> bytes:
    """An XLSX workbook of the directory."""
    return write_xlsx(HEADINGS, directory_lines(sheet), sheet="Danh bạ")


def directory_csv(sheet: DirectorySheet) -> bytes:
    """The directory as CSV in UTF-8."""
    return write_csv(HEADINGS, directory_lines(sheet))
