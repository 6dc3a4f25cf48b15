"""The head: motto, issuer, place and day, and the order they stand in."""

import re
from collections.abc import Iterator

from danban.papers.check.found import Found
from danban.papers.check.parts import Parts, place_of
from danban.papers.check.remark import Component, Remark, error, note, styled
from danban.papers.forms import Form

_DAY_FIGURES = re.compile(r"ngày\s+(\S+)\s+tháng\s+(\S+)\s+năm\s+(\S+)", re.IGNORECASE)


def judge_motto(parts: Parts, form: Form) -> Iterator[Remark]:
    """Quốc hiệu and Tiêu ngữ; a Party paper has one line."""
    upper, lower = form.motto
    if parts.motto_upper is None or parts.motto_upper.text.upper() != upper:
        yield error(Component.MOTTO, parts.motto_upper, "Không thấy", f"“{upper}” ở góc trên bên phải trang đầu")
    else:
        yield from styled(Component.MOTTO, parts.motto_upper, form.motto_upper)
    if not lower:
        return
    if parts.motto_lower is None:
        yield error(Component.MOTTO, None, "Không thấy Tiêu ngữ", f"“{lower}” ngay dưới Quốc hiệu")
        return
    text = parts.motto_lower.text.strip("_ ")
    yield from styled(Component.MOTTO, parts.motto_lower, form.motto_lower)
    if text != lower and text.upper() != text:
        yield error(Component.MOTTO, parts.motto_lower, f"“{text}”", f"“{lower}”")


def judge_issuer(parts: Parts, form: Form) -> Iterator[Remark]:
    """Names of the bodies: the one above regular, the one that issues bold. Names on several lines are one name."""
    if not parts.issuers:
        yield error(Component.ISSUER, None, "Không thấy", "Tên cơ quan, tổ chức ở góc trên bên trái, in hoa, đậm")
        return
    bold = [line for line in parts.issuers if line.is_bold]
    if not bold:
        yield from styled(Component.ISSUER, parts.issuers[-1], form.issuer)
    for line in bold:
        yield from styled(Component.ISSUER, line, form.issuer)
    above = [line for line in parts.issuers if line not in bold][: None if bold else -1]
    for line in above:
        yield from styled(Component.ISSUER, line, form.superior)


def judge_rules(found: Found, parts: Parts, form: Form) -> Iterator[Remark]:
    """Lines drawn under names: told as notes, since a file does not always say where a drawing lies."""
    wanted = [(parts.motto_lower if form.motto[1] else parts.motto_upper, Component.MOTTO, "dài bằng dòng chữ")]
    issuers = parts.issuers if form.motto[1] else []  # the Party's form has a star there
    wanted.append((issuers[-1] if issuers else None, Component.ISSUER, "dài 1/3 đến 1/2 dòng chữ"))
    wanted.append((parts.subject[-1] if parts.subject else None, Component.SUBJECT, "dài 1/3 đến 1/2 dòng chữ"))
    missing = [(line, component, long) for line, component, long in wanted if line is not None and not line.rule]
    if found.drawn >= len(wanted) - 1:
        return
    for line, component, long in missing:
        if any(run.is_underlined for run in line.runs):
            yield note(component, line, "Gạch chân chữ", f"Kẻ đường kẻ ngang nét liền, {long}")
        else:
            yield note(component, line, "Không thấy đường kẻ bên dưới", f"Đường kẻ ngang nét liền, {long}")


def judge_day(parts: Parts, form: Form) -> Iterator[Remark]:
    """Where and when: a comma after the place, day and month as the rule writes them."""
    line = parts.day
    if line is None:
        yield error(Component.DAY, None, "Không thấy", "“Phúc Xá, ngày 05 tháng 01 năm 2023” dưới Tiêu ngữ")
        return
    yield from styled(Component.DAY, line, form.place_and_day)
    figures = _DAY_FIGURES.search(line.text)
    if figures is None:
        yield error(Component.DAY, line, "Ngày tháng viết tắt", "Viết đầy đủ: “ngày … tháng … năm …”")
        return
    place, has_comma = place_of(line.text)
    if not place:
        yield error(Component.DAY, line, "Thiếu địa danh", "Địa danh đứng trước ngày, sau địa danh có dấu phẩy")
    elif not has_comma:
        yield error(Component.DAY, line, "Thiếu dấu phẩy sau địa danh", f"“{place}, ngày …”")
    day, month = figures[1], figures[2]
    if day.isdecimal() and len(day) == 1:
        yield error(Component.DAY, line, f"“ngày {day}”", f"“ngày 0{day}”: ngày nhỏ hơn 10 có số 0 ở trước")
    if month in {"1", "2"}:
        yield error(Component.DAY, line, f"“tháng {month}”", f"“tháng 0{month}”: tháng 1, 2 có số 0 ở trước")
    if re.fullmatch("0[3-9]", month):
        yield note(Component.DAY, line, f"“tháng {month}”", f"“tháng {month[1]}”: chỉ tháng 1, 2 cần số 0 ở trước")


def judge_order(parts: Parts) -> Iterator[Remark]:
    """What stands after something it should come before."""
    title = parts.kind_name or (parts.addressed[0] if parts.addressed else None)
    named = (("Quốc hiệu", parts.motto_upper), ("Tiêu ngữ", parts.motto_lower), ("Ngày tháng", parts.day))
    for name, line in named:
        if line is not None and title is not None and line.order > title.order:
            yield error(Component.ORDER, line, f"{name} đứng sau tên loại, nơi gửi", f"{name} ở đầu văn bản, bên phải")
    if parts.motto_upper and parts.motto_lower and parts.motto_lower.order < parts.motto_upper.order:
        yield error(Component.ORDER, parts.motto_lower, "Tiêu ngữ đứng trên Quốc hiệu", "Quốc hiệu, rồi Tiêu ngữ")
    number, issuer = parts.number, parts.issuers[0] if parts.issuers else None
    if number and issuer and number.order < issuer.order and (number.cell is None or issuer.cell is not None):
        yield error(Component.ORDER, number, "Số, ký hiệu đứng trên tên cơ quan", "Tên cơ quan, rồi số, ký hiệu")
    if parts.basis and parts.kind_name and parts.basis[0].order < parts.kind_name.order:
        yield error(Component.ORDER, parts.basis[0], "Căn cứ đứng trước tên loại", "Tên loại, trích yếu, rồi căn cứ")
