"""Who chairs and writes is proposed."""

import pytest

from danban.audit.models import Entry
from danban.conferences import actions
from danban.conferences.models import Conference, Officer
from danban.conferences.rules import OfficerLine
from danban.conferences.states import ConferenceStatus
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import ROOMS

CHAIR = OfficerLine("chair", "Bùi Thị  Mai", "Trưởng ban công tác Mặt trận")
SECRETARY = OfficerLine("secretary", "Lê Văn Tư")


def test_a_presidium_is_named_and_named_anew(cast: Cast, one: Conference) -> None:
    def name(*officers: OfficerLine, who: str = "head_of_group_1") -> list[Officer]:
        return actions.name_officers(one.pk, officers=officers, actor=cast.actors[who], at=AT)

    name(CHAIR, SECRETARY)
    assert [(o.role, o.full_name) for o in one.officers.order_by("position")] == [
        ("chair", "Bùi Thị Mai"), ("secretary", "Lê Văn Tư"),
    ]  # fmt: skip
    assert last_event() == ("officers.named", "conference", one.pk)
    assert "Mai" not in str(Entry.objects.order_by("-pk")[0].changes)
    assert str(one.officers.first()).startswith(f"{one.pk} chair")
    with no_trace(*ROOMS):
        name(CHAIR, SECRETARY)
        for bad in ([CHAIR, OfficerLine("chair", "Người khác")], [OfficerLine("king", "A")], [OfficerLine("chair", "")],
                    [OfficerLine("chair", "A", "x" * 161)], [SECRETARY] * 13):  # fmt: skip
            with pytest.raises(BadInput):
                name(*bad)
        for who, refusal in (("ba_dinh", NotYours), ("truc_bach", NotFound)):
            with pytest.raises(refusal):
                name(CHAIR, who=who)
    name(SECRETARY)
    assert one.officers.count() == 1
    Conference.objects.filter(pk=one.pk).update(status=ConferenceStatus.NOT_HELD)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        name(CHAIR)
