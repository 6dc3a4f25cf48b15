"""``danban read-petition``: what a sentence says."""

import json
import sys
from dataclasses import asdict

import click

from danban import petitionreader


@click.command("read-petition")
@click.argument("text", required=False)
def command(text: str | None) -> int:
    """In JSON điều đọc được từ một kiến nghị: lĩnh vực, địa điểm, việc. Không có TEXT thì đọc từ đầu vào."""
    said = petitionreader.read(text if text is not None else sys.stdin.read())
    shown = {
        "kind": said.kind.value,
        "is_complaint": said.is_complaint,
        "complaint_words": said.complaint_words,
        "fields": [asdict(one) for one in said.fields],
        "places": [asdict(one) for one in said.places],
        "subjects": said.subjects,
        "asks": said.asks,
    }
    click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
    return 0
