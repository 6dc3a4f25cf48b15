"""``danban add-person``: a person and their office from the command line; how a new installation gets its first one."""

from __future__ import annotations

import click


@click.command(help="Thêm một người và giao vị trí. Bản chính thức bắt đầu bằng lệnh này.")
@click.option("--name", "full_name", required=True, help="Họ và tên.")
@click.option("--email", default="", help="E-mail đăng nhập.")
@click.option("--phone", default="", help="Số điện thoại đăng nhập.")
@click.option("--role", default="movement_board", show_default=True, help="Mã vai trò.")
@click.option("--unit", "code", default=None, help="Mã đơn vị; mặc định là đơn vị đứng đầu.")
@click.option("--title", default="", help="Chức danh; bỏ trống thì ghép từ vai trò và đơn vị.")
@click.password_option(prompt="Mật khẩu ban đầu", confirmation_prompt="Nhập lại", help="Bỏ trống để được hỏi kín.")
def command(**typed: str | None) -> None:
    """Enter one person by the same action as the page."""
    from danban.cli.setup import with_django

    with_django()
    from danban.accounts.actions import Office, enter_account
    from danban.kit import clock
    from danban.kit.actor import machine
    from danban.units.queries import place_by_code, root_of, tree_in_force

    at = clock.now()
    tree, code = tree_in_force(clock.day_of(at)), typed["code"]
    place = place_by_code(tree.pk, code) if code else root_of(tree.pk)
    office = Office(str(typed["role"]), place.unit_id, None, str(typed["title"]), clock.day_of(at))
    account = enter_account(
        full_name=str(typed["full_name"]), email=typed["email"], phone=typed["phone"], password=typed["password"],
        office=office, actor=machine("add-person", "appointment:appoint"), at=at,
    )  # fmt: skip
    click.echo(f"Đã thêm {account.full_name} ở {place.name}. Đăng nhập bằng {account.email or account.phone}.")
