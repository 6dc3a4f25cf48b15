"""The conference of the room's own tests, on its evening."""

from typing import Any

import pytest
import time_machine

from tests.sittings.conftest import campaign, meeting, ready
from tests.sittings.factories import EVENING

__all__ = ["campaign", "meeting", "ready"]


@pytest.fixture(autouse=True)
def _in_the_evening() -> Any:
    with time_machine.travel(EVENING, tick=False):
        yield
