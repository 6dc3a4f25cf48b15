"""``danban reset-second-factor``: the last way back in, for whoever keeps the server."""

import pytest
from click.testing import CliRunner

from danban.accounts import queries
from danban.audit.models import Entry
from danban.cli.reset_second_factor import command
from danban.kit.refusals import BadInput, NotFound, NotNow
from tests.accounts.authenticator import with_second_factor
from tests.cast import Cast


def test_a_lost_second_factor_is_taken_off_and_noted_as_the_commands(cast: Cast, runner: CliRunner) -> None:
    with_second_factor(cast.people["mrs_ha"])

    answer = runner.invoke(command, ["MRS.HA@example.vn", "--reason", "new_phone"])

    assert answer.exit_code == 0
    assert "Nguyễn Thị Hà" in answer.output
    assert not queries.has_second_factor(cast.people["mrs_ha"].pk)
    entry = Entry.objects.order_by("-pk")[0]
    assert (entry.event, entry.user_id, entry.role) == ("second_factor.reset", None, "machine")
    assert entry.changes == {"reason": "new_phone"}


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        (["nobody@example.vn"], NotFound),
        (["mr.dung@example.vn"], NotNow),
        (["mrs.ha@example.vn", "--reason", "x"], BadInput),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(
    cast: Cast, runner: CliRunner, typed: list[str], refusal: type[Exception]
) -> None:
    with_second_factor(cast.people["mrs_ha"])

    assert isinstance(runner.invoke(command, typed).exception, refusal)

    assert queries.has_second_factor(cast.people["mrs_ha"].pk)
