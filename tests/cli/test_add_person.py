"""``danban add-person``: how a new installation gets its first person."""

from datetime import timedelta

import pytest
from click.testing import CliRunner
from django.utils import timezone

from danban.accounts.queries import account_by_identifier
from danban.cli.add_person import command
from danban.kit.refusals import BadInput, NotFound
from tests.cast import PASSWORD, Cast

NAME = ["--name", "Đặng Thị Ánh", "--password", PASSWORD]


def test_the_first_person_stands_at_the_top_and_can_sign_in(cast: Cast, runner: CliRunner) -> None:
    answer = runner.invoke(command, [*NAME, "--phone", "0912 345 678"])

    assert answer.exit_code == 0
    account = account_by_identifier("+84912345678")
    assert account is not None
    assert account.check_password(PASSWORD)
    office = account.appointments.get()
    assert (office.role, office.unit_id) == ("movement_board", cast.city.unit_id)


def test_anybody_else_is_placed_by_the_code_of_the_unit(cast: Cast, runner: CliRunner) -> None:
    answer = runner.invoke(
        command, [*NAME, "--email", "a@example.vn", "--role", "commune_front_officer", "--unit", "00001"]
    )

    assert "Phường Phúc Xá" in answer.output


def test_a_wrong_unit_role_or_password_is_one_sentence(cast: Cast, runner: CliRunner) -> None:
    email = ["--email", "a@example.vn"]

    assert isinstance(runner.invoke(command, [*NAME, *email, "--unit", "x"]).exception, NotFound)
    assert isinstance(runner.invoke(command, [*NAME, *email, "--role", "x"]).exception, BadInput)
    short = runner.invoke(command, ["--name", "Đặng Thị Ánh", "--password", "ngắn", *email])
    assert isinstance(short.exception, BadInput)
    assert account_by_identifier("a@example.vn") is None


def test_without_a_tree_in_force_nobody_can_be_placed(cast: Cast, runner: CliRunner) -> None:
    cast.tree.ends_on = timezone.localdate() - timedelta(days=1)
    cast.tree.save()

    answer = runner.invoke(command, [*NAME, "--email", "a@example.vn"])

    with pytest.raises(NotFound, match="cơ cấu"):
        raise answer.exception or AssertionError
