"""Counts of a whole year are brought in by machines alone."""

import pytest

from danban.conferences.models import Conference
from danban.delegates import actions, queries
from danban.kit.actor import machine
from danban.kit.refusals import NotYours
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast
from tests.delegates.factories import ROOMS


def test_presence_reads_them(one: Conference) -> None:
    rows = [(one.pk, "household", "", 80), (one.pk, "party_cell", "", 3), (one.pk, "", "Phụ nữ", 41)]
    assert actions.load_tallies(rows, actor=machine("demo"), at=AT) == 3

    found = queries.presence_of(one.pk)
    assert (found.present, found.households, found.is_from_paper) == (83, 80, True)


def test_people_do_not_bring_them_in(cast: Cast, one: Conference) -> None:
    with no_trace(*ROOMS), pytest.raises(NotYours):
        actions.load_tallies([(one.pk, "household", "", 1)], actor=cast.actors["mrs_ha"], at=AT)
