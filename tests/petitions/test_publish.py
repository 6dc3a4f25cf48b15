"""What strangers may read is written apart, without names."""

import pytest

from danban.campaigns.models import Campaign
from danban.kit.refusals import BadInput, NotYours
from danban.petitions import actions
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import said


def test_the_public_text_is_set_and_taken_back(cast: Cast, campaign: Campaign) -> None:
    one = said(cast, campaign, speaker="Trần Thị Sáu")
    front = cast.actors["phuc_xa"]

    assert actions.publish_petition(one.pk, public_text="Đèn ngõ 12 hỏng", actor=front, at=AT).public_text
    assert last_event() == ("petition.published", "petition", one.pk)
    assert actions.publish_petition(one.pk, public_text="", actor=front, at=AT).public_text == ""
    with no_trace("petitions"):
        with pytest.raises(BadInput, match="tên người nói"):
            actions.publish_petition(one.pk, public_text="Bà Trần Thị Sáu nói đèn hỏng", actor=front, at=AT)
        with pytest.raises(NotYours):
            actions.publish_petition(one.pk, public_text="Đèn", actor=cast.actors["head_of_group_1"], at=AT)
