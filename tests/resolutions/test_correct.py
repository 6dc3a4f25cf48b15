"""Correct: a new revision takes the place of confirmed minutes, which never change."""

import pytest

from danban.conferences.models import Conference
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.resolutions import actions
from danban.resolutions.models import Minutes
from danban.resolutions.queries import minutes_page
from tests.campaigns.traces import everything
from tests.cast import AT, Cast
from tests.resolutions.factories import ROOMS, confirmed, say


def test_a_correction_replaces_the_paper_and_leaves_the_frozen_one_as_it_was(
    one: Conference, writer: Actor, chair: Actor
) -> None:
    confirmed(one, writer, chair, AT)
    first = Minutes.objects.get(conference=one)
    frozen = (first.content, first.document and first.document.content)
    say(one, "Kẻ vạch sân chơi")

    actions.correct_minutes(one.pk, reason="Sót một ý kiến", actor=writer, at=AT)
    assert Minutes.objects.get(pk=first.pk).status == "confirmed"
    actions.submit_minutes(one.pk, actor=writer, at=AT)
    second = actions.confirm_minutes(one.pk, actor=chair, at=AT)

    first.refresh_from_db()
    assert (first.status, second.revision, second.reason) == ("corrected", 2, "Sót một ý kiến")
    assert first.document
    assert second.document
    assert (first.document.status, second.document.replaces_id) == ("replaced", first.document.pk)
    assert (first.content, first.document.content) == frozen
    changed = minutes_page(writer, one.pk, at=AT).changes
    assert any("Kẻ vạch sân chơi" in line for change in changed for line in change.now)


def test_a_reason_is_needed_one_correction_is_open_at_a_time_and_drafts_are_not_corrected(
    cast: Cast, one: Conference, writer: Actor, chair: Actor
) -> None:
    with pytest.raises(NotFound):
        actions.correct_minutes(one.pk, reason="Sót", actor=writer, at=AT)
    confirmed(one, writer, chair, AT)
    before = everything(*ROOMS)
    with pytest.raises(BadInput):
        actions.correct_minutes(one.pk, reason="", actor=writer, at=AT)
    with pytest.raises(NotYours):
        actions.correct_minutes(one.pk, reason="Sót", actor=cast.actors["ba_dinh"], at=AT)
    assert everything(*ROOMS) == before
    actions.correct_minutes(one.pk, reason="Sót", actor=writer, at=AT)

    with pytest.raises(NotNow):
        actions.correct_minutes(one.pk, reason="Sót nữa", actor=writer, at=AT)
