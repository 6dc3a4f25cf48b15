"""Tries and used codes are remembered in the cache: every test begins with an empty one."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()
