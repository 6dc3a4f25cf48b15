"""Where the plans are."""

from pathlib import Path

import pytest

PLANS = Path(__file__).parent / "plans"
EXAMPLE = Path(__file__).resolve().parents[2].parent / "shared" / "plan-hanoi-2023.txt"


@pytest.fixture(scope="session")
def example() -> Path:
    """The plan of Hà Nội, which is not part of the project."""
    if not EXAMPLE.exists():
        pytest.skip("the plan of Hà Nội is not beside the project")
    return EXAMPLE
