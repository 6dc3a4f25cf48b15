"""A draft is published by the body that keeps it; the latest one is in use."""

import pytest

from danban.kit.refusals import NotFound, NotNow
from danban.library import actions, queries
from danban.library.states import VersionStatus
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast
from tests.library.factories import draft, next_version, published


def test_it_is_in_use_from_that_moment_for_every_office(cast: Cast) -> None:
    version = draft(cast)
    village = cast.actors["head_of_group_1"]
    with pytest.raises(NotFound):
        queries.outline_page(village, version.outline_id, number=None, at=AT, on=TODAY)

    actions.publish_version(version.pk, actor=cast.actors["mrs_ha"], at=AT)

    version.refresh_from_db()
    assert (version.status, version.published_at) == (VersionStatus.PUBLISHED, AT)
    assert version.published_by == cast.offices["mrs_ha"]
    assert last_event() == ("version.published", "outline", version.outline_id)
    assert queries.outline_page(village, version.outline_id, number=None, at=AT, on=TODAY).current == version


def test_a_later_one_takes_over_and_the_earlier_can_still_be_read(cast: Cast) -> None:
    first = published(cast)
    second = next_version(cast, first, "Lời mới.")

    page = queries.outline_page(cast.actors["phuc_xa"], first.outline_id, number=1, at=AT, on=TODAY)
    assert (page.version, page.current) == (first, second)


def test_twice_or_by_others_is_refused(cast: Cast) -> None:
    done, waiting = published(cast), draft(cast)

    with no_trace("library"):
        with pytest.raises(NotNow):
            actions.publish_version(done.pk, actor=cast.actors["mrs_ha"], at=AT)
        for name in ("culture_department", "mr_dung", "phuc_xa"):
            with pytest.raises(NotFound):
                actions.publish_version(waiting.pk, actor=cast.actors[name], at=AT)
