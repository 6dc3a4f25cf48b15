"""What belongs to an item is written by hand."""

import pytest

from danban.conferences import actions
from danban.conferences.models import Conference, Hall
from danban.conferences.states import ConferenceStatus
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import ROOMS, announced, evening


def test_a_note_leaves_the_assents_as_they_are(cast: Cast, one: Conference, hall: Hall) -> None:
    announced(cast, one, evening(hall=hall))
    first = one.agenda.order_by("position")[0]

    def note(words: str, who: str = "head_of_group_1", entry_id: int = first.pk) -> None:
        actions.note_entry(one.pk, entry_id=entry_id, note=words, actor=cast.actors[who], at=AT)

    note(" Đạt 7/9 chỉ tiêu. ")

    first.refresh_from_db()
    assert (first.note, one.assents.count()) == ("Đạt 7/9 chỉ tiêu.", 2)
    assert last_event() == ("agenda.noted", "conference", one.pk)
    with no_trace(*ROOMS):
        note("Đạt 7/9 chỉ tiêu.")
        with pytest.raises(BadInput):
            note("x" * 10_001)
        with pytest.raises(NotFound):
            note("Khác", entry_id=first.pk + 99)
        with pytest.raises(NotYours):
            note("Khác", "ba_dinh")
    Conference.objects.filter(pk=one.pk).update(status=ConferenceStatus.NOT_HELD)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="không sửa được nữa"):
        note("Khác")
