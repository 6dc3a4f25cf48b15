"""Edit: words are added to minutes by part; the articles of a resolution are put otherwise."""

import pytest

from danban.conferences.models import Conference
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.resolutions import actions
from danban.resolutions.models import Minutes, Resolution
from danban.resolutions.queries import minutes_page
from danban.resolutions.rules import Article
from tests.campaigns.traces import everything
from tests.cast import AT, Cast
from tests.resolutions.factories import ROOMS


def test_remarks_stand_in_their_part_and_whoever_edits_has_written_them(
    one: Conference, writer: Actor, chair: Actor
) -> None:
    actions.draft_minutes(one.pk, actor=writer, at=AT)

    actions.edit_minutes(one.pk, remarks={"end": "  Chủ tọa cảm ơn.\n", "votes": " "}, actor=chair, at=AT)

    minutes = Minutes.objects.get(conference=one)
    assert (minutes.remarks, minutes.drafted_by_id) == ({"end": "Chủ tọa cảm ơn."}, chair.appointment_id)
    paper = minutes_page(writer, one.pk, at=AT).paper
    assert paper
    assert "Chủ tọa cảm ơn." in str(paper.blocks[-2])


@pytest.mark.parametrize("remarks", [{"item-0": "Lạ"}, {"end": "x" * 4_001}])
def test_a_part_nobody_knows_and_endless_words_are_refused(
    one: Conference, writer: Actor, remarks: dict[str, str]
) -> None:
    actions.draft_minutes(one.pk, actor=writer, at=AT)
    before = everything(*ROOMS)

    with pytest.raises(BadInput):
        actions.edit_minutes(one.pk, remarks=remarks, actor=writer, at=AT)

    assert everything(*ROOMS) == before


def test_minutes_are_edited_by_those_who_hold_it_while_drafted(cast: Cast, one: Conference, writer: Actor) -> None:
    with pytest.raises(NotFound):
        actions.edit_minutes(one.pk, remarks={}, actor=writer, at=AT)
    actions.draft_minutes(one.pk, actor=writer, at=AT)
    with pytest.raises(NotYours):
        actions.edit_minutes(one.pk, remarks={}, actor=cast.actors["ba_dinh"], at=AT)
    actions.submit_minutes(one.pk, actor=writer, at=AT)

    with pytest.raises(NotNow):
        actions.edit_minutes(one.pk, remarks={}, actor=writer, at=AT)


def test_articles_are_put_otherwise_and_empty_ones_fall_away(one: Conference, writer: Actor) -> None:
    actions.draft_resolution(one.pk, actor=writer, at=AT)

    articles = [Article(" Chung ", "Nhất trí."), Article("", " ")]
    actions.edit_resolution(one.pk, articles=articles, actor=writer, at=AT)

    assert Resolution.objects.get(conference=one).articles == [{"title": "Chung", "text": "Nhất trí."}]


@pytest.mark.parametrize(
    "articles",
    [
        [], [Article("Chung", "")], [Article("", "Nhất trí.")], [Article("Chung", "x" * 8_001)],
        [Article("Chung", "Nhất trí.")] * 13,
    ],
)  # fmt: skip
def test_no_article_half_an_article_and_too_many_are_refused(
    one: Conference, writer: Actor, articles: list[Article]
) -> None:
    actions.draft_resolution(one.pk, actor=writer, at=AT)
    before = everything(*ROOMS)

    with pytest.raises(BadInput):
        actions.edit_resolution(one.pk, articles=articles, actor=writer, at=AT)

    assert everything(*ROOMS) == before


def test_an_issued_resolution_is_not_edited(one: Conference, writer: Actor, chair: Actor) -> None:
    actions.draft_resolution(one.pk, actor=writer, at=AT)
    actions.issue_resolution(one.pk, actor=chair, at=AT)

    with pytest.raises(NotNow):
        actions.edit_resolution(one.pk, articles=[Article("Chung", "Khác.")], actor=writer, at=AT)
