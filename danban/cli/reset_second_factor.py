"""``danban reset-second-factor``: when whoever could take off a lost second factor has lost their own."""

from __future__ import annotations

import click


@click.command(help="Gỡ xác thực hai lớp của một người đã mất cả ứng dụng lẫn mã dự phòng.")
@click.argument("identifier", metavar="E-MAIL-HOẶC-SỐ-ĐIỆN-THOẠI")
@click.option("--reason", default="lost_phone", show_default=True, help="Mã lý do ghi vào nhật ký.")
def command(identifier: str, reason: str) -> None:
    """Reset it by the same action as the page."""
    from danban.cli.setup import with_django

    with_django()
    from danban.accounts.actions import reset_second_factor
    from danban.accounts.queries import account_by_identifier
    from danban.kit import clock
    from danban.kit.actor import machine
    from danban.kit.refusals import NotFound

    account = account_by_identifier(identifier)
    if account is None:
        raise NotFound("Không có ai với e-mail hoặc số điện thoại này.")
    actor = machine("reset-second-factor", "appointment:appoint")
    reset_second_factor(account.pk, reason=reason, actor=actor, at=clock.now())
    click.echo(f"Đã gỡ xác thực hai lớp của {account.full_name}. Mọi máy của người này đã được đăng xuất.")
