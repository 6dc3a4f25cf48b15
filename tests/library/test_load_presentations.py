"""Thousands of presentations are loaded by a machine, all or none."""

import pytest

from danban.kit.actor import machine
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours, Refused
from danban.library import actions
from danban.library.actions import PresentationRow
from danban.library.models import Presentation
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast
from tests.library.factories import draft, present, published, shown

LOADER = machine("test", "outline:present")


def test_they_are_written_with_one_entry(cast: Cast) -> None:
    version = published(cast)
    rows = [PresentationRow(version.pk, shown(cast, code)) for code in ("00001.01", "00454.01")]

    assert actions.load_presentations(cast.tree.pk, rows, actor=LOADER, at=AT) == 2

    assert last_event() == ("presentations.loaded", "tree", cast.tree.pk)
    kept = Presentation.objects.order_by("pk")[0]
    assert (kept.placement, kept.on, kept.attended, kept.recorded_at) == (cast.places["00001.01"], TODAY, 60, AT)


def test_one_bad_row_and_nothing_is_loaded(cast: Cast) -> None:
    version, waiting = published(cast), draft(cast)
    present(cast, version, "00001.02")
    good = PresentationRow(version.pk, shown(cast))

    bad: list[tuple[PresentationRow, type[Refused]]] = [
        (good, BadInput),
        (PresentationRow(version.pk, shown(cast, "00001.02")), BadInput),
        (PresentationRow(version.pk, shown(cast, placement_id=0)), BadInput),
        (PresentationRow(0, shown(cast)), BadInput),
        (PresentationRow(waiting.pk, shown(cast)), NotNow),
    ]
    for row, refusal in bad:
        with no_trace("library"), pytest.raises(refusal):
            actions.load_presentations(cast.tree.pk, [good, row], actor=LOADER, at=AT)
    with no_trace("library"), pytest.raises(NotFound):
        actions.load_presentations(0, [], actor=LOADER, at=AT)


def test_people_load_nothing(cast: Cast) -> None:
    for actor in (cast.actors["mrs_ha"], cast.actors["mr_dung"], machine("test")):
        with no_trace("library"), pytest.raises(NotYours):
            actions.load_presentations(cast.tree.pk, [], actor=actor, at=AT)
