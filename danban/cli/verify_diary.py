"""``danban verify-diary``: check the chain of the diary, changing nothing; exit code 1 names the first bad entry."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from danban.audit.queries import Verdict


@click.command(help="Tính lại chuỗi niêm phong của nhật ký và nêu mục đầu tiên không khớp.")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho máy đọc.")
def command(*, as_json: bool) -> None:
    """Check every seal and print what was found."""
    from danban.cli.setup import with_django

    with_django()
    from danban.audit.queries import verify_diary

    verdict = verify_diary()
    if as_json:
        click.echo(json.dumps({"holds": verdict.holds, **asdict(verdict)}))
    else:
        click.echo(sentence(verdict))
    if not verdict.holds:
        sys.exit(1)


def sentence(verdict: Verdict) -> str:
    """What was found, for a person. The last link is worth writing down on paper."""
    if verdict.holds:
        return (
            f"Nhật ký nguyên vẹn: {verdict.checked} mục đã niêm phong, {verdict.unsealed} mục chờ niêm phong. "
            f"Mắt xích cuối: {verdict.last_link}."
        )
    return f"Nhật ký KHÔNG nguyên vẹn: mục {verdict.broken_entry} không khớp với niêm phong."
