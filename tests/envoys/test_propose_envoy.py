"""A unit above proposes that somebody of its own attends."""

import pytest

from danban.conferences.actions import give_up_conference
from danban.conferences.models import Conference
from danban.envoys import actions
from danban.envoys.rules import EnvoySheet
from danban.envoys.states import EnvoyStatus
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import FRIDAY, evening, scheduled
from tests.envoys.factories import ROOMS, proposed, sheet_of


def test_a_proposal_copies_the_day_and_names_the_account(cast: Cast, one: Conference) -> None:
    scheduled(cast, one, evening())

    envoy = proposed(cast, one, "ba_dinh")

    assert (envoy.day, envoy.session, envoy.status) == (FRIDAY, "eve", EnvoyStatus.PROPOSED)
    assert envoy.person_key == f"a{cast.people['ba_dinh'].pk}"
    assert envoy.unit_id == cast.places["001"].unit_id
    assert last_event() == ("envoy.proposed", "envoy", envoy.pk)


def test_somebody_without_an_account_is_known_by_name_and_title(cast: Cast, one: Conference, other: Conference) -> None:
    guest = {"appointment_id": None, "full_name": " Nguyễn  Văn An", "title": "Bí thư"}
    first, second = (proposed(cast, conference, "ba_dinh", **guest) for conference in (one, other))

    assert first.full_name == "Nguyễn Văn An"
    assert first.person_key == second.person_key


def test_hosts_neighbours_and_strangers_are_refused_and_twice_is_once(cast: Cast, one: Conference) -> None:
    first = proposed(cast, one)
    with no_trace(*ROOMS):
        for who, refusal in (("head_of_group_1", NotYours), ("truc_bach", NotFound), ("dong_anh", NotFound)):
            with pytest.raises(refusal):
                actions.propose_envoy(one.pk, sheet=sheet_of(cast, who), actor=cast.actors[who], at=AT)
        assert proposed(cast, one) == first
        for sheet in (EnvoySheet(), EnvoySheet("A", role="king"), sheet_of(cast, "ba_dinh")):
            with pytest.raises(BadInput):
                actions.propose_envoy(one.pk, sheet=sheet, actor=cast.actors["phuc_xa"], at=AT)


def test_nobody_is_sent_where_nobody_will_meet(cast: Cast, one: Conference) -> None:
    give_up_conference(one.pk, cause="Mưa", actor=cast.actors["phuc_xa"], at=AT)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        proposed(cast, one)
