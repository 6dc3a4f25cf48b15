"""What somebody from above found at a place."""

from datetime import date

import pytest

from danban.campaigns.models import Campaign
from danban.conferences.models import Conference
from danban.envoys import actions, queries
from danban.envoys.models import InspectionNote
from danban.envoys.rules import InspectionSheet
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput, NotFound, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.envoys.factories import ROOMS

TODAY = day_of(AT)


def noted(cast: Cast, one: Conference, who: str, sheet: InspectionSheet) -> InspectionNote:
    """Somebody writes down what they found."""
    return actions.note_inspection(
        one.campaign_id, placement_id=one.placement_id, sheet=sheet, actor=cast.actors[who], at=AT
    )


def test_what_was_found_is_read_by_the_place_itself(cast: Cast, campaign: Campaign, one: Conference) -> None:
    sheet = InspectionSheet("Loa nhỏ quá.", TODAY, {"venue": False, "agenda": True}, conference_id=one.pk)

    note = noted(cast, one, "ba_dinh", sheet)

    assert (note.text, note.checks, note.conference_id) == ("Loa nhỏ quá.", {"venue": False, "agenda": True}, one.pk)
    assert last_event() == ("inspection.noted", "inspection", note.pk)
    assert list(queries.envoys_page(cast.actors["head_of_group_1"], one.pk, at=AT).notes) == [note]


def test_the_place_itself_neighbours_tomorrow_and_empty_notes_are_refused(
    cast: Cast, campaign: Campaign, one: Conference
) -> None:
    good = InspectionSheet("Tốt.", TODAY)
    with no_trace(*ROOMS):
        for who, refusal in (("head_of_group_1", NotYours), ("truc_bach", NotFound), ("dong_anh", NotFound)):
            with pytest.raises(refusal):
                noted(cast, one, who, good)
        for sheet in (
            InspectionSheet(" ", TODAY), InspectionSheet("A", date(2023, 2, 11)),
            InspectionSheet("A", TODAY, {"x": True}),
        ):  # fmt: skip
            with pytest.raises(BadInput):
                noted(cast, one, "ba_dinh", sheet)
