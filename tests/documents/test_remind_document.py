"""Units that have not opened a paper are reminded, at most once a day."""

from datetime import timedelta

import pytest

from danban.documents import actions
from danban.kit.refusals import NotNow, NotYours
from danban.notices.models import Notice
from danban.notices.states import Channel
from tests.cast import AT, Cast
from tests.documents.factories import issue_composed


def _sent(cast: Cast) -> int:
    document = issue_composed(cast)
    units = [cast.places[code].unit_id for code in ("001", "00001.01")]
    actions.send_document(document.pk, unit_ids=units, actor=cast.actors["phuc_xa"], at=AT)
    return document.pk


def _reminded() -> set[str]:
    found = Notice.objects.filter(channel=Channel.INBOX, subject__startswith="Chưa mở: 01/KH-MTTQ-BTT")
    return set(found.order_by("pk").values_list("account__full_name", flat=True))


def test_only_units_that_have_not_opened_it_are_reminded_and_once_a_day(cast: Cast) -> None:
    pk, actor = _sent(cast), cast.actors["phuc_xa"]
    actions.read_document(pk, actor=cast.actors["ba_dinh"], at=AT)

    assert actions.remind_document(pk, actor=actor, at=AT) == 1

    assert _reminded() == {"Bùi Thị Mai"}
    with pytest.raises(NotNow, match="Hôm nay đã nhắc rồi"):
        actions.remind_document(pk, actor=actor, at=AT + timedelta(hours=3))
    assert actions.remind_document(pk, actor=actor, at=AT + timedelta(days=1)) == 1


def test_there_is_nobody_to_remind_once_all_have_opened_it(cast: Cast) -> None:
    pk = _sent(cast)
    for who in ("ba_dinh", "head_of_group_1"):
        actions.read_document(pk, actor=cast.actors[who], at=AT)

    with pytest.raises(NotNow, match="đều đã mở"):
        actions.remind_document(pk, actor=cast.actors["phuc_xa"], at=AT)
    with pytest.raises(NotYours):
        actions.remind_document(pk, actor=cast.actors["ba_dinh"], at=AT)

    assert _reminded() == set()
