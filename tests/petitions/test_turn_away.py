"""A complaint or denunciation has its own procedure."""

import pytest

from danban.campaigns.models import Campaign
from danban.kit.refusals import BadInput, NotYours
from danban.notices.models import Notice
from danban.petitions import actions
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import said

ACCUSES = "Tố cáo cán bộ địa chính nhận tiền khi làm sổ đỏ"


def test_it_is_recognised_turned_away_and_told_where_to_go(cast: Cast, campaign: Campaign) -> None:
    one = said(cast, campaign, ACCUSES)
    assert one.is_complaint

    one = actions.turn_away_petition(
        one.pk, procedure="denunciation", reason="Bà con xin gửi Thanh tra quận", actor=cast.actors["phuc_xa"], at=AT
    )
    assert (one.status, one.public_text) == ("turned_away", "")
    assert "Luật Tố cáo" in one.steps.get(verb="turn_away").text
    assert last_event() == ("petition.turned_away", "petition", one.pk)
    assert "thủ tục riêng" in Notice.objects.filter(account=cast.people["head_of_group_1"]).order_by("-pk")[0].subject


def test_another_procedure_no_reason_and_a_village_are_refused(cast: Cast, campaign: Campaign) -> None:
    one = said(cast, campaign, ACCUSES)
    with no_trace("petitions"):
        for procedure, reason in (("lawsuit", "Vì thế"), ("complaint", "")):
            with pytest.raises(BadInput):
                actions.turn_away_petition(
                    one.pk, procedure=procedure, reason=reason, actor=cast.actors["phuc_xa"], at=AT
                )
        with pytest.raises(NotYours):
            actions.turn_away_petition(
                one.pk, procedure="complaint", reason="Vì thế", actor=cast.actors["head_of_group_1"], at=AT
            )
