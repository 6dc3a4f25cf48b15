"""The year of this room's tests and its day, for its pages."""

from collections.abc import Iterator

import pytest
import time_machine

from tests.assignments.conftest import campaign, department_work, weekly_work
from tests.cast import AT

__all__ = ["campaign", "department_work", "weekly_work"]


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    """It is 10/02/2023."""
    with time_machine.travel(AT, tick=False):
        yield
