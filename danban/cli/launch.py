"""``danban launch``: a plan document, or a draft already reviewed, becomes the year of every unit."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from danban.campaigns.models import Campaign, Draft
    from danban.campaigns.queries import LaunchSummary
    from danban.campaigns.rules.warnings import DraftWarning
    from danban.kit.actor import Actor
    from danban.units.models import Tree


@click.command(help="Phát hành năm từ SOURCE: tệp kế hoạch, hoặc số của bản nháp đã rà soát.")
@click.argument("source")
@click.option("--tree", "name", default=None, help="Tên bản cơ cấu; mặc định là bản đang có hiệu lực.")
@click.option("--year", type=int, default=None, help="Đặt lại năm của bản nháp.")
@click.option("--dry-run", is_flag=True, help="Chỉ xem trước; không ghi gì.")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho máy đọc.")
def command(*, source: str, name: str | None, year: int | None, dry_run: bool, as_json: bool) -> None:
    """Summarise, and unless told otherwise launch."""
    from danban.cli.setup import with_django

    with_django()
    from danban.campaigns.queries import launch_summary
    from danban.kit import actor, clock

    at = clock.now()
    doer = actor.machine("cli", "plan:read", "plan:review", "campaign:launch")
    by_number = source.isascii() and source.isdecimal()
    if dry_run and not by_number:
        _preview(source, name, at=at, as_json=as_json)
        return
    draft = _draft_by_number(int(source)) if by_number else _read(source, name, doer, at=at)
    summary, levels = launch_summary(draft), _level_names(draft.tree)
    if dry_run:
        _say(Outcome(draft.name, summary, levels, draft_id=draft.pk), as_json=as_json)
        return
    draft = _retitled(draft, year, doer, at=at)
    campaign = _launch(draft, doer, at=at, is_quiet=as_json)
    _say(Outcome(draft.name, summary, levels, draft_id=draft.pk, campaign_id=campaign.pk), as_json=as_json)


def _level_names(tree: "Tree") -> dict[str, str]:
    """Names of levels by code, from the top."""
    return dict(tree.scheme.levels.order_by("depth").values_list("code", "name"))


def _content(source: str) -> tuple[bytes, str]:
    path = Path(source)
    if not path.is_file():
        raise click.ClickException(f"Không có tệp “{source}”. Hãy ghi đường dẫn của tệp hoặc số của bản nháp.")
    return path.read_bytes(), path.name


def _preview(source: str, name: str | None, *, at: datetime, as_json: bool) -> None:
    from danban import planreader
    from danban.campaigns.queries import summary_of_reading
    from danban.campaigns.rules import heading
    from danban.cli.editions import edition
    from danban.kit import clock

    today = clock.day_of(at)
    content, file_name = _content(source)
    reading = planreader.read_bytes(content, file_name=file_name)
    tree = edition(name, on=today)
    summary, warnings = summary_of_reading(reading, tree)
    title = heading.name_of(reading, heading.year_of(reading, today))
    _say(Outcome(title, summary, _level_names(tree), warnings), as_json=as_json)


def _draft_by_number(pk: int) -> "Draft":
    from danban.campaigns.models import Draft

    draft = Draft.objects.select_related("tree__scheme").filter(pk=pk).first()
    if draft is None:
        raise click.ClickException(f"Không có bản nháp số {pk}.")
    return draft


def _read(source: str, name: str | None, doer: "Actor", *, at: datetime) -> "Draft":
    from danban.campaigns.actions import read_plan
    from danban.cli.editions import edition
    from danban.kit import clock

    content, file_name = _content(source)
    tree = edition(name, on=clock.day_of(at))
    draft = read_plan(content, file_name=file_name, tree_id=tree.pk, actor=doer, at=at)
    if draft.campaign_id is not None:
        raise click.ClickException(
            f"“{draft.name}” đang được thực hiện, nên văn bản này thành bản sửa đổi số {draft.pk}."
            " Hãy rà soát và áp dụng bản đó trên trang Kế hoạch năm."
        )
    return draft


def _retitled(draft: "Draft", year: int | None, doer: "Actor", *, at: datetime) -> "Draft":
    from danban.campaigns.actions import retitle_draft

    if year is None or year == draft.year:
        return draft
    return retitle_draft(draft.pk, year=year, name=draft.name, theme=draft.theme, actor=doer, at=at)


def _launch(draft: "Draft", doer: "Actor", *, at: datetime, is_quiet: bool) -> "Campaign":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from danban.petitions.actions import launch_year

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), disable=is_quiet) as bar:
        task = bar.add_task("Giao việc cho các đơn vị", total=None)

        def progress(_step: str, done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        return launch_year(draft.pk, actor=doer, at=at, progress=progress)


@dataclass(frozen=True)
class Outcome:
    """What the command tells: ``levels`` are names by code; of a preview there is neither draft nor campaign."""

    title: str
    summary: "LaunchSummary"
    levels: dict[str, str]
    warnings: "tuple[DraftWarning, ...]" = ()
    draft_id: int | None = None
    campaign_id: int | None = None


def _say(outcome: Outcome, *, as_json: bool) -> None:
    from danban.kit.money import dong
    from danban.kit.vietnamese import number

    summary = outcome.summary
    if as_json:
        click.echo(json.dumps(_as_json(outcome), ensure_ascii=False, default=str))
        return
    click.echo(outcome.title)
    for line in _year_lines(outcome):
        click.echo(line)
    for sentence in (*summary.problems, *(warning.sentence for warning in outcome.warnings)):
        click.echo(f"! {sentence}", err=True)
    verb = f"Đã phát hành năm số {outcome.campaign_id}" if outcome.campaign_id else "Xem trước, chưa ghi gì"
    click.echo(
        f"{verb}: {number(summary.obligations)} việc, {summary.milestones} mốc, {summary.assignments} phân công,"
        f" kinh phí {dong(summary.grant_total)}."
    )


def _year_lines(outcome: Outcome) -> Iterator[str]:
    """What each level owes, by day, undated last; then the grants."""
    from danban.kit.money import dong
    from danban.kit.vietnamese import day, number

    summary = outcome.summary
    for code, name in outcome.levels.items():
        kinds = [kind for kind in summary.kinds if kind.level == code]
        if kinds:
            yield f"{name}: {number(sum(kind.count for kind in kinds))} việc"
        for kind in sorted(kinds, key=lambda one: (one.due_on is None, one.due_on or date.max, one.name)):
            due = day(kind.due_on) if kind.due_on else "chưa có hạn"
            yield f"  {due:11}  {number(kind.count):>7}  {kind.name}"
    for code, name in outcome.levels.items():
        for grant in summary.grants:
            if grant.level == code:
                yield f"Hỗ trợ {name}: {number(grant.units)} × {dong(grant.amount)} = {dong(grant.total)}"


def _as_json(outcome: Outcome) -> dict[str, object]:
    summary = outcome.summary
    return {
        "name": outcome.title,
        "draft": outcome.draft_id,
        "campaign": outcome.campaign_id,
        "obligations": summary.obligations,
        "by_level": summary.by_level,
        "kinds": [
            {"level": k.level, "code": k.code, "name": k.name, "due_on": k.due_on, "count": k.count}
            for k in summary.kinds
        ],
        "milestones": summary.milestones,
        "assignments": summary.assignments,
        "agenda": dict(summary.agenda),
        "grants": [{"level": g.level, "amount": g.amount, "units": g.units, "total": g.total} for g in summary.grants],
        "grant_total": summary.grant_total,
        "mailbox": summary.mailbox,
        "problems": list(summary.problems),
        "warnings": [{"code": w.code, "sentence": w.sentence} for w in outcome.warnings],
    }
