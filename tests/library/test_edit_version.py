"""A draft is written on; what was published never changes."""

import pytest

from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.library import actions
from danban.library.rules import Words, minutes_to_read
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.library.factories import draft, heading, next_version, published


def test_words_and_while_nothing_is_published_the_heading_are_changed(cast: Cast) -> None:
    version = draft(cast)

    actions.edit_version(
        version.pk, words=Words("Một\r\nHai", 3, "Ngắn hơn"),
        heading=heading(title="Rác nhà mình", field="environment"), actor=cast.actors["mrs_ha"], at=AT,
    )  # fmt: skip

    version.refresh_from_db()
    assert (version.text, version.minutes, version.change_note) == ("Một\nHai", 3, "Ngắn hơn")
    assert version.folded == "rac nha minh mot hai"
    assert (version.outline.title, version.outline.field) == ("Rác nhà mình", "environment")
    assert last_event() == ("version.edited", "outline", version.outline_id)


def test_the_heading_stays_once_something_was_published(cast: Cast) -> None:
    second = next_version(cast, published(cast), "Mới", is_published=False)

    with no_trace("library"), pytest.raises(NotNow, match="giữ nguyên"):
        actions.edit_version(second.pk, words=Words("A"), heading=heading(), actor=cast.actors["mrs_ha"], at=AT)


def test_what_is_published_or_anothers_is_not_edited(cast: Cast) -> None:
    done, mine = published(cast), draft(cast)

    with no_trace("library"):
        with pytest.raises(NotNow, match="bản tiếp theo"):
            actions.edit_version(done.pk, words=Words("A"), actor=cast.actors["mrs_ha"], at=AT)
        for name in ("culture_department", "phuc_xa"):
            with pytest.raises(NotFound):
                actions.edit_version(mine.pk, words=Words("A"), actor=cast.actors[name], at=AT)
        with pytest.raises(NotYours):
            actions.edit_version(done.pk, words=Words("A"), actor=cast.actors["culture_department"], at=AT)
        with pytest.raises(BadInput):
            actions.edit_version(mine.pk, words=Words(""), actor=cast.actors["mrs_ha"], at=AT)
        with pytest.raises(NotFound):
            actions.edit_version(0, words=Words("A"), actor=cast.actors["mrs_ha"], at=AT)


def test_minutes_are_estimated_from_the_length() -> None:
    assert [minutes_to_read("a " * words) for words in (0, 1, 140, 141, 1400)] == [1, 1, 1, 2, 10]
