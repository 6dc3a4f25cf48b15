"""Deliveries of many papers written at once: by a machine alone, nobody told."""

import pytest

from danban.audit.models import Entry
from danban.documents.actions import SentRow, load_deliveries
from danban.documents.models import Delivery
from danban.kit.actor import machine
from danban.kit.refusals import NotYours
from danban.notices.models import Notice
from tests.cast import AT, Cast
from tests.documents.factories import issue_composed


def test_they_stand_read_and_unread_and_nobody_is_told(cast: Cast) -> None:
    document = issue_composed(cast)
    rows = [
        SentRow(document.pk, cast.places["001"].unit_id, AT, AT, cast.offices["ba_dinh"].pk),
        SentRow(document.pk, cast.places["00001.01"].unit_id, AT),
    ]

    assert load_deliveries(rows, actor=machine("test"), at=AT) == 2
    read = Delivery.objects.order_by("pk").values_list("read_at", "read_by_id", "address")
    assert list(read) == [(AT, cast.offices["ba_dinh"].pk, ""), (None, None, "")]
    assert Entry.objects.filter(event="deliveries.loaded").count() == 1
    assert not Notice.objects.exists()


def test_a_person_is_refused(cast: Cast) -> None:
    document = issue_composed(cast)

    with pytest.raises(NotYours):
        load_deliveries([SentRow(document.pk, cast.places["001"].unit_id, AT)], actor=cast.actors["phuc_xa"], at=AT)
    assert not Delivery.objects.exists()
