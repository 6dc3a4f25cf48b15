"""Replace: another resolution takes the place of the one in force, with a reason."""

import pytest

from danban.conferences.models import Conference
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotNow, NotYours
from danban.resolutions import actions
from danban.resolutions.models import Resolution
from danban.resolutions.rules import Article
from tests.campaigns.traces import everything
from tests.cast import AT, Cast
from tests.resolutions.factories import ROOMS


def test_the_one_in_force_stands_until_the_other_is_issued(one: Conference, writer: Actor, chair: Actor) -> None:
    actions.draft_resolution(one.pk, actor=writer, at=AT)
    first = actions.issue_resolution(one.pk, actor=chair, at=AT)

    actions.replace_resolution(one.pk, reason="Sửa câu chữ", actor=chair, at=AT)
    actions.edit_resolution(one.pk, articles=[Article("Chung", "Nhất trí.")], actor=writer, at=AT)
    assert Resolution.objects.get(pk=first.pk).status == "issued"
    second = actions.issue_resolution(one.pk, actor=chair, at=AT)

    first.refresh_from_db()
    assert (first.status, second.status, second.revision) == ("replaced", "issued", 2)
    assert first.document
    assert second.document
    assert (first.document.status, second.document.replaces_id) == ("replaced", first.document_id)
    assert first.articles != second.articles


def test_a_reason_the_own_unit_and_one_in_force_are_needed(
    cast: Cast, one: Conference, writer: Actor, chair: Actor
) -> None:
    actions.draft_resolution(one.pk, actor=writer, at=AT)
    with pytest.raises(NotNow):
        actions.replace_resolution(one.pk, reason="Sửa", actor=chair, at=AT)
    actions.issue_resolution(one.pk, actor=chair, at=AT)
    before = everything(*ROOMS)

    with pytest.raises(BadInput):
        actions.replace_resolution(one.pk, reason=" ", actor=chair, at=AT)
    with pytest.raises(NotYours):
        actions.replace_resolution(one.pk, reason="Sửa", actor=cast.actors["phuc_xa"], at=AT)

    assert everything(*ROOMS) == before
