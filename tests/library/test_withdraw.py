"""A published version is withdrawn with a reason everybody reads."""

import pytest

from danban.kit.refusals import BadInput, NotNow, NotYours
from danban.library import actions, queries
from danban.library.states import VersionStatus
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast
from tests.library.factories import draft, next_version, published


def test_the_one_before_it_is_in_use_again(cast: Cast) -> None:
    first = published(cast)
    second = next_version(cast, first, "Lời mới.")

    actions.withdraw_version(second.pk, reason=" Sai số liệu ", actor=cast.actors["mrs_ha"], at=AT)

    second.refresh_from_db()
    assert (second.status, second.withdraw_reason) == (VersionStatus.WITHDRAWN, "Sai số liệu")
    assert last_event() == ("version.withdrawn", "outline", first.outline_id)
    page = queries.outline_page(cast.actors["phuc_xa"], first.outline_id, number=None, at=AT, on=TODAY)
    assert (page.version, page.current) == (first, first)
    read = queries.outline_page(cast.actors["phuc_xa"], first.outline_id, number=2, at=AT, on=TODAY)
    assert read.version.withdraw_reason == "Sai số liệu"


def test_without_a_reason_a_draft_or_by_others_is_refused(cast: Cast) -> None:
    done, waiting = published(cast), draft(cast)
    ha = cast.actors["mrs_ha"]

    with no_trace("library"):
        for reason in ("", " ", "x" * 2_001):
            with pytest.raises(BadInput):
                actions.withdraw_version(done.pk, reason=reason, actor=ha, at=AT)
        with pytest.raises(NotNow):
            actions.withdraw_version(waiting.pk, reason="Sai", actor=ha, at=AT)
        for name in ("culture_department", "ba_dinh"):
            with pytest.raises(NotYours):
                actions.withdraw_version(done.pk, reason="Sai", actor=cast.actors[name], at=AT)
