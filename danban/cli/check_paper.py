"""``danban check-paper``: what of a .docx departs from the form, for people or as JSON."""

import json

import click

from danban.kit.refusals import BadInput
from danban.papers.check.profiles import PROFILE_NAMES
from danban.papers.check.remark import Remark, source_of
from danban.papers.check.report import Report
from danban.papers.check.sandbox import inspect_file
from danban.papers.forms import form_of
from danban.papers.paper import Profile

DEPARTS, UNREADABLE = 1, 2


@click.command("check-paper")
@click.argument("files", type=click.Path(), nargs=-1, required=True, metavar="FILE.docx...")
@click.option(
    "--profile",
    type=click.Choice([profile.value for profile in Profile]),
    help="Thể thức cần so: state (nhà nước), front (Mặt trận), joint (liên tịch), party (Đảng), village (thôn).",
)
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
def command(files: tuple[str, ...], profile: str | None, *, as_json: bool) -> int:
    """Kiểm tra thể thức của FILE.docx. Mã thoát: 0 đúng thể thức, 1 có lỗi, 2 có tệp không đọc được."""
    chosen = Profile(profile) if profile else None
    answers = [(file, _check(file, chosen)) for file in files]
    if as_json:
        click.echo(json.dumps([_as_json(file, said) for file, said in answers], ensure_ascii=False, indent=2))
    else:
        for file, said in answers:
            _print(file, said)
    if any(isinstance(said, str) for _, said in answers):
        return UNREADABLE
    return 0 if all(isinstance(said, Report) and said.passes for _, said in answers) else DEPARTS


def _check(file: str, profile: Profile | None) -> Report | str:
    try:
        return inspect_file(file, profile=profile)
    except BadInput as refusal:
        return refusal.sentence


def _as_json(file: str, said: Report | str) -> dict[str, object]:
    if isinstance(said, str):
        return {"file": file, "refused": said}
    counts = {"errors": len(said.errors), "notes": len(said.notes), "passes": said.passes}
    form = form_of(said.profile)
    remarks = [{**_plain(remark), "source": source_of(remark.component, form)} for remark in said.remarks]
    return {"file": file, **counts, **said.as_json(), "remarks": remarks}


def _plain(remark: Remark) -> dict[str, object]:
    plain = {"weight": remark.weight.value, "component": remark.component.value, "where": remark.where}
    return {**plain, "excerpt": remark.excerpt, "found": remark.found, "wanted": remark.wanted}


def _print(file: str, said: Report | str) -> None:
    """One table a file: component, place, what is there, what it should be."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(soft_wrap=False)
    if isinstance(said, str):
        console.print(Text(f"{file}: {said}", style="red"))
        return
    looked = "tự nhận ra là " if said.was_guessed else ""
    console.print(Text(f"{file} ({looked}văn bản {PROFILE_NAMES[said.profile]})", style="bold"))
    if said.remarks:
        table = Table("", "Thành phần", "Ở đâu", "Đang là", "Cần là", show_lines=False)
        for remark in said.remarks:
            mark, style = ("ghi chú", "dim") if remark in said.notes else ("lỗi", "")
            where = f"{remark.where}: {remark.excerpt[:40]}" if remark.excerpt else remark.where
            cells = (mark, remark.component.value, where, remark.found, remark.wanted)
            table.add_row(*(Text(cell) for cell in cells), style=style)
        console.print(table)
    console.print(Text(_summary(said), style="green" if said.passes else "yellow"))


def _summary(said: Report) -> str:
    found = f"Đã thấy: {'; '.join(said.components) or 'không thành phần nào'}."
    if said.passes:
        return f"Đúng thể thức theo {said.source}, {len(said.notes)} ghi chú. {found}"
    return f"{len(said.errors)} lỗi, {len(said.notes)} ghi chú, so với {said.source}. {found}"
