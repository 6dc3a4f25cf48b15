"""The unit above accepts why a conference was not held."""

from datetime import date

import pytest

from danban.audit.models import Entry
from danban.campaigns.models import Campaign, Obligation
from danban.campaigns.rules.timeliness import IS_EXCUSED, is_late
from danban.conferences import actions
from danban.conferences.models import Conference
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import ROOMS, conference_of


def test_the_commune_excuses_a_village_and_the_district_a_commune(
    cast: Cast, campaign: Campaign, one: Conference
) -> None:
    actions.give_up_conference(one.pk, cause="Dịch bệnh", actor=cast.actors["head_of_group_1"], at=AT)
    actions.excuse_conference(one.pk, reason="Đồng ý", actor=cast.actors["phuc_xa"], at=AT)

    one.refresh_from_db()
    assert (one.excused_at, one.excused_by, one.cause) == (AT, cast.offices["phuc_xa"], "Dịch bệnh")
    assert Entry.objects.filter(event="conference.excused", subject_id=one.pk).exists()
    owed = Obligation.objects.filter(placement_id=one.placement_id)
    assert owed.filter(kind__code="conference", excused_on=day_of(AT), excused_by="conference.excused").exists()
    assert not owed.filter(is_late(date(2024, 1, 1)), excused_on__isnull=False).exists()
    assert owed.filter(IS_EXCUSED).exists()

    own = conference_of(cast, campaign, "00001")
    actions.give_up_conference(own.pk, cause="Sáp nhập", actor=cast.actors["phuc_xa"], at=AT)
    with no_trace(*ROOMS), pytest.raises(NotYours):
        actions.excuse_conference(own.pk, reason="Đồng ý", actor=cast.actors["phuc_xa"], at=AT)
    actions.excuse_conference(own.pk, reason="Đồng ý", actor=cast.actors["ba_dinh"], at=AT)


def test_others_no_reason_what_is_not_given_up_and_twice_are_refused(cast: Cast, one: Conference) -> None:
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.excuse_conference(one.pk, reason="Đồng ý", actor=cast.actors["phuc_xa"], at=AT)
    actions.give_up_conference(one.pk, cause="Dịch bệnh", actor=cast.actors["phuc_xa"], at=AT)
    with no_trace(*ROOMS):
        with pytest.raises(BadInput):
            actions.excuse_conference(one.pk, reason="", actor=cast.actors["phuc_xa"], at=AT)
        with pytest.raises(NotYours):
            actions.excuse_conference(one.pk, reason="Được", actor=cast.actors["head_of_group_1"], at=AT)
        with pytest.raises(NotFound):
            actions.excuse_conference(one.pk, reason="Được", actor=cast.actors["dong_anh"], at=AT)
    actions.excuse_conference(one.pk, reason="Đồng ý", actor=cast.actors["phuc_xa"], at=AT)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="rồi"):
        actions.excuse_conference(one.pk, reason="Đồng ý", actor=cast.actors["phuc_xa"], at=AT)
