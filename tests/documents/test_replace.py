"""An issued paper gives way to the one issued in its place."""

import pytest

from danban.documents import actions
from danban.documents.states import DocumentStatus
from danban.kit.refusals import NotFound, NotNow, NotYours
from tests.cast import AT, Cast
from tests.documents.factories import issue_composed


def test_an_issued_paper_stands_down(cast: Cast) -> None:
    document = issue_composed(cast)

    actions.replace_document(document.pk, actor=cast.actors["phuc_xa"], at=AT)

    document.refresh_from_db()
    assert document.status == DocumentStatus.REPLACED


def test_it_stands_down_once(cast: Cast) -> None:
    document = issue_composed(cast)
    actions.replace_document(document.pk, actor=cast.actors["phuc_xa"], at=AT)

    with pytest.raises(NotNow):
        actions.replace_document(document.pk, actor=cast.actors["phuc_xa"], at=AT)


def test_another_unit_replaces_nothing(cast: Cast) -> None:
    document = issue_composed(cast)

    with pytest.raises(NotYours):
        actions.replace_document(document.pk, actor=cast.actors["truc_bach"], at=AT)

    document.refresh_from_db()
    assert document.status == DocumentStatus.ISSUED


def test_what_is_not_there_is_not_found(cast: Cast) -> None:
    with pytest.raises(NotFound):
        actions.replace_document(1, actor=cast.actors["phuc_xa"], at=AT)
