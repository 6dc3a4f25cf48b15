"""A database is a demonstration or the real thing, never both."""

from datetime import timedelta

import pytest

from danban.installation import actions, queries
from danban.kit.refusals import NotNow
from tests.cast import AT

pytestmark = pytest.mark.django_db


def test_a_new_database_is_neither_and_its_clock_is_right() -> None:
    assert not queries.is_demo()
    assert queries.clock_offset() == timedelta()


def test_a_demonstration_keeps_its_clock_and_never_becomes_real() -> None:
    actions.mark_demo(offset=timedelta(days=-3), at=AT)
    actions.mark_demo(offset=timedelta(days=-5), at=AT)

    assert queries.is_demo()
    assert queries.clock_offset() == timedelta(days=-5)
    with pytest.raises(NotNow, match="dữ liệu trình diễn"):
        actions.mark_real(at=AT)


def test_a_database_that_begins_to_hold_a_city_is_real_and_a_demonstration_stays_one() -> None:
    actions.mark_in_use(at=AT)
    actions.mark_in_use(at=AT)

    with pytest.raises(NotNow, match="bản chính thức"):
        actions.mark_demo(offset=timedelta(), at=AT)
    assert not queries.is_demo()


def test_settling_leaves_a_demonstration_what_it_is() -> None:
    actions.mark_demo(offset=timedelta(days=-1), at=AT)

    actions.mark_in_use(at=AT)

    assert queries.is_demo()


def test_a_real_installation_never_takes_demonstration_data() -> None:
    actions.mark_real(at=AT)

    with pytest.raises(NotNow, match="bản chính thức"):
        actions.mark_demo(offset=timedelta(), at=AT)

    assert not queries.is_demo()
