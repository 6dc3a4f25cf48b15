"""The page that shows what an amendment changes, before it is applied."""

from dataclasses import dataclass
from datetime import datetime

from danban.campaigns.queries.differences import Difference, difference_of
from danban.campaigns.queries.drafts import DraftPage, draft_page
from danban.campaigns.states import DraftPurpose
from danban.kit.actor import Actor
from danban.kit.refusals import NotNow


@dataclass(frozen=True)
class AmendmentPage:
    """A draft with what it changes in the year that runs."""

    page: DraftPage
    difference: Difference


def amendment_page(actor: Actor, pk: int, *, at: datetime) -> AmendmentPage:
    """Raises ``NotFound``, ``NotYours``, or ``NotNow`` for a draft that changes no running year."""
    page = draft_page(actor, pk, at=at)
    if page.draft.purpose != DraftPurpose.AMENDMENT or page.draft.campaign is None:
        raise NotNow("Bản nháp này là của một năm mới nên không có gì để so sánh. Hãy xem tóm tắt phát hành.")
    return AmendmentPage(page, difference_of(page.draft, page.lines, page.ground))
