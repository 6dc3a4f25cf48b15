"""``danban compare-petitions``: whether two sentences ask the same."""

import json
from dataclasses import asdict

import click

from danban import petitionreader
from danban.petitionreader import Verdict


@click.command("compare-petitions")
@click.argument("one")
@click.argument("other")
@click.option("--other-village", is_flag=True, help="Hai kiến nghị của hai thôn, tổ dân phố khác nhau trong một xã.")
@click.option("--other-commune", is_flag=True, help="Hai kiến nghị của hai xã, phường khác nhau.")
def command(one: str, other: str, *, other_village: bool, other_commune: bool) -> int:
    """So hai kiến nghị, in JSON. Mã thoát: 0 cùng một việc, 1 không phải."""
    alike = petitionreader.compare(
        petitionreader.read(one), petitionreader.read(other),
        same_village=not (other_village or other_commune), same_commune=not other_commune,
    )  # fmt: skip
    click.echo(json.dumps(asdict(alike), ensure_ascii=False, indent=2))
    return 0 if alike.verdict is Verdict.SAME else 1
