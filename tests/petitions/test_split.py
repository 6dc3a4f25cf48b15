"""One sentence holds several requests."""

import pytest

from danban.campaigns.models import Campaign
from danban.kit.refusals import BadInput, NotNow
from danban.petitions import actions
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import routed, said

BOTH = "Đèn ngõ 12 hỏng và cống ngõ 12 tắc"
PARTS = ["Đèn ngõ 12 hỏng", "Cống ngõ 12 tắc"]


def test_each_part_is_a_petition_of_the_same_voice(cast: Cast, campaign: Campaign) -> None:
    whole = said(cast, campaign, BOTH, speaker="Ông Tư")
    parts = actions.split_petition(whole.pk, parts=[*PARTS, " "], actor=cast.actors["phuc_xa"], at=AT)

    whole.refresh_from_db()
    assert whole.status == "split"
    assert [(one.text, one.speaker, one.status, one.split_from) for one in parts] == [
        (text, "Ông Tư", "recorded", whole) for text in PARTS
    ]
    assert all(one.keys.exists() for one in parts)
    with no_trace("petitions"), pytest.raises(NotNow):
        actions.split_petition(whole.pk, parts=PARTS, actor=cast.actors["phuc_xa"], at=AT)


def test_one_part_or_the_same_twice_is_no_split(cast: Cast, campaign: Campaign) -> None:
    whole = said(cast, campaign, BOTH)
    with no_trace("petitions"):
        for parts in ([PARTS[0]], [PARTS[0], "ĐÈN NGÕ 12 HỎNG"], [f"Phần {number}" for number in range(7)]):
            with pytest.raises(BadInput):
                actions.split_petition(whole.pk, parts=parts, actor=cast.actors["phuc_xa"], at=AT)


def test_the_superior_front_splits_what_a_body_already_has(cast: Cast, campaign: Campaign) -> None:
    whole = routed(cast, said(cast, campaign, BOTH))
    parts = actions.split_petition(whole.pk, parts=PARTS, actor=cast.actors["ba_dinh"], at=AT)

    assert {one.holder for one in parts} == {cast.places["00001"]}
