"""Every page of the overviews is read on the day chosen for the cast."""

from collections.abc import Iterator

import pytest
import time_machine

from tests.cast import AT


@pytest.fixture(autouse=True)
def _on_the_chosen_day() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield
