"""Run the program's commands inside the test's own database."""

import pytest
from click.testing import CliRunner

from tests.units.city import tree

__all__ = ["runner", "tree"]


@pytest.fixture
def runner() -> CliRunner:
    """Runs a command and keeps what it printed."""
    return CliRunner()
