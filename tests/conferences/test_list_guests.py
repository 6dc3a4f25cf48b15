"""Guests are written down."""

import pytest

from danban.conferences import actions
from danban.conferences.models import Conference, Guest
from danban.conferences.rules import GuestLine
from danban.conferences.states import ConferenceStatus
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import ROOMS

GUEST = GuestLine("Trần Văn  Dũng", "Phó Chủ tịch UBND phường")


def test_guests_are_listed_with_what_brings_them(cast: Cast, one: Conference) -> None:
    def listed(*guests: GuestLine, who: str = "phuc_xa") -> list[Guest]:
        return actions.list_guests(one.pk, guests=guests, actor=cast.actors[who], at=AT)

    listed(GUEST, GuestLine("Lê Thu Hương"))
    assert list(one.guests.order_by("position").values_list("full_name", "title")) == [
        ("Trần Văn Dũng", "Phó Chủ tịch UBND phường"), ("Lê Thu Hương", ""),
    ]  # fmt: skip
    assert last_event() == ("guests.listed", "conference", one.pk)
    assert str(one.guests.order_by("position")[0]) == f"{one.pk} khách 0"
    with no_trace(*ROOMS):
        listed(GUEST, GuestLine("Lê Thu Hương"))
        for bad in ([GuestLine(" ")], [GuestLine("A", "x" * 201)], [GUEST] * 41):
            with pytest.raises(BadInput):
                listed(*bad)
        for who, refusal in (("mrs_ha", NotYours), ("truc_bach", NotFound)):
            with pytest.raises(refusal):
                listed(GUEST, who=who)
    Conference.objects.filter(pk=one.pk).update(status=ConferenceStatus.NOT_HELD)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        listed()
