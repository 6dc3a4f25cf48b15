"""The body is reminded before its day; of what is past it the direct superior hears, once."""

from datetime import timedelta

import pytest

from danban.kit.actor import machine
from danban.kit.refusals import NotYours
from danban.notices.models import Notice
from danban.petitions import actions
from danban.petitions.actions import Climbed
from danban.petitions.models import Petition
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import routed


def test_reminded_then_escalated_once_each(cast: Cast, lamp: Petition) -> None:
    routed(cast, lamp)
    clockwork = machine("petitions")

    assert actions.escalate_late(actor=clockwork, at=AT) == Climbed()
    assert actions.escalate_late(actor=clockwork, at=AT + timedelta(days=28)) == Climbed(reminded=1)
    assert Notice.objects.filter(subject__contains="sắp đến hạn", account=cast.people["phuc_xa_committee"]).exists()
    late = AT + timedelta(days=40)
    assert actions.escalate_late(actor=clockwork, at=late) == Climbed(escalated=1)
    told = Notice.objects.filter(subject__startswith="Quá hạn trả lời")
    assert told.filter(account__in=[cast.people["ba_dinh"], cast.people["ba_dinh_committee"]]).exists()
    with no_trace("petitions", "notices"):
        assert actions.escalate_late(actor=clockwork, at=late) == Climbed()


def test_a_pause_is_not_late(cast: Cast, lamp: Petition) -> None:
    routed(cast, lamp)
    actions.pause_petition(lamp.pk, reason="Chờ đo đạc", actor=cast.actors["phuc_xa_committee"], at=AT)

    assert actions.escalate_late(actor=machine("x"), at=AT + timedelta(days=60)) == Climbed()


def test_people_do_not_do_the_machines_work(cast: Cast) -> None:
    with pytest.raises(NotYours):
        actions.escalate_late(actor=cast.actors["mrs_ha"], at=AT)
