"""A phone is let in by whoever holds the conference, until its day ends."""

from datetime import timedelta

import pytest

from danban.campaigns.models import Campaign
from danban.conferences.models import Conference
from danban.conferences.states import ConferenceStatus
from danban.delegates import actions, queries, rules
from danban.kit.clock import moment
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast, run_campaign
from tests.conferences.factories import plan
from tests.delegates.factories_presence import ROOMS, device, on_its_day


@pytest.fixture
def one(cast: Cast) -> Conference:
    """The conference of group 1 of Phúc Xá, announced for today."""
    campaign: Campaign = run_campaign(cast)
    plan(cast, campaign)
    return on_its_day(cast, campaign)


def test_a_phone_is_let_in_until_its_day_ends(cast: Cast, one: Conference) -> None:
    phone = device(cast, one, label="  Cửa  chính ")

    assert (phone.label, phone.expires_at) == ("Cửa chính", moment(TODAY + timedelta(days=1), 0))
    assert last_event() == ("device.issued", "conference", one.pk)
    assert rules.read_device_token(rules.device_token(phone)) == (phone.pk, one.pk, phone.secret)


@pytest.mark.parametrize("token", ["", "1.x~y", None, 7, "x" * 500, {"a": 1}])
def test_what_we_did_not_sign_opens_nothing(one: Conference, token: object) -> None:
    with pytest.raises(NotFound):
        queries.device_by_token(token, at=AT)


def test_a_token_of_a_row_that_was_made_anew_opens_nothing(cast: Cast, one: Conference) -> None:
    phone = device(cast, one)
    token = rules.device_token(phone)
    phone.secret = "another"
    phone.save(update_fields=["secret"])

    with pytest.raises(NotFound):
        queries.device_by_token(token, at=AT)


def test_others_too_early_too_many_and_nameless_are_refused(cast: Cast, one: Conference) -> None:
    with no_trace(*ROOMS):
        with pytest.raises(NotYours):
            device(cast, one, "mrs_ha")
        with pytest.raises(NotFound):
            device(cast, one, "truc_bach")
        with pytest.raises(BadInput):
            device(cast, one, label=" ")
        with pytest.raises(NotNow, match="đã qua"):
            actions.issue_device(
                one.pk, label="Cửa", actor=cast.actors["phuc_xa"], at=AT + timedelta(days=1)
            )  # fmt: skip
    for _ in range(20):
        device(cast, one)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="20 máy"):
        device(cast, one)
    Conference.objects.filter(pk=one.pk).update(status=ConferenceStatus.SCHEDULED)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="đã thông báo"):
        device(cast, one)
