"""An outline is begun with its first words; its next version with the latest."""

from typing import Any

import pytest

from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.library import actions
from danban.library.models import Outline
from danban.library.rules import Words
from danban.library.states import VersionStatus
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.library.factories import TEXT, draft, heading, next_version, published


def test_the_body_that_begins_it_keeps_it(cast: Cast) -> None:
    version = draft(cast, title="  Phân loại  rác ", level_id=cast.levels["village"].pk, area="urban")

    outline = Outline.objects.get()
    assert (outline.title, outline.body) == ("Phân loại rác", cast.bodies["01", "movement_board"])
    assert (version.number, version.status, version.published_at) == (1, VersionStatus.DRAFTING, None)
    assert version.folded.startswith("phan loai rac kinh thua ba con. moi nha ba cho")
    assert last_event() == ("outline.begun", "outline", outline.pk)
    assert str(outline) == f"Phân loại rác #{outline.pk}"
    assert str(version) == f"{outline.pk} bản 1 #{version.pk}"


@pytest.mark.parametrize("who", ["mr_dung", "ba_dinh", "phuc_xa", "head_of_group_1", "stranger"])
def test_others_begin_nothing(cast: Cast, who: str) -> None:
    with no_trace("library"), pytest.raises(NotYours):
        draft(cast, who)


def test_an_office_without_a_body_keeps_nothing(cast: Cast) -> None:
    loose = Actor(user_id=1, permissions=frozenset({"outline:write", "library:see"}))

    with no_trace("library"), pytest.raises(NotYours, match="không thuộc cơ quan nào"):
        draft(cast, loose)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"field": "moon"}, "field"),
        ({"area": "sea"}, "area"),
        ({"level_id": 0}, "level_id"),
    ],
)
def test_a_heading_that_cannot_be_used_is_named(cast: Cast, values: dict[str, Any], field: str) -> None:
    with no_trace("library"), pytest.raises(BadInput) as refused:
        draft(cast, **values)
    assert set(refused.value.problems) == {field}


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (Words(" \n"), "text"),
        (Words("x" * 60_001), "text"),
        (Words("Có", minutes=0), "minutes"),
        (Words("Có", change_note="x" * 2_001), "change_note"),
    ],
)
def test_words_that_cannot_be_used_are_named(cast: Cast, words: Words, field: str) -> None:
    with no_trace("library"), pytest.raises(BadInput) as refused:
        actions.begin_outline(heading(), words=words, actor=cast.actors["mrs_ha"], at=AT)
    assert set(refused.value.problems) == {field}


def test_the_next_version_begins_with_the_latest_words_one_at_a_time(cast: Cast) -> None:
    first = published(cast)
    second = actions.begin_version(first.outline_id, actor=cast.actors["mrs_ha"], at=AT)

    assert (second.number, second.text, second.status) == (2, TEXT, VersionStatus.DRAFTING)
    assert last_event() == ("version.begun", "outline", first.outline_id)
    with no_trace("library"):
        with pytest.raises(NotNow, match="đã có một bản đang soạn"):
            actions.begin_version(first.outline_id, actor=cast.actors["mrs_ha"], at=AT)
        with pytest.raises(NotYours, match="do Ban Phong trào"):
            actions.begin_version(first.outline_id, actor=cast.actors["culture_department"], at=AT)
        with pytest.raises(NotYours):
            actions.begin_version(first.outline_id, actor=cast.actors["phuc_xa"], at=AT)
        with pytest.raises(NotFound):
            actions.begin_version(0, actor=cast.actors["mrs_ha"], at=AT)


def test_after_the_second_comes_the_third(cast: Cast) -> None:
    second = next_version(cast, published(cast), "Lời mới.")

    third = actions.begin_version(second.outline_id, actor=cast.actors["mrs_ha"], at=AT)
    assert (third.number, third.text) == (3, "Lời mới.")
