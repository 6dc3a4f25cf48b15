"""A commune sends its table: frozen, told to the bodies and the unit above, and its duty is done (IV.7)."""

import pytest

from danban.campaigns.models import Obligation
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.notices.models import Notice
from danban.petitions import actions, queries
from danban.petitions.models import Petition, SynthesisSheet
from tests.campaigns.traces import no_trace
from tests.cast import AT, TODAY, Cast
from tests.petitions.factories import answered, committee, routed, said


def _send(cast: Cast, petition: Petition, who: str = "phuc_xa", code: str = "00001") -> SynthesisSheet:
    return actions.send_synthesis(petition.campaign_id, cast.places[code].pk, actor=cast.actors[who], at=AT)


def test_the_table_is_by_field_and_body_and_sending_fulfils_the_duty(cast: Cast, lamp: Petition) -> None:
    routed(cast, lamp, code="001")
    answered(cast, routed(cast, said(cast, lamp.campaign)))
    said(cast, lamp.campaign, "Cống tắc")
    sheet = _send(cast, lamp)

    rows = queries.frozen_rows(sheet.table)
    assert sorted((one.field, one.body, one.total, one.answered) for one in rows) == sorted(
        [
            ("lighting", committee(cast, "001").name, 1, 0),
            ("lighting", committee(cast).name, 1, 1),
            ("", "Chưa chuyển", 1, 0),
        ]
    )
    owed = Obligation.objects.get(placement=cast.places["00001"], kind__code="synthesis")
    assert (owed.fulfilled_on, owed.fulfilled_by) == (TODAY, "petition_synthesis.sent")
    assert Notice.objects.filter(subject__startswith="Bảng tổng hợp", account=cast.people["ba_dinh_committee"]).exists()
    assert Notice.objects.filter(subject__startswith="Bảng tổng hợp", account=cast.people["ba_dinh"]).exists()


def test_sent_twice_it_is_one_sheet_until_something_changes(cast: Cast, lamp: Petition) -> None:
    first = _send(cast, lamp)
    with no_trace("petitions", "notices"):
        assert _send(cast, lamp) == first
    routed(cast, lamp)

    assert _send(cast, lamp).revision == 2


def test_a_village_the_city_and_another_unit_do_not_send(cast: Cast, lamp: Petition) -> None:
    with no_trace("petitions"):
        with pytest.raises(NotFound):
            _send(cast, lamp, "truc_bach")
        with pytest.raises(NotFound):
            _send(cast, lamp, "ba_dinh")
        with pytest.raises((NotYours, NotNow)):
            _send(cast, lamp, "mrs_ha", "01")
        with pytest.raises(NotYours):
            _send(cast, lamp, "head_of_group_1", "00001.01")
