"""``danban docs``: write the generated reference, or say which page of it is stale."""

import sys
from pathlib import Path

import click

REFERENCE = Path("docs/reference")


@click.command(help="Sinh tài liệu tham chiếu từ mã; --check chỉ báo trang nào đã cũ.")
@click.option("--check", is_flag=True)
def command(*, check: bool) -> None:
    """Write docs/reference, or compare it with what would be written."""
    from danban.cli.setup import with_django

    with_django()
    from danban.cli.reference import pages

    stale = []
    for name, text in pages().items():
        place = REFERENCE / name
        if check:
            if not place.exists() or place.read_text(encoding="utf-8") != text:
                stale.append(str(place))
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
    if stale:
        click.echo(f"Tài liệu đã cũ, hãy chạy make docs: {', '.join(stale)}", err=True)
        sys.exit(1)
