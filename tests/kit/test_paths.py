"""Below is a range."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.kit import paths

_PATHS = st.lists(st.integers(0, 9_999), max_size=3).map(lambda steps: "".join(f"{s:04d}" for s in steps))


@given(_PATHS, _PATHS)
def test_within_means_starts_with(path: str, area: str) -> None:
    assert paths.is_within(path, area) == path.startswith(area)


@given(_PATHS, st.integers(0, 9_999))
def test_a_child_lies_within_its_parent_one_step_deeper(parent: str, position: int) -> None:
    child = paths.step(parent, position)

    assert paths.is_within(child, parent)
    assert paths.depth(child) == paths.depth(parent) + 1
    assert paths.ancestor(child, paths.depth(parent)) == parent


@pytest.mark.parametrize("position", [-1, 10_000])
def test_a_position_that_does_not_fit_is_refused(position: int) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        paths.step("", position)
