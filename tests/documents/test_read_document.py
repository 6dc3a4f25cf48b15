"""A unit says that a paper sent to it has arrived; whoever was first stays."""

from functools import partial

import pytest

from danban.audit.models import Entry
from danban.documents import actions, queries
from danban.documents.models import Delivery
from danban.kit.refusals import NotFound, NotYours
from tests.cast import AT, Cast
from tests.documents.factories import issue_composed
from tests.together import together


def _sent(cast: Cast, *codes: str) -> int:
    document = issue_composed(cast)
    units = [cast.places[code].unit_id for code in codes or ("001",)]
    actions.send_document(document.pk, unit_ids=units, actor=cast.actors["phuc_xa"], at=AT)
    return document.pk


def test_the_first_to_read_stays_and_the_sender_sees_it(cast: Cast) -> None:
    pk = _sent(cast, "001", "00001.01")

    first = actions.read_document(pk, actor=cast.actors["ba_dinh"], at=AT)
    again = actions.read_document(pk, actor=cast.actors["ba_dinh_committee"], at=AT.replace(hour=10))

    assert (again.pk, again.read_at, again.read_by_id) == (first.pk, AT, cast.offices["ba_dinh"].pk)
    assert Entry.objects.filter(event="document.read").count() == 1
    found = queries.deliveries_page(cast.actors["phuc_xa"], pk, "", number=1, at=AT)
    assert (found.counts.units, found.counts.read, found.counts.unread) == (2, 1, 1)
    assert {(row.name, row.read_at, row.reader) for row in found.rows} == {
        ("Quận Ba Đình", AT, "Phạm Quốc Bảo, Quận Ba Đình"), ("Tổ dân phố số 1", None, ""),
    }  # fmt: skip


def test_the_head_of_a_village_reads_what_was_sent_there(cast: Cast) -> None:
    pk = _sent(cast, "00001.01")

    assert actions.read_document(pk, actor=cast.actors["head_of_group_1"], at=AT).read_at == AT


def test_others_know_nothing_of_it_and_nothing_is_written(cast: Cast) -> None:
    pk = _sent(cast, "01")

    for who in ("ba_dinh", "phuc_xa", "stranger"):
        with pytest.raises(NotFound, match="không được gửi tới"):
            actions.read_document(pk, actor=cast.actors[who], at=AT)
    with pytest.raises(NotYours):
        actions.read_document(pk, actor=cast.actors["culture_department"], at=AT)

    assert not Delivery.objects.filter(read_at__isnull=False).exists()
    assert not Entry.objects.filter(event="document.read").exists()


@pytest.mark.django_db(transaction=True)
def test_two_offices_that_read_at_once_make_one_receipt(city: Cast) -> None:
    pk = _sent(city, "001")

    read = together(
        *(partial(actions.read_document, pk, actor=city.actors[who], at=AT) for who in ("ba_dinh", "ba_dinh_committee"))
    )

    assert len({delivery.read_by_id for delivery in read}) == 1
    assert Entry.objects.filter(event="document.read").count() == 1
