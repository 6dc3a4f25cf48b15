"""``danban check``: is this installation sound? One line a check, exit code 1 if one fails."""

import json
import sys
from collections.abc import Callable

import click


@click.command(help="Kiểm tra bản cài đặt: thiết lập, bảng, cây đơn vị, nhật ký, gửi tin, phông chữ.")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho máy đọc.")
def command(*, as_json: bool) -> None:
    """Run every check; print each with its sentence."""
    from danban.cli.setup import with_django

    with_django()
    results = [(name, *_result(check)) for name, check in CHECKS.items()]
    if as_json:
        rows = [{"check": name, "ok": ok, "says": says} for name, ok, says in results]
        click.echo(json.dumps(rows, ensure_ascii=False))
    else:
        for name, ok, says in results:
            click.echo(f"{'✓' if ok else '✗'} {name}: {says}")
    if not all(ok for _, ok, _ in results):
        sys.exit(1)


def _result(check: Callable[[], tuple[bool, str]]) -> tuple[bool, str]:
    from django.db import OperationalError, ProgrammingError

    try:
        return check()
    except (OperationalError, ProgrammingError):
        return False, "chưa soát được: cơ sở dữ liệu chưa có bảng hoặc chưa nối được; chạy danban run trước"


def _settings() -> tuple[bool, str]:
    from django.core.checks import run_checks

    found = run_checks()
    return not found, "; ".join(str(message.msg) for message in found) or "ổn"


def _tables() -> tuple[bool, str]:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return not waiting, f"{connection.vendor}, còn {len(waiting)} bước cập nhật bảng" if waiting else connection.vendor


def _trees() -> tuple[bool, str]:
    from danban.units.queries import list_all_flaws

    flaws = list_all_flaws()
    return not flaws, "; ".join(flaw.sentence for flaw in flaws[:3]) or "không có lỗi"


def _diary() -> tuple[bool, str]:
    from danban.audit.queries import verify_diary

    verdict = verify_diary()
    if verdict.holds:
        return True, f"{verdict.checked} mục đã niêm, {verdict.unsealed} mục chờ niêm"
    return False, f"mục {verdict.broken_entry} không khớp chuỗi niêm"


def _sending() -> tuple[bool, str]:
    from danban.notices.channels import describe_ways
    from danban.notices.queries import count_stuck

    try:
        ways = describe_ways()
    except ValueError as error:
        return False, str(error)
    stuck = count_stuck()
    return not stuck, f"{ways}; {stuck} tin không gửi được, xem ở Tin đã gửi" if stuck else ways


def _fonts() -> tuple[bool, str]:
    from django.conf import settings

    from danban.papers.faces import has_faces

    missing = [] if (settings.VAR / "assets").is_dir() else ["của trang"]
    missing += [] if has_faces(settings.PAPER_FONTS) else ["của văn bản PDF"]
    return not missing, f"chưa có phông {', '.join(missing)}; chạy danban assets" if missing else "đã tải"


CHECKS: dict[str, Callable[[], tuple[bool, str]]] = {
    "Thiết lập": _settings,
    "Bảng dữ liệu": _tables,
    "Cây đơn vị": _trees,
    "Nhật ký": _diary,
    "Gửi tin": _sending,
    "Phông chữ": _fonts,
}
