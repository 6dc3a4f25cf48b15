"""``danban read-plan``: what a plan document says, for people or as JSON."""

import json

import click

from danban.kit.vietnamese import day
from danban.planreader import Reading, read_file
from danban.planreader.reading import Deadline


@click.command("read-plan")
@click.argument("file", type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
def command(file: str, as_json: bool) -> None:
    """Đọc văn bản kế hoạch FILE (.docx, .odt, .pdf có lớp chữ, .html, .txt) và in ra những gì đọc được."""
    reading = read_file(file)
    if as_json:
        click.echo(json.dumps(reading.as_json(), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(outline_lines(reading)))


def outline_lines(reading: Reading) -> list[str]:
    """The reading as lines of text, the most wanted first."""
    issued = day(reading.issued_on) if reading.issued_on else "không rõ ngày"
    lines = [f"{reading.doc_type or 'Văn bản'}: {reading.title or 'không rõ trích yếu'}"]
    lines.append(f"Số {reading.number or '(chưa có)'}; {reading.place or 'không rõ nơi'}, {issued}")
    lines += [f"Cơ quan ban hành: {'; '.join(reading.issuers) or 'không rõ'}"]
    if reading.signers:
        lines.append(f"Người ký: {'; '.join(reading.signers)}")
    lines += _part("Các phần", [f"{'  ' * (one.level - 1)}{one.path}  {_short(one.title)}" for one in reading.sections])
    lines += _part("Thời hạn", [_deadline(one) for one in reading.deadlines])
    lines += _part(
        "Tiền",
        [f"{one.text}{_per(one.per)} — {one.payer or 'không rõ ai chi'} ({one.section})" for one in reading.money],
    )
    lines += _part("Chỉ tiêu, số lượng", [f"{one.text} ({one.section})" for one in reading.quotas])
    lines += _part(
        "Phân công", [f"{', '.join(one.actors)} ({one.section}): {len(one.tasks)} việc" for one in reading.assignments]
    )
    lines += _part(
        "Nội dung", [f"{one.level or 'chung'} ({one.section}): {len(one.items)} mục" for one in reading.contents]
    )
    lines += _part("Văn bản dẫn", [_short(one.name) for one in reading.cited])
    lines += _part("Nơi nhận", list(reading.recipients))
    lines += _part("Thư điện tử", list(reading.emails))
    lines += _part("Còn thiếu", [one.sentence for one in reading.unknown])
    return lines + _part("Ghi chú", list(reading.notes))


def _part(name: str, items: list[str]) -> list[str]:
    return ["", f"{name} ({len(items)})", *(f"  {item}" for item in items)] if items else []


def _short(words: str) -> str:
    return words if len(words) <= 100 else words[:97].rsplit(" ", 1)[0] + "…"


def _per(groups: tuple[str, ...]) -> str:
    return f" cho mỗi {'; mỗi '.join(groups)}" if groups else ""


def _deadline(one: Deadline) -> str:
    when = one.rrule or " – ".join(day(value) for value in (one.start, one.end) if value) or one.relative or ""
    task = f": {_short(one.task)}" if one.task else ""
    actor = f" [{one.actor}]" if one.actor else ""
    return f"{one.text} → {when}{actor}{task} ({one.section})"
