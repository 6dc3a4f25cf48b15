"""An opinion is written down once, against an item and a speaker or nobody."""

from uuid import uuid4

import pytest

from danban.conferences import actions as conferences
from danban.conferences.models import Conference
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.sittings import actions
from danban.sittings.models import Opinion
from danban.sittings.rules import OpinionSheet
from tests.campaigns.traces import last_event, no_trace
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, ROOMS, entries_of, opinion


def test_it_stands_against_its_item_and_can_be_found(cast: Cast, meeting: Conference) -> None:
    entry = entries_of(meeting)[1]
    said = opinion(cast, meeting, "Đèn ngõ 12 hỏng", speaker=" Bà  Lan ", entry_id=entry.pk, field="lighting")

    assert (said.speaker, said.entry_id, said.folded) == ("Bà Lan", entry.pk, "den ngo 12 hong")
    assert last_event() == ("opinion.recorded", "opinion", said.pk)


def test_sending_it_again_changes_nothing(cast: Cast, meeting: Conference) -> None:
    uuid = uuid4()
    first = opinion(cast, meeting, "Một", uuid=uuid)
    with no_trace(*ROOMS):
        again = opinion(cast, meeting, "Hai", uuid=uuid)

    assert (again.pk, again.text) == (first.pk, "Một")


def test_nothing_too_much_a_wrong_field_and_items_of_others_are_refused(cast: Cast, meeting: Conference) -> None:
    for values in ({"text": "  "}, {"text": "x" * 4_001}, {"field": "abc"}, {"entry_id": 10**9}, {"village_id": 1}):
        with no_trace(*ROOMS), pytest.raises(BadInput):
            opinion(cast, meeting, **values)


def test_strangers_and_another_time_are_refused(cast: Cast, ready: Conference) -> None:
    with no_trace(*ROOMS), pytest.raises(NotNow, match="khai mạc"):
        opinion(cast, ready)
    conferences.open_conference(ready.pk, actor=cast.actors[HEAD], at=EVENING)
    for who, refusal in (("truc_bach", NotFound), ("ba_dinh", NotYours)):
        with no_trace(*ROOMS), pytest.raises(refusal):
            actions.record_opinion(
                ready.pk, uuid=uuid4(), sheet=OpinionSheet("Ý"), actor=cast.actors[who], at=EVENING
            )  # fmt: skip
    Conference.objects.filter(pk=ready.pk).update(records_locked_at=EVENING)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="bản sửa biên bản"):
        opinion(cast, ready)
    assert not Opinion.objects.exists()
